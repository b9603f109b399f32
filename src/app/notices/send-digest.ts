import type { SendDigestJob } from '../jobs/notices/send-digest';
import { digestSubject } from '../../contract/wording/notices';
import { invited, spoken, type Line } from './digest-lines';
import { retry, LONG_TIMEOUT_MS, withTimeout } from '../../platform/retry';
import type { Notice } from './ports';
import { preferencesOf, toldToday } from './sending/choices';
import { markTold } from './sending/marks';
import { isGoing, mayHaveGone, mentionOnce, toldElsewhere } from './sending/mention-instead';
import { noteTold } from './sending/note-told';
import { markSent, sendMail, type Sent } from './sending/send-mail';
import { once, prepare, putOffBy, words, type Attempt, type DigestPorts, type Delivery } from './delivery';

/** Mails about one item alone that one person gets in a day. */
const LETTERS = 20;
const noticesOf = (lines: readonly Line[]): readonly Notice[] => lines.map(({ notice }) => notice);

/** What became of things that were to be told by comment. */
interface Commented {
  /** Jira takes no comment: they go by mail. */
  readonly refused: readonly Line[];
  /** There was one today. */
  readonly later: readonly Line[];
  /** Somebody else is at it, and may fail. */
  readonly busy: boolean;
}

/**
 * Mentions the person in a comment on the work item, once a day and item. The comment itself keeps which steps it told:
 * where its answer was lost, or nobody lived to note it, the next attempt finds it there.
 */
async function comment(
  lines: readonly Line[],
  delivery: Delivery,
  { claims, messages, clocks }: DigestPorts,
): Promise<Commented> {
  const { reader, today } = delivery;
  const refused: Line[] = [];
  const later: Line[] = [];
  let busy = false;
  for (const issueId of new Set(lines.map(({ notice }) => notice.issueId))) {
    const own = lines.filter(({ notice }) => notice.issueId === issueId);
    const issueKey = own[0]?.through.issueKey ?? '';
    let taken = true;
    const done = await once(`told:${issueId}:${reader.accountId}:${today}`, claims, async () => {
      const known = await retry(() => messages.toldOn(issueKey, reader.accountId));
      // Unread comments may have told it: another one might be the second.
      taken = known !== null;
      if (known === null) return;
      const fresh = own.filter(({ notice }) => !known.has(notice.step));
      if (fresh.length === 0) return;
      const paragraphs = spoken(fresh).flatMap((line) => words(line, delivery));
      const steps = fresh.map(({ notice }) => notice.step);
      const write = (): Promise<boolean> => messages.mention(issueKey, reader, paragraphs, steps);
      taken = await withTimeout(write, LONG_TIMEOUT_MS);
    });
    if (done === 'busy') busy = true;
    else if (done === 'over') later.push(...own);
    else if (!taken) refused.push(...own);
    else
      await markTold(
        own.map(({ notice }) => notice),
        { at: delivery.now, via: 'mention' },
        clocks,
      );
  }
  return { refused, later, busy };
}

/** What came of things that were to be told by mail. */
interface Mailed {
  /** Jira does not send them, today at least. */
  readonly refused: readonly Line[];
  /** No mail can tell them. */
  readonly mailless: readonly Line[];
  /** There was one today. */
  readonly over: readonly Line[];
  /** More mails than one person gets in a day. */
  readonly tooMany: readonly Line[];
  /** Somebody else is at it, and may fail. */
  readonly busy: boolean;
}

const digestKey = ({ reader, today }: Delivery): string => `digest:${reader.accountId}:${today}`;
const letterKey = (issueId: string, delivery: Delivery): string => `${digestKey(delivery)}:${issueId}`;
/** Taken on days on which something went in a mail of its own. */
const lettersKey = (delivery: Delivery): string => `${digestKey(delivery)}:apart`;

/** Sends a mail once a day by its key, and marks what it told. */
async function post(
  key: string,
  lines: readonly Line[],
  delivery: Delivery,
  ports: DigestPorts,
): Promise<{ readonly attempt: Attempt } & Pick<Sent, 'refused' | 'mailless'>> {
  let sent: Sent = { refused: [], mailless: [], said: [], listed: [] };
  const attempt = await once(key, ports.claims, async () => {
    sent = await sendMail(lines, delivery, ports, (_said, things) => digestSubject(things));
  });
  if (attempt !== 'done') return { attempt, refused: [], mailless: [] };
  await markSent(sent, delivery, ports.clocks);
  return { attempt, refused: sent.refused, mailless: sent.mailless };
}

