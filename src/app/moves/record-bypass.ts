import { isUnderPolicy } from '../../domain/gate/coverage';
import { ruleAt } from '../../domain/gate/border';
import type { GateResult } from '../../domain/gate/finding';
import { policyAt } from '../../domain/policy/in-force';
import { tighten } from '../../domain/policy/policy';
import type { RuleId } from '../../domain/policy/rules';
import type { IssueKey } from '../../domain/values';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import { settledRecord } from '../charter/rekey-charter';
import type { CharterStore } from '../charter/ports';
import type { TransitionCheckJob } from '../jobs/gate/transition-check';
import { ownOrNone } from '../subject/own-charter';
import type { RawWorkItem } from '../subject/ports';
import { readItemPast, type ItemPastPorts } from './item-past';
import { judgeAbove, type JudgedAbove } from './judge-above';
import { judgePast, type JudgePastPorts } from './judge-past';
import type { GateBorders, JiraMove } from '../gate/ports';
import { recordEntry, type EntryPorts } from './record-entry';
import { meetBorder } from './record-refusal';
import { followTrace, type FollowTracePorts } from './follow-trace';

export interface MovePorts extends EntryPorts, FollowTracePorts, ItemPastPorts, JudgePastPorts {
  readonly jira: EntryPorts['jira'] &
    FollowTracePorts['jira'] &
    ItemPastPorts['jira'] &
    JudgePastPorts['jira'];
  readonly histories: EntryPorts['histories'] & JudgePastPorts['histories'];
  readonly charters: EntryPorts['charters'] &
    FollowTracePorts['charters'] &
    JudgePastPorts['charters'] &
    Pick<CharterStore, 'read' | 'find'>;
  readonly policies: EntryPorts['policies'] & FollowTracePorts['policies'];
  readonly borders: GateBorders;
}

const blockingRules = ({ findings }: GateResult): readonly RuleId[] => [
  ...new Set(findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)),
];

/**
 * What became of a move across a border. Where the gate was asked about it, its trace says what is to be recorded, and
 * nothing else is asked. Where it was not, because its workflow has no rule or because it was moved another way, this asks
 * what it would have said by the facts of then, and records a bypass where the move would have been refused: in its own
 * charter, or in that of the item above whose gate it followed. What was under no policy when it moved may have come under
 * one since: that is recorded without a culprit.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followMove(job: TransitionCheckJob, ports: MovePorts): Promise<void> {
  const { issueKey, toStatusId } = job;
  const [raw, move] = await Promise.all([
    ports.jira.workItem('app', issueKey),
    ports.jira.lastMove(issueKey, toStatusId),
  ]);
  const [trace] = await ports.traces.of([{ issueId: raw?.issueId ?? '', issueKey, toStatusId }]);
  const isTraced = trace && (await followTrace(trace, raw, move, ports));
  if (!raw || !move || isTraced) return;
  await followUnasked(job, raw, move, ports);
}

async function followUnasked(
  { issueKey, checkpoint }: TransitionCheckJob,
  raw: RawWorkItem,
  move: JiraMove,
  ports: MovePorts,
): Promise<void> {
  const {
    stored: underKey,
    policy: now,
    borders,
  } = await settledRecord(raw, await ports.charters.read(issueKey), ports);
  const stored = ownOrNone(underKey, raw.issueId);
  if (stored.charter.passages.some(({ at, child }) => at === move.at && child === undefined)) return;
  const past = await readItemPast(raw, now, ports);
  const index = past.changes.findIndex(({ id }) => id === move.historyId);
  const type = past.typeAfter(index - 1);
  const versions = await past.versionsAfter(index - 1);
  const then = policyAt(versions, move.at);
  if (index < 0 || !type || !then) return;
  const above = policyAt({ project: [], site: versions.site }, move.at) ?? then;
  const rule = ruleAt(borders, checkpoint, move.at);
  const held = rule && !rule.unreadable ? rule : undefined;
  const policy = held ? tighten(then, held, above) : then;
  if (isUnderPolicy(then, type)) {
    await meetBorder(issueKey, { projectId: raw.projectId, checkpoint, at: move.at }, ports);
  }
  const { at } = move;
  if (!isUnderPolicy(policy, type)) {
    await recordEntry({ raw, stored, past }, ports);
    if (!policy.childrenFollow || checkpoint !== 'start' || policy.mode !== 'enforce') return;
    const above = await judgeAbove(past, { at, before: index - 1, rule: held }, ports);
    if (above) await recordBypass({ ...above, checkpoint, move, child: issueKey }, ports);
    return;
  }
  if (policy.mode !== 'enforce') return;
  const gate = await judgePast({ raw, past, stored }, { at, index, type }, { checkpoint, policy }, ports);
  if (gate) await recordBypass({ raw, stored, policy, gate, checkpoint, move }, ports);
}

/** Records in the charter whose gate a move would have met that it went around it, where that would have refused it. */
async function recordBypass(
  {
    raw: { issueId, issueKey },
    stored,
    policy,
    gate,
    checkpoint,
    move,
    child,
  }: JudgedAbove &
    Pick<TransitionCheckJob, 'checkpoint'> & {
      readonly move: JiraMove;
      /** The item that moved, where it is one below. */
      readonly child?: IssueKey;
    },
  { charters, clock }: Pick<MovePorts, 'charters' | 'clock'>,
): Promise<void> {
  // A site that never chose a policy holds nothing firmly yet: its moves are recorded only where a charter is.
  const isChosen = policy.decidedBy !== undefined || stored.version > 0;
  if (!isChosen || policy.mode !== 'enforce' || gate.strictVerdict !== 'block') return;
  const passage = {
    at: move.at,
    checkpoint,
    reason: 'bypass',
    rules: blockingRules(gate),
    movedBy: move.accountId,
    ...(child !== undefined && { child }),
  } as const;
  await changeAsHoldfast(
    { issueKey, issueId, stored, command: { type: 'record-passage', passage }, now: clock.now(), policy },
    charters,
  );
}
