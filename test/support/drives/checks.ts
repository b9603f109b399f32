import type { CharterAnswer } from '../../../src/contract/answers';
import { toldSince } from '../clocks/told';
import { fieldsIn } from '../fields';
import { isCovered } from './judge-move';
import { ownersOf } from './owners';
import { MEMBERS, READER, STRANGER, type Drive, type HistoryEvent, type Move } from './world';

const NEAR_MS = 5_000;

type Passage = CharterAnswer['charter']['passages'][number];
type Agreement = CharterAnswer['charter']['agreements'][number];

const ownerOf = ({ charter }: CharterAnswer): string | null =>
  charter.dri?.status === 'accepted' ? charter.dri.accountId : null;

/** What is wrong with an item's history, against what was seen of it before. */
export function historyWrong(
  drive: Drive,
  issueId: string,
  {
    answer,
    history,
    before,
  }: {
    readonly answer: CharterAnswer;
    readonly history: readonly HistoryEvent[];
    readonly before: readonly HistoryEvent[];
  },
): readonly string[] {
  const told = new Set(history.map((event) => JSON.stringify(event)));
  const lost = before.filter((event) => !told.has(JSON.stringify(event)));
  // Two records of one item become one: what the other does not allow is shown to have been.
  const aside = history.filter(({ type }) => type === 'step-set-aside').length;
  const { owner, wrong } = ownersOf(history, (accountId, at) => drive.isGone(accountId, at));
  const undone = history.some(({ type }) => type === 'owner-step-undone' || type === 'review-decided');
  return [
    ...(lost.length > aside
      ? [`${issueId} lost ${lost.map(({ type, at }) => `${type} of ${at}`).join(', ')}`]
      : []),
    ...wrong.map((what) => `${issueId}: ${what}`),
    ...(owner === ownerOf(answer) || undone
      ? []
      : [`${issueId}: its history says ${owner} owns it, the record ${ownerOf(answer)}`]),
  ];
}

/** Whether a passage tells of a move. */
const tells = (passage: Passage, { by, at, checkpoint }: Move): boolean =>
  (passage.movedBy === undefined || passage.movedBy === by) &&
  passage.checkpoint === checkpoint &&
  Math.abs(Date.parse(passage.at) - Date.parse(at)) <= NEAR_MS;

/** What is wrong with what is kept of moves. */
export function passagesWrong(
  drive: Drive,
  answers: readonly (readonly [string, CharterAnswer])[],
): readonly string[] {
  const passages = answers.flatMap(([, { charter }]) => charter.passages);
  const accuses = (move: Move): boolean =>
    passages.some((passage) => passage.reason === 'bypass' && tells(passage, move));
  const known = new Set(answers.map(([issueId]) => issueId));
  const twice = answers.flatMap(([issueId, { charter }]) => {
    const keys = charter.passages.map(({ at, checkpoint, child, reason }) =>
      [at, checkpoint, child, reason === 'warned'].join(),
    );
    return keys.filter((key, place) => keys.indexOf(key) !== place).map((key) => `${issueId}: ${key} twice`);
  });
  return [
    ...drive.moves.filter((move) => move.asks && accuses(move)).map(({ what }) => `${what} asked: a bypass`),
    ...drive.moves
      .filter((move) => move.unmet === false && accuses(move))
      .map(({ what }) => `${what} would have passed: a bypass`),
    ...drive.owed
      // What lay on an item that is gone is nowhere to be seen; what no policy covered may lie on the item above.
      .filter(
        ({ move }) => known.has(move.issueId) && (move.covered === true || drive.items.size === known.size),
      )
      .filter(
        ({ move, reasons }) => !passages.some((one) => reasons.includes(one.reason) && tells(one, move)),
      )
      .map(({ move, reasons }) => `${move.what} was not told as ${reasons.join(' or ')}`),
    ...answers.flatMap(([issueId, answer]) => enteredWrong(drive, issueId, answer)),
    ...twice,
  ];
}

/** What moved while no policy covered it, and is covered now, came under it already started. */
function enteredWrong(drive: Drive, issueId: string, answer: CharterAnswer): readonly string[] {
  const last = drive.moves.filter((move) => move.issueId === issueId).at(-1);
  const { policy, item, charter } = answer;
  if (!last || last.covered !== false || item.status.category === 'new') return [];
  if (policy.decidedBy === undefined || !isCovered(answer)) return [];
  return charter.passages.some(({ at, child }) => child === undefined && at >= last.at)
    ? []
    : [`${issueId} came under policy after ${last.what}, and nothing says so`];
}

