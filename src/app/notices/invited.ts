import { invitationTo } from '../../domain/notices/moves';
import { insist } from '../../platform/retry';
import type { Line } from './digest-lines';
import type { ClockStore } from './ports';

/** The notice by which a person was first told of what a line reminds them of; undefined where it reminds them of nothing. */
function invitationOf({ matter, notice, past }: Line): string | undefined {
  const asked =
    matter.kind === 'rung'
      ? ['acknowledgement', 'acceptance', 'question'].includes(matter.step.cause) &&
        matter.step.asked === notice.accountId && {
          agreementId: matter.step.agreementId,
          escalationId: matter.step.escalationId,
        }
      : matter.kind === 'reminder' &&
        ['acknowledge', 'accept-nomination', 'decide'].includes(matter.reminder.duty.kind) && {
          agreementId: matter.reminder.duty.agreement?.id,
          escalationId: matter.reminder.duty.escalation?.id,
        };
  const step = asked === false ? undefined : invitationTo(past, asked);
  return step === undefined ? undefined : `${notice.issueId}:${step}:${notice.accountId}`;
}

/** Nobody is reminded of what they were not told yet: `early` waits until the invitation went. */
export async function invited(
  lines: readonly Line[],
  clocks: Pick<ClockStore, 'notices'>,
): Promise<{ readonly lines: readonly Line[]; readonly early: readonly Line[] }> {
  const keys = [...new Set(lines.flatMap((line) => invitationOf(line) ?? []))];
  if (keys.length === 0) return { lines, early: [] };
  const known = await insist(() => clocks.notices(keys));
  const waits = (line: Line): boolean => known.get(invitationOf(line) ?? '')?.state === 'waiting';
  return { lines: lines.filter((line) => !waits(line)), early: lines.filter(waits) };
}
