import { toldBy } from '../domain/clocks/audience';
import { climbed } from '../domain/clocks/clocks';
import type { Step } from '../domain/clocks/ladder';
import { concerns } from '../domain/clocks/rungs';
import type { Charter } from '../domain/charter/charter';
import { remindersOf, type Reminder } from '../domain/commitments/reminders';
import type { WorkItem } from '../domain/gate/item';
import type { Policy } from '../domain/policy/policy';
import type { Instant } from '../domain/values';
import type { Notice } from './ports-clocks';

/** What a notice speaks of: a rung of the ladder, or a question of which somebody is reminded. */
export type Matter =
  { readonly kind: 'rung'; readonly step: Step } | { readonly kind: 'reminder'; readonly reminder: Reminder };

/** What a notice speaks of as things stand; null where it is settled, or meant for somebody else by now. */
export function matterOf(notice: Notice, charter: Charter, policy: Policy, now: Instant): Matter | null {
  const reminder = remindersOf(charter, now).find(({ key }) => key === notice.step);
  if (reminder) return reminder.who === notice.accountId ? { kind: 'reminder', reminder } : null;
  const step = climbed(charter, policy, now).find(({ key }) => key === notice.step);
  // The project's lead was looked up when the notice was written.
  const tells = (step ? toldBy(step, charter, policy) : []).some(({ audience, accountId }) =>
    accountId === null ? audience === notice.audience : accountId === notice.accountId,
  );
  return step && tells ? { kind: 'rung', step } : null;
}

export const agreementIdOf = (matter: Matter): string | undefined =>
  matter.kind === 'rung' ? matter.step.agreementId : matter.reminder.duty.agreement?.id;

/** Whether it still matters to an item in this state. */
export const concernsItem = (matter: Matter, category: WorkItem['status']['category']): boolean =>
  matter.kind === 'reminder'
    ? category !== 'done' || agreementIdOf(matter) !== undefined
    : concerns(matter.step, category);

/** The clock a reminder speaks of, named as its rungs are; a question without a clock has its own name. */
function clockOf({ key, duty: { kind, agreement, escalation, since } }: Reminder): string {
  switch (kind) {
    case 'accept-nomination':
      return `acceptance dri.${since}`;
    case 'acknowledge':
      return `acknowledgement ${agreement?.id}.${agreement?.requestedAt}`;
    case 'deliver': {
      const day = agreement && 'committedBy' in agreement ? agreement.committedBy : '';
      return `overdue ${agreement?.id}.${agreement?.requestedAt}.${day}`;
    }
    case 'decide':
      return `question ${escalation?.id}`;
    default:
      return key;
  }
}

/** One mail says each thing once: matters of the same thread are one thing, the highest speaks. */
export const threadOf = (matter: Matter): { readonly name: string; readonly height: number } =>
  matter.kind === 'rung'
    ? { name: `${matter.step.cause} ${matter.step.subject}`, height: matter.step.rung }
    : { name: clockOf(matter.reminder), height: -1 };