/** The words of the Gate field, from what the panel says. */
function gateWord(answer: CharterAnswer): string | null {
  const { gate, item } = answer;
  if (item.status.category === 'done') return null;
  if (!gate) return 'unknown';
  if (gate.ofAncestor === undefined && !isCovered(answer)) return 'Not under policy';
  if (gate.verdict === 'block') return 'Blocked';
  if (gate.strictVerdict === 'block') return 'Warned';
  if (gate.waived.some(({ severity }) => severity === 'block')) return 'Waived';
  return gate.strictVerdict === 'warn' ? 'Warned' : 'Ready';
}

const people = (accountIds: readonly string[]): readonly string[] | null =>
  accountIds.length === 0 ? null : [...new Set(accountIds)].sort();

/** Whose turn an agreement is. */
function turnOf(agreement: Agreement, dri: string | undefined): readonly string[] {
  const asker = dri === undefined ? [] : [dri];
  if (agreement.status === 'requested')
    return agreement.question ? [dri ?? agreement.requestedBy] : [agreement.providerAccountId];
  if (agreement.status === 'countered' || agreement.status === 'delivered') return asker;
  if (agreement.status !== 'acknowledged' || !agreement.renegotiation) return [];
  return agreement.renegotiation.side === 'provider' ? asker : [agreement.providerAccountId];
}

/** What is wrong with the fields in Jira, against the panel. */
export async function fieldsWrong(
  drive: Drive,
  issueId: string,
  answer: CharterAnswer,
): Promise<readonly string[]> {
  const key = drive.keyOf(issueId);
  const fields = await fieldsIn(drive.site, key, READER);
  const { dri, agreements } = answer.charter;
  const toCome = agreements.flatMap((one) => (one.status === 'acknowledged' ? [one] : []));
  const expected = {
    DRI: ownerOf(answer),
    Gate: gateWord(answer),
    'Waiting for': people([
      ...(dri?.status === 'nominated' ? [dri.accountId] : []),
      ...agreements.flatMap((one) => turnOf(one, dri?.accountId)),
    ]),
    'Promised by': people(toCome.map(({ providerAccountId }) => providerAccountId)),
    'Next promise due': toCome.map(({ committedBy }) => committedBy).sort()[0] ?? null,
  };
  return Object.entries(expected).flatMap(([name, value]) => {
    if (!(name in fields)) return [`${key} has no field ${name}`];
    const said = fields[name];
    const shown = Array.isArray(said) ? people(said.map(String)) : said;
    // What no policy ever concerned is left alone.
    if (value === 'Not under policy' && shown === null) return [];
    return JSON.stringify(shown) === JSON.stringify(value)
      ? []
      : [`${key}: ${name} says ${JSON.stringify(shown)}, the panel ${JSON.stringify(value)}`];
  });
}

/** Who saw which item at a moment, so that what is told since can be compared with it. */
export type Sight = ReadonlyMap<string, ReadonlySet<string>>;

export const sightOf = (drive: Drive): Sight =>
  new Map(
    [...drive.items.keys()].map((id) => [
      id,
      new Set([...MEMBERS, 'u-lead', 'u-admin', STRANGER].filter((who) => drive.sees(who, id))),
    ]),
  );

/** What somebody was told by mail of items that Jira hid from them, before and after what was done. */
export function toldWrong(
  drive: Drive,
  since: number,
  { before, after }: { readonly before: Sight; readonly after: Sight },
): readonly string[] {
  return toldSince(drive.site.sandbox, since).flatMap(({ to, subject, text }) =>
    [...drive.items]
      .filter(([, { summary }]) => `${subject} ${text}`.includes(summary))
      .filter(([id]) => !before.get(id)?.has(to) && !after.get(id)?.has(to))
      .map(([id, { summary }]) => `${to} was told of "${summary}" (${id}): ${subject}`),
  );
}

/** What somebody reads on their own page, or in a report, of items that Jira hides from them. */
export async function shownWrong(drive: Drive): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const who of [STRANGER, 'u-product', 'u-platform']) {
    if (drive.isGone(who)) continue;
    const client = drive.as(who);
    const pages = [
      await client.invoke('my-commitments', 'commitments/list', {}),
      await client.invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' }),
    ];
    const text = JSON.stringify(pages.map(({ body }) => body));
    for (const [id, { summary }] of drive.items) {
      if (text.includes(summary) && !drive.sees(who, id)) wrong.push(`${who} reads of "${summary}" (${id})`);
    }
  }
  return wrong;
}
