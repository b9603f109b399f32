import { digestSubject, digestText, wordNotice } from '../../contract/wording/notices';
import { namesFrom } from '../../contract/wording/names';
import { wordReminder } from '../../contract/wording/reminders';
import { wordWarnedMove } from '../../contract/wording/warned-moves';
import { localDate } from '../../domain/time/local-date';
import { isErased } from '../../domain/erased';
import { siteDefault } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant, type PersonFact } from '../../domain/values';
import { addHours } from '../../domain/time/time';
import { sortNotices, type Line, type LinePorts } from './digest-lines';
import { retry, LONG_TIMEOUT_MS, withTimeout, backoff } from '../../platform/retry';
import { Unavailable } from '../../platform/unavailable';
import type { CharterStore } from '../charter/ports';
import type { Claims, Clock, Jira } from '../ports';
import { CHANGES_AT_ONCE, type ClockStore, type Messages, type Notice } from './ports';
import type { SendDigestJob } from '../jobs/notices/send-digest';
import { threadOf } from './notice-subject';
import { putOff, tellAt } from './notify';
import { logError } from '../../platform/log';
import { peopleOf } from '../../domain/charter/people';
import { byAccount, type People } from '../charter/views';

export interface DigestPorts extends LinePorts {
  readonly clocks: ClockStore;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly messages: Messages;
  readonly jira: LinePorts['jira'];
  readonly claims: Claims;
  readonly clock: Clock;
}

/** Items through which one mail is tried. */
const CARRIERS = 3;
/** Mails about one item alone that one person gets in a day. */
const LETTERS = 20;
/** Together some seconds: an outage that lasts longer costs a second telling. */
const MARK_ATTEMPTS = 24;

const zoneOf = ({ timeZone = 'UTC' }: PersonFact): string => timeZone;

/** Writes what became of notices, until it is written: they were told, and must not be told again. */
async function mark(
  notices: readonly Notice[],
  state: Notice['state'],
  clocks: Pick<ClockStore, 'commit' | 'notices'>,
): Promise<void> {
  for (let i = 0; i < notices.length; i += CHANGES_AT_ONCE) {
    let left = notices.slice(i, i + CHANGES_AT_ONCE);
    for (let attempt = 1; left.length > 0 && attempt <= MARK_ATTEMPTS; attempt += 1) {
      if (attempt > 1) await backoff(attempt);
      const changes = left.map((notice) => ({ kind: 'update' as const, notice: { ...notice, state } }));
      if (await retry(() => clocks.commit(changes)).catch(() => false)) break;
      const now = await retry(() => clocks.notices(left.map(({ key }) => key)));
      left = left.filter(({ key }) => now.get(key)?.state === 'waiting');
    }
  }
}

/** Of several rungs of one clock, the highest speaks for all, and for whoever is reminded of it. */
function spoken(lines: readonly Line[]): readonly Line[] {
  const highest = new Map<string, Line>();
  for (const line of lines) {
    const { name, height } = threadOf(line.matter);
    const thread = `${line.notice.issueId} ${name}`;
    const known = highest.get(thread);
    if (!known || threadOf(known.matter).height < height) highest.set(thread, line);
  }
  return [...highest.values()];
}

function words({ matter, charter, seesItem }: Line, { reader, people }: Telling): readonly string[] {
  const zone = zoneOf(reader);
  const facts = { charter, reader: reader.accountId, zone, seesItem, name: namesFrom(people) };
  switch (matter.kind) {
    case 'rung':
      return wordNotice({ ...facts, step: matter.step });
    case 'reminder':
      return wordReminder({ ...facts, reminder: matter.reminder });
    case 'warned':
      return wordWarnedMove({ ...facts, passage: matter.passage, left: matter.left });
  }
}

const titleOf = ({ through }: Line): string => `${through.issueKey} ${through.summary}`;

/** What came of an attempt: done here, done by somebody else before, or somebody else is still at it and may fail. */
type Attempt = 'done' | 'over' | 'busy';

/** Does something for one asker only, and lets others do it if it failed. */
async function once(key: string, claims: Claims, act: () => Promise<void>): Promise<Attempt> {
  const asker = crypto.randomUUID();
  const over = `${key}:over`;
  if (!(await retry(() => claims.take(key, asker)))) {
    return (await retry(() => claims.isTaken(over))) ? 'over' : 'busy';
  }
  try {
    await act();
  } catch (error) {
    await retry(() => claims.release(key));
    throw error;
  }
  // Without this mark others only look again more often.
  await retry(() => claims.take(over, asker)).catch(() => false);
  return 'done';
}

