import { crossed } from '../../../src/domain/gate/crossing';
import type { Drive } from './world';

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
  const transition = drive.pick(transitions);
  const asks = await drive.asksAt(issueId, transition.name);
  const before = drive.disturbed ? null : await drive.panel(issueId);
  const from = await drive.categoryOf(issueId);
  const { status } = await drive.move(issueId, by, transition);
  const at = drive.now;
  const border = status === 204 ? crossed(from, await drive.categoryOf(issueId)) : null;
  drive.log.push(`${transition.name} ${issueId} by ${by} at ${at}: ${status}`);
  if (![204, 400].includes(status)) throw new Error(`${transition.name}: ${status}`);
  if (!asks && status !== 204) throw new Error(`${transition.name} asks nobody and was refused`);
  if (status === 204) drive.moves.push({ issueId, by, at, transition: transition.name, asks });
  if (!asks || !before) return;
  const gate = before.gates?.[transition.name === 'Start' ? 'start' : 'finish'];
  if (!gate) throw new Error(`The panel knew no verdict: ${before.gateUnknown}`);
  const held = gate.verdict === 'block';
  if (held !== (status === 400)) {
    throw new Error(`The panel said ${gate.verdict} in ${gate.mode}, and Jira answered ${status}`);
  }
  if (border === null) return;
  const reason =
    gate.strictVerdict === 'block'
      ? gate.mode
      : gate.waived.some(({ severity }) => severity === 'block')
        ? 'waived'
        : null;
  if (reason !== null) drive.owed.push({ by, at, reason, what: `${transition.name} of ${issueId}` });
}
