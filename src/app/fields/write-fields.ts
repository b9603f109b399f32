import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import type { GateResult } from '../../domain/gate/finding';
import { isErased } from '../../domain/erased';
import type { AccountId, IssueKey } from '../../domain/values';
import type { Clock, Jira } from '../ports';
import type { Shadow } from './ports';
import { retry, withTimeout } from '../../platform/retry';
import { readSubject, type SubjectPorts } from '../subject/read-subject';

export interface ShadowPorts extends SubjectPorts {
  readonly jira: SubjectPorts['jira'] & Pick<Jira, 'writeShadow'>;
  readonly clock: Clock;
}

/** Whose turn it is in one agreement. */
function waitedFor(agreement: Agreement, dri: AccountId | undefined): readonly AccountId[] {
  const requester = dri === undefined ? [] : [dri];
  switch (agreement.status) {
    case 'requested':
      return agreement.question ? [dri ?? agreement.requestedBy] : [agreement.providerAccountId];
    case 'countered':
    case 'delivered':
      return requester;
    case 'acknowledged':
      if (!agreement.renegotiation) return [];
      return agreement.renegotiation.side === 'provider' ? requester : [agreement.providerAccountId];
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return [];
  }
}

/** Everyone whose yes is still missing: the nominee, and every provider who has not answered. */
const waitingFor = ({ dri, agreements }: Charter): readonly AccountId[] => [
  ...new Set([
    ...(dri?.status === 'nominated' ? [dri.accountId] : []),
    ...agreements.flatMap((agreement) => waitedFor(agreement, dri?.accountId)),
  ]),
];

function gateInWords({ strictVerdict, checkpoint, findings, waived }: GateResult): string {
  const rests = waived.some(({ severity }) => severity === 'block') && strictVerdict !== 'block';
  const step = `${checkpoint === 'start' ? 'start' : 'finish'}${rests ? ' on a waiver' : ''}`;
  if (strictVerdict === 'pass') return `Ready to ${step}`;
  const counted = findings.filter(
    ({ severity }) => severity === (strictVerdict === 'block' ? 'block' : 'warn'),
  );
  const things = `${counted.length} ${counted.length === 1 ? 'thing' : 'things'}`;
  return strictVerdict === 'block'
    ? `Not ready to ${step}: ${things} missing`
    : `Ready to ${step}, ${things} to look at`;
}

export const toShadow = (charter: Charter, gate: GateResult): Shadow => ({
  // The field promises an accepted owner; a nominee is somebody the item waits for.
  dri: charter.dri?.status === 'accepted' && !isErased(charter.dri.accountId) ? charter.dri.accountId : null,
  // Jira takes no user it does not know.
  waitingFor: waitingFor(charter).filter((accountId) => !isErased(accountId)),
  promisedBy: [
    ...new Set(
      charter.agreements
        .filter(({ status }) => status === 'acknowledged')
        .map(({ providerAccountId }) => providerAccountId)
        .filter((accountId) => !isErased(accountId)),
    ),
  ],
  gate: gateInWords(gate),
});

/** Writes the read-only fields from the truth as it is now; running it twice, or late, only makes them right again. */
export async function followShadow(issueKey: IssueKey, ports: ShadowPorts): Promise<void> {
  const read = await retry(() => readSubject(issueKey, ports));
  // Deleted, moved, or hidden from the app: the fields stay as they are.
  if (read.kind === 'not-shown') return;
  const { subject, raw } = read;
  const gate = evaluate(subject, nextCheckpoint(subject.item), ports.clock.now());
  await withTimeout(() => ports.jira.writeShadow(raw, toShadow(subject.charter, gate)));
}