interface Telling {
  readonly reader: PersonFact;
  readonly people: People;
  readonly today: string;
  readonly now: Instant;
}

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
  telling: Telling,
  { claims, messages, clocks }: DigestPorts,
): Promise<Commented> {
  const { reader, today } = telling;
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
      const paragraphs = spoken(fresh).flatMap((line) => words(line, telling));
      const steps = fresh.map(({ notice }) => notice.step);
      const write = (): Promise<boolean> => messages.mention(issueKey, reader, paragraphs, steps);
      taken = await withTimeout(write, LONG_TIMEOUT_MS);
    });
    if (done === 'busy') busy = true;
    else if (done === 'over') later.push(...own);
    else if (!taken) refused.push(...own);
    else
      await mark(
        own.map(({ notice }) => notice),
        'told',
        clocks,
      );
  }
  return { refused, later, busy };
}

/** What came of things that were to be told by mail. */
interface Mailed {
  /** Jira does not send them, today at least. */
  readonly refused: readonly Line[];
  /** There was one today. */
  readonly over: readonly Line[];
  /** More mails than one person gets in a day. */
  readonly tooMany: readonly Line[];
  /** Somebody else is at it, and may fail. */
  readonly busy: boolean;
}

const digestKey = ({ reader, today }: Telling): string => `digest:${reader.accountId}:${today}`;
const letterKey = (issueId: string, telling: Telling): string => `${digestKey(telling)}:${issueId}`;
/** Taken on days on which something went in a mail of its own. */
const lettersKey = (telling: Telling): string => `${digestKey(telling)}:apart`;

/**
 * One mail about these lines, sent through the first item that Jira takes it for.
 *
 * @returns the lines it did not take; those of an item that it refused are not told through another
 */
async function send(
  lines: readonly Line[],
  telling: Telling,
  { messages }: DigestPorts,
): Promise<readonly Line[]> {
  const site = await retry(() => messages.siteUrl());
  let left = lines;
  for (let carrier = 1; carrier <= CARRIERS; carrier += 1) {
    const [first] = left;
    if (!first) break;
    const entries = spoken(left).map((line) => ({
      title: titleOf(line),
      words: words(line, telling),
      link: `${site}/browse/${line.through.issueKey}`,
    }));
    const { issueKey } = first.through;
    const post = () =>
      messages.mail(issueKey, telling.reader.accountId, digestSubject(entries.length), digestText(entries));
    const outcome = await withTimeout(post, LONG_TIMEOUT_MS);
    if (outcome === 'sent') return lines.filter((line) => !left.includes(line));
    logError(
      'A mail waits for another day',
      new Error(outcome === 'off' ? 'the site sends no mail' : 'Jira does not send it through that item'),
    );
    if (outcome === 'off') break;
    left = left.filter(({ through }) => through.issueKey !== issueKey);
  }
  return lines;
}

/** Sends a mail once a day by its key, and marks what it told. */
async function post(
  key: string,
  lines: readonly Line[],
  telling: Telling,
  ports: DigestPorts,
): Promise<{ readonly attempt: Attempt; readonly refused: readonly Line[] }> {
  let refused: readonly Line[] = [];
  const attempt = await once(key, ports.claims, async () => {
    refused = await send(lines, telling, ports);
  });
  if (attempt !== 'done') return { attempt, refused: [] };
  const told = lines.filter((line) => !refused.includes(line));
  await mark(
    told.map(({ notice }) => notice),
    'told',
    ports.clocks,
  );
  return { attempt, refused };
}

/** Lines about items of which nothing went in a mail of its own today. */
async function notToldApart(
  lines: readonly Line[],
  telling: Telling,
  { claims }: DigestPorts,
): Promise<readonly Line[]> {
  if (lines.length === 0 || !(await retry(() => claims.isTaken(lettersKey(telling))))) return lines;
  const ids = [...new Set(lines.map(({ through }) => through.issueId))];
  const free = await Promise.all(
    ids.map(async (id) => ((await retry(() => claims.isTaken(letterKey(id, telling)))) ? [] : [id])),
  );
  return lines.filter(({ through }) => free.flat().includes(through.issueId));
}

/**
 * Tells the rest by mail: one about everything that the person is proven to see, and for each item of which that is not
 * proven one of its own, which Jira itself gives to nobody who may not see it. One a day about one item.
 */
