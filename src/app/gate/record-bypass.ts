import { isBefore } from '../../domain/time/time';
import { replay } from '../../domain/charter/evolve';
import { evaluate } from '../../domain/gate/evaluate';
import type { GateResult } from '../../domain/gate/finding';
import type { RuleId } from '../../domain/policy/rules';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { Clock } from '../ports';
import type { TransitionCheckJob } from '../jobs/gate/transition-check';
import { readSubject, type SubjectPorts } from '../subject/read-subject';
import { RESTS_ON } from '../subject/rests-on';
import { followPassage, type PassagePorts } from './record-passage';

export interface MovePorts extends SubjectPorts, Pick<PassagePorts, 'clocks' | 'claims'> {
  readonly jira: SubjectPorts['jira'] & PassagePorts['jira'];
  readonly charters: SubjectPorts['charters'] & Pick<CharterStore, 'readCharter' | 'write'>;
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
 * it would have said; a move that would have passed is none of our business, save where all that warns of it is what
 * the gate does not wait for: that is recorded, and told, as the gate's own warnings are.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followMove(
  { issueKey, toStatusId, checkpoint }: TransitionCheckJob,
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
  if (gate.strictVerdict === 'pass' || gate.ofAncestor !== undefined || seen) return;
  if (gate.strictVerdict === 'warn') {
    if (gate.findings.some(({ rule }) => rule !== RESTS_ON)) return;
    const warned = { reason: 'warned', rules: [RESTS_ON], advice: [], at: move.at } as const;
    return followPassage({ kind: 'passage', issueKey, toStatusId, checkpoint, ...warned }, ports);
  }
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
