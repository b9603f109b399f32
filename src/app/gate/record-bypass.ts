import { isBefore } from '../../domain/time/time';
import { replay } from '../../domain/charter/evolve';
import { evaluate } from '../../domain/gate/evaluate';
import type { GateResult } from '../../domain/gate/finding';
import type { RuleId } from '../../domain/policy/rules';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { Clock, Jira } from '../ports';
import type { FollowUp } from '../jobs/ports';
import { readSubject } from '../subject/read-subject';

export type MoveFollowUp = Extract<FollowUp, { kind: 'moved' }>;

export interface MovePorts {
  readonly jira: Pick<Jira, 'workItem' | 'people' | 'lastMove'>;
  readonly charters: Pick<CharterStore, 'read' | 'readCharter' | 'write'>;
  readonly clock: Clock;
}

/** What the charter said at a moment; as it is now where its early history lies in the ledger, which is read rarely. */
const charterAt = ({ charter, history, earlier }: StoredCharter, at: string) =>
  earlier > 0 ? charter : replay(history.filter((event) => !isBefore(at, event.at)));

const blockingRules = ({ findings }: GateResult): readonly RuleId[] => [
  ...new Set(findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)),
];

/**
 * Records a bypass: a move that the policy would have refused, and that the gate never saw, because its workflow has
 * no rule or because it was moved another way. The gate leaves no trace of what it lets pass, so this asks again what
 * it would have said; a move that would have passed is none of our business.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followMove(
  { issueKey, toStatusId, checkpoint }: MoveFollowUp,
  ports: MovePorts,
): Promise<void> {
  const move = await ports.jira.lastMove(issueKey, toStatusId);
  if (!move) return;
  const read = await readSubject(issueKey, ports, { charterOf: (stored) => charterAt(stored, move.at) });
  if (read.kind === 'not-shown') return;
  const { subject, raw, stored } = read;
  const { policy } = subject;
  // A site that never chose a policy holds nothing firmly yet: its moves are recorded only where a charter is.
  const chosen = policy.decidedBy !== undefined || stored.version > 0;
  if (!chosen || policy.mode !== 'enforce') return;
  const gate = evaluate(subject, checkpoint, move.at);
  const seen = stored.charter.passages.some(({ at }) => at === move.at);
  // What holds back the item above is no matter of this one's charter.
  if (gate.strictVerdict !== 'block' || gate.ofAncestor !== undefined || seen) return;
  await changeAsHoldfast(
    {
      issueKey,
      issueId: raw.issueId,
      stored,
      command: {
        type: 'record-passage',
        passage: {
          at: move.at,
          checkpoint,
          reason: 'bypass',
          rules: blockingRules(gate),
          movedBy: move.accountId,
        },
      },
      now: ports.clock.now(),
      policy,
    },
    ports.charters,
  );
}