async function mail(lines: readonly Line[], telling: Telling, ports: DigestPorts): Promise<Mailed> {
  const apart = lines.filter(({ proven }) => !proven);
  const ids = [...new Set(apart.map(({ through }) => through.issueId))];
  const of = (...some: readonly string[]): readonly Line[] =>
    apart.filter(({ through }) => some.includes(through.issueId));
  const refused: Line[] = [];
  const over: Line[] = [];
  const tooMany: Line[] = [];
  let busy = false;
  const take = async (key: string, some: readonly Line[]): Promise<void> => {
    if (some.length === 0) return;
    const posted = await post(key, some, telling, ports);
    refused.push(...posted.refused);
    if (posted.attempt === 'over') over.push(...some);
    if (posted.attempt === 'busy') busy = true;
  };
  const together = await notToldApart(
    lines.filter(({ proven }) => proven),
    telling,
    ports,
  );
  over.push(...lines.filter((line) => line.proven && !together.includes(line)));
  // The day's mail may have spoken of the same item: then it is another day's turn.
  if (ids.length > 0 && (await retry(() => ports.claims.isTaken(`${digestKey(telling)}:over`)))) {
    over.push(...apart);
  } else if (ids.length > 0) {
    await retry(() => ports.claims.take(lettersKey(telling), digestKey(telling)));
    for (const id of ids.slice(0, LETTERS)) await take(letterKey(id, telling), of(id));
    tooMany.push(...of(...ids.slice(LETTERS)));
  }
  await take(digestKey(telling), together);
  return { refused, over, tooMany, busy };
}

async function namesFor(
  accountId: AccountId,
  lines: readonly Line[],
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const spokenOf = lines.flatMap(({ charter }) => peopleOf(charter));
  return byAccount(await retry(() => jira.people('app', [...new Set([accountId, ...spokenOf])])));
}

/**
 * Tells one person what waits for them: one mail a day about everything that they are proven to see, and where Jira does
 * not say what they see, one for each item, which Jira gives to nobody who may not see it. What cannot go today goes
 * with the mail of their next working day: a refusal settles nothing.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira does not show the app any items. A mail whose
 * answer was lost counts as not sent.
 */
export async function sendDigest(job: SendDigestJob, ports: DigestPorts): Promise<void> {
  const { accountId } = job;
  const { clocks, clock } = ports;
  const now = clock.now();
  const found = await retry(() => clocks.notices(job.notices));
  const waiting = [...found.values()].filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  const { lines, settled, kept, unseen } = await sortNotices(accountId, waiting, now, ports);
  const people = await namesFor(accountId, lines, ports.jira);
  const reader = people[accountId];
  await mark(settled, 'settled', clocks);
  const standing = lines.map(({ notice }) => notice);
  // Whoever left is told nothing more; others on the ladder are.
  const left = reader ? !reader.active || reader.kind !== 'human' : isErased(accountId);
  await mark(left ? [...kept, ...unseen, ...standing] : kept, 'kept', clocks);
  if (left) return;
  const tomorrow = putOffBy(24, reader, now, clocks);
  if (unseen.length > 0)
    logError('A notice waits for another day', new Error('Jira does not show the app its work item'));
  await tomorrow(unseen);
  if (!reader) {
    logError('A notice waits for another day', new Error('Jira does not say who its reader is'));
    return tomorrow(standing);
  }
  if (lines.length === 0) return;
  const telling: Telling = { reader, people, today: localDate(now, zoneOf(reader)), now };
  const aside = lines.filter(({ notice, seesItem }) => notice.how === 'comment' && seesItem);
  const commented = await comment(aside, telling, ports);
  const rest = lines.filter((line) => !aside.includes(line) || commented.refused.includes(line));
  const mailed = await mail(rest, telling, ports);
  const noticesOf = (some: readonly Line[]): readonly Notice[] => some.map(({ notice }) => notice);
  await tomorrow(noticesOf([...mailed.refused, ...mailed.tooMany]));
  // Today's mail or comment is out: another hour shows whether the next one takes this along.
  await putOffBy(1, reader, now, clocks)(noticesOf([...mailed.over, ...commented.later]));
  // An hour later it might be about something else: should the other run fail, this one tells it as it is now.
  if (commented.busy || mailed.busy) throw new Unavailable('queue', 'another run is telling the same person');
}

/** Puts notices off by so long, and then to when their reader is at work. */
const putOffBy =
  (hours: number, reader: PersonFact | undefined, now: Instant, clocks: ClockStore) =>
  async (notices: readonly Notice[]): Promise<void> => {
    if (notices.length === 0) return;
    const later = addHours(now, hours);
    const projects = [...new Set(notices.map(({ issueKey }) => projectOf(issueKey)))];
    const policies = await retry(() => clocks.policies(projects));
    const until = ({ issueKey }: Notice): Instant =>
      tellAt(reader, policies.get(projectOf(issueKey)) ?? siteDefault, later);
    await putOff(notices, until, clocks);
  };
