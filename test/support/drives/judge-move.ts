import { crossed } from '../../../src/domain/gate/crossing';
import type { CharterAnswer } from '../../../src/contract/answers';
import type { Drive, Move } from './world';

type Gate = NonNullable<CharterAnswer['gate']>;

/** Whether an item is itself what its project's policy is about. */
export const isCovered = ({ policy, item: { type } }: CharterAnswer): boolean =>
  policy.workItemTypes.some(
    (one) =>
      ('level' in one && one.level === type.level) ||
      ('id' in one && one.id === type.id) ||
      ('name' in one && one.name === type.name),
  );

/** Nobody can say afterwards when somebody left: whoever did counts as having been there. */
const OF_WHO_LEFT: readonly string[] = ['owner.inactive', 'agreement.provider-inactive'];

const isWaived = ({ waived }: Gate): boolean => waived.some(({ severity }) => severity === 'block');

/** For which reasons a move that Jira made may be recorded, where it has to be. */
function reasonsOwed({ mode, strictVerdict, verdict, ...gate }: Gate, move: Move): readonly string[] {
  if (!move.asks) {
    const isHeld = gate.findings.some((one) => one.severity === 'block' && !OF_WHO_LEFT.includes(one.rule));
    return isHeld && mode === 'enforce' ? ['bypass'] : [];
  }
  // What should have been held and was not, passed only because nobody could look.
  if (verdict === 'block') return ['unchecked'];
  // Where nobody could look, that is what is recorded of a move that would have passed.
  if (strictVerdict === 'block') return [mode, 'unchecked'];
  return isWaived({ mode, strictVerdict, verdict, ...gate }) ? ['waived', 'unchecked'] : [];
}

/**
 * Somebody moves an item. Undisturbed, Jira lets it pass where the gate is asked exactly if the panel said so just before;
 * what passes although it would have been held is owed an entry in the history.
 *
 * @throws Error where panel and gate disagree
 */
export async function judgeMove(drive: Drive): Promise<void> {
  const issueId = drive.item();
  const by = drive.somebody();
  const transitions = await drive.transitionsOf(issueId, by);
  if (transitions.length === 0) return;
  const transition = drive.dice.pick(transitions);
  const asks = drive.asksAt(issueId, transition.name);
  const before = await drive.truth(issueId);
  const from = await drive.categoryOf(issueId);
  const { status, body } = await drive.move(issueId, by, transition);
  const at = drive.now;
  drive.note(`${asks ? 'asked' : 'unasked'} ${transition.name}`, status, `${issueId} by ${by}`);
  if (![204, 400].includes(status)) throw new Error(`${transition.name}: ${status}`);
  if (!asks && status !== 204) throw new Error(`${transition.name} asks nobody and was refused`);
  const border = crossed(from, await drive.categoryOf(issueId));
  const gate = before.gates?.[border ?? (transition.name === 'Start' ? 'start' : 'finish')];
  if (!gate) throw new Error(`The panel knew no verdict: ${before.gateUnknown}`);
  const held = gate.verdict === 'block';
  if (asks && !drive.disturbed && held !== (status === 400))
    throw new Error(`The panel said ${gate.verdict} in ${gate.mode}, and Jira answered ${status}`);
  if (status === 400) readsNothingHidden(drive, by, JSON.stringify(body));
  if (status !== 204 || border === null) return;
  const move: Move = {
    issueId,
    by,
    at,
    what: `${transition.name} of ${issueId} by ${by} at ${at}`,
    checkpoint: border,
    asks,
    covered: isCovered(before),
    unmet: gate.strictVerdict === 'block' || isWaived(gate),
  };
  drive.moves.push(move);
  const reasons = reasonsOwed(gate, move);
  if (reasons.length === 0) return;
  drive.owed.push({ move, reasons });
  drive.note('a passage is owed', reasons[0] ?? '', issueId);
}

/** A refusal says nothing of items that Jira hides from whoever is refused. @throws Error where it does */
function readsNothingHidden(drive: Drive, by: string, text: string): void {
  for (const [id, { summary }] of drive.items) {
    if (text.includes(summary) && !drive.sees(by, id))
      throw new Error(`${by} reads of "${summary}" in a refusal`);
  }
}