/** Lines about items of which nothing went in a mail of its own today. */
async function notToldApart(
  lines: readonly Line[],
  delivery: Delivery,
  { claims }: DigestPorts,
): Promise<readonly Line[]> {
  if (lines.length === 0 || !(await retry(() => claims.isTaken(lettersKey(delivery))))) return lines;
  const ids = [...new Set(lines.map(({ through }) => through.issueId))];
  const free = await Promise.all(
    ids.map(async (id) => ((await retry(() => claims.isTaken(letterKey(id, delivery)))) ? [] : [id])),
  );
  return lines.filter(({ through }) => free.flat().includes(through.issueId));
}

/**
 * Tells the rest by mail: one about everything that the person is proven to see, and for each item of which that is not
 * proven one of its own, which Jira itself gives to nobody who may not see it. One a day about one item.
 */
async function mail(lines: readonly Line[], delivery: Delivery, ports: DigestPorts): Promise<Mailed> {
  const apart = lines.filter(({ proven }) => !proven);
  const ids = [...new Set(apart.map(({ through }) => through.issueId))];
  const of = (...some: readonly string[]): readonly Line[] =>
    apart.filter(({ through }) => some.includes(through.issueId));
  const refused: Line[] = [];
  const mailless: Line[] = [];
  const over: Line[] = [];
  const tooMany: Line[] = [];
  let busy = false;
  const take = async (key: string, some: readonly Line[]): Promise<void> => {
    if (some.length === 0) return;
    const posted = await post(key, some, delivery, ports);
    refused.push(...posted.refused);
    mailless.push(...posted.mailless);
    if (posted.attempt === 'over') over.push(...some);
    if (posted.attempt === 'busy') busy = true;
  };
  const together = await notToldApart(
    lines.filter(({ proven }) => proven),
    delivery,
    ports,
  );
  over.push(...lines.filter((line) => line.proven && !together.includes(line)));
  // The day's mail may have spoken of the same item: then it is another day's turn.
  if (ids.length > 0 && (await retry(() => ports.claims.isTaken(`${digestKey(delivery)}:over`)))) {
    over.push(...apart);
  } else if (ids.length > 0) {
    await retry(() => ports.claims.take(lettersKey(delivery), digestKey(delivery)));
    for (const id of ids.slice(0, LETTERS)) await take(letterKey(id, delivery), of(id));
    tooMany.push(...of(...ids.slice(LETTERS)));
  }
  await take(digestKey(delivery), together);
  return { refused, mailless, over, tooMany, busy };
}

/**
 * Tells one person what waits for them: one mail a day about everything that they are proven to see, and where Jira does
 * not say what they see, one for each item, which Jira gives to nobody who may not see it. What cannot go today goes
 * with the mail of their next working day: a refusal settles nothing. Where no mail can tell it, or one may have gone of
 * which nobody knows, a mention does.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira does not show the app any items.
 */
export async function sendDigest(job: SendDigestJob, ports: DigestPorts): Promise<void> {
  const { accountId } = job;
  const { clocks, clock } = ports;
  const now = clock.now();
  const found = await retry(() => clocks.notices(job.notices));
  const waiting = [...found.values()].filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  const prepared = await prepare(accountId, waiting, now, ports);
  if (!prepared) return;
  const { delivery } = prepared;
  const { reader } = delivery;
  const chosen = await preferencesOf(accountId, ports.preferences);
  const today = await toldToday(prepared.lines, chosen, delivery, clocks);
  const { lines, early } = await invited(today, clocks);
  await putOffBy(1, reader, now, clocks)(early.map(({ notice }) => notice));
  // A mail about these may have gone: no other one does.
  const gone = lines.filter(({ notice }) => mayHaveGone(notice, now));
  const fresh = lines.filter(({ notice }) => notice.triedAt === undefined);
  const aside = fresh.filter(({ notice, seesItem }) => notice.how === 'comment' && seesItem);
  const commented = await comment(aside, delivery, ports);
  const rest = fresh.filter((line) => !aside.includes(line) || commented.refused.includes(line));
  const mailed = await mail(rest, delivery, ports);
  const mentioned = await mentionOnce([...gone, ...mailed.mailless], delivery, ports);
  await noteTold(noticesOf(prepared.lines), ports.followUps);
  const { refused, tooMany, over } = mailed;
  await putOffBy(24, reader, now, clocks)(noticesOf([...refused, ...tooMany, ...mentioned.refused]));
  // Today's mail or comment is out: another hour shows whether the next one takes this along.
  await putOffBy(1, reader, now, clocks)(noticesOf([...over, ...commented.later]));
  const going = lines.some(({ notice }) => isGoing(notice, now));
  // An hour later it might be about something else: should the other run fail, this one tells it as it is now.
  if (commented.busy || mailed.busy || mentioned.busy || going) {
    throw toldElsewhere(noticesOf(lines), now);
  }
}
