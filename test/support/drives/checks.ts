import type { CharterAnswer } from '../../../src/contract/answers';
import { toldSince } from '../clocks/told';
import { fieldsIn } from '../fields';
import { STRANGER, type Drive } from './world';

const NEAR_MS = 5_000;
const isAt = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) <= NEAR_MS;

type Passage = CharterAnswer['charter']['passages'][number];

/** The words of the Gate field, from what the panel says. */
function gateWord({ gate, item, policy }: CharterAnswer): string | null {
  if (item.status.category === 'done') return null;
  if (!gate) return 'unknown';
  const covered = policy.workItemTypes.some((type) => 'level' in type && type.level === item.type.level);
  if (gate.ofAncestor === undefined && !covered) return 'Not under policy';
  if (gate.verdict === 'block') return 'Blocked';
  if (gate.strictVerdict === 'block') return 'Warned';
  if (gate.waived.some(({ severity }) => severity === 'block')) return 'Waived';
  return gate.strictVerdict === 'warn' ? 'Warned' : 'Ready';
}

const ownerOf = ({ charter }: CharterAnswer): string | null =>
  charter.dri?.status === 'accepted' ? charter.dri.accountId : null;

/** Whether an owner let go of it: handed it back or over, released it, or left. */
function letGo(drive: Drive, owner: string, { history }: CharterAnswer): boolean {
  return (
    drive.wereGone.has(owner) ||
    history.some(
      (event) =>
        'by' in event &&
        event.by === owner &&
        (event.type === 'dri-declined' || event.type === 'dri-nominated' || event.type === 'review-decided'),
    )
  );
}

/** What is wrong with what the panel says of an item, against what it said before. */
export function sinceBefore(
  drive: Drive,
  issueId: string,
  owners: Map<string, string>,
  answer: CharterAnswer,
): readonly string[] {
  const lost = drive.remember(issueId, answer);
  const aside = answer.history.filter(({ type }) => type === 'step-set-aside').length;
  const owner = ownerOf(answer);
  const before = owners.get(issueId);
  if (owner !== null) owners.set(issueId, owner);
  return [
    ...(lost.length > aside ? [`${issueId} lost ${lost.join(', ')}`] : []),
    ...(before !== undefined && owner !== null && owner !== before && !letGo(drive, before, answer)
      ? [`${owner} replaced ${before} as the owner of ${issueId}`]
      : []),
  ];
}

/** Whether a passage tells of a move. */
const tells = (passage: Passage, { by, at }: { readonly by: string; readonly at: string }): boolean =>
  passage.movedBy === by && isAt(passage.at, at);

/** What is wrong with what is kept of moves. */
export function passagesWrong(drive: Drive, answers: readonly CharterAnswer[]): readonly string[] {
  const passages = answers.flatMap(({ charter }) => charter.passages);
  const accused = drive.moves.filter(
    (move) => move.asks && passages.some((passage) => passage.reason === 'bypass' && tells(passage, move)),
  );
  const missing = drive.owed.filter(
    (owed) => !passages.some((passage) => passage.reason === owed.reason && tells(passage, owed)),
  );
  return [
    ...accused.map(({ transition, issueId, by }) => `${by} asked at ${transition} of ${issueId}: a bypass`),
    // What lay on an item that is deleted is nowhere to be seen.
    ...(drive.deleted.size > 0 ? [] : missing.map(({ what, reason }) => `${what} was not told as ${reason}`)),
  ];
}

/** What is wrong with the fields in Jira, against the panel. */
export async function fieldsWrong(
  drive: Drive,
  issueId: string,
  answer: CharterAnswer,
): Promise<readonly string[]> {
  const key = await drive.keyOf(issueId);
  const fields = await fieldsIn(drive.site, key);
  const expected = { DRI: ownerOf(answer), Gate: gateWord(answer) };
  return Object.entries(expected)
    .filter(([name, value]) => name in fields && fields[name] !== value)
    .map(
      ([name, value]) =>
        `${key}: ${name} says ${JSON.stringify(fields[name])}, the panel ${JSON.stringify(value)}`,
    );
}

/** What somebody was told of items that Jira hides from them. */
export function told(drive: Drive, summaries: readonly string[], since: number): readonly string[] {
  return toldSince(drive.site.sandbox, since)
    .filter(({ to }) => to === STRANGER)
    .flatMap(({ subject, text }) => summaries.filter((summary) => `${subject} ${text}`.includes(summary)))
    .map((summary) => `${STRANGER} was told of "${summary}"`);
}
