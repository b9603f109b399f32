import { digestSubject, digestText, wordNotice } from '../contract/wording/notices';
import { namesFrom } from '../contract/wording/names';
import { wordReminder } from '../contract/wording/reminders';
import { localDate } from '../domain/calendar/local-date';
import { siteDefault } from '../domain/policy/policy';
import { projectOf, type AccountId, type Instant, type PersonFact } from '../domain/values';
import { sortNotices, type Line, type LinePorts } from './digest-lines';
import { insist, LONG_PATIENCE_MS, patiently, shortly } from './insist';
import { Unavailable, type CharterStore, type Claims, type Clock, type Jira } from './ports';
import {
  CHANGES_AT_ONCE,
  type ClockFollowUp,
  type ClockStore,
  type Messages,
  type Notice,
} from './ports-clocks';
import { threadOf } from './notice-matter';
import { putOff, tellAt } from './tell-people';
import { byAccount, peopleOf, type People } from './views';

export type DigestFollowUp = Extract<ClockFollowUp, { kind: 'digest' }>;

export interface DigestPorts extends LinePorts {
  readonly clocks: ClockStore;
  readonly charters: Pick<CharterStore, 'readMany'>;
  readonly messages: Messages;
  readonly jira: Pick<Jira, 'people'>;
  readonly claims: Claims;
  readonly clock: Clock;
}

const HOUR_MS = 3_600_000;
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
      if (attempt > 1) await shortly(attempt);
      const changes = left.map((notice) => ({ kind: 'update' as const, notice: { ...notice, state } }));
      if (await insist(() => clocks.commit(changes)).catch(() => false)) break;
      const now = await insist(() => clocks.notices(left.map(({ key }) => key)));
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
  return matter.kind === 'rung'
    ? wordNotice({ ...facts, step: matter.step })
    : wordReminder({ ...facts, reminder: matter.reminder });
}

const titleOf = ({ through }: Line): string => `${through.issueKey} ${through.summary}`;

/** What came of an attempt: done here, done by somebody else before, or somebody else is still at it and may fail. */
type Attempt = 'done' | 'over' | 'busy';

/** Does something for one asker only, and lets others do it if it failed. */
async function once(key: string, claims: Claims, act: () => Promise<void>): Promise<Attempt> {
  const asker = crypto.randomUUID();
  const over = `${key}:over`;
  if (!(await insist(() => claims.take(key, asker)))) {
    return (await insist(() => claims.isTaken(over))) ? 'over' : 'busy';
  }
  try {
    await act();
  } catch (error) {
    await insist(() => claims.release(key));
    throw error;
  }
  // Without this mark others only look again more often.
  await insist(() => claims.take(over, asker)).catch(() => false);
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
      const known = await insist(() => messages.toldOn(issueKey, reader.accountId));
      const fresh = own.filter(({ notice }) => !known.has(notice.step));
      if (fresh.length === 0) return;
      const paragraphs = spoken(fresh).flatMap((line) => words(line, telling));
      const steps = fresh.map(({ notice }) => notice.step);
      const write = (): Promise<boolean> => messages.mention(issueKey, reader, paragraphs, steps);
      taken = await patiently(write, LONG_PATIENCE_MS);
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

async function mail(lines: readonly Line[], telling: Telling, ports: DigestPorts): Promise<Attempt> {
  const { reader, today } = telling;
  const site = await insist(() => ports.messages.siteUrl());
  const entries = spoken(lines).map((line) => ({
    title: titleOf(line),
    words: words(line, telling),
    link: `${site}/browse/${line.through.issueKey}`,
  }));
  const [first] = lines;
  if (!first) return 'done';
  let sent = true;
  const attempt = await once(`digest:${reader.accountId}:${today}`, ports.claims, async () => {
    const send = (): Promise<boolean> =>
      ports.messages.mail(
        first.through.issueKey,
        reader.accountId,
        digestSubject(entries.length),
        digestText(entries),
      );
    sent = await patiently(send, LONG_PATIENCE_MS);
  });
  if (attempt === 'done')
    await mark(
      lines.map(({ notice }) => notice),
      sent ? 'told' : 'kept',
      ports.clocks,
    );
  return attempt;
}

async function namesFor(
  accountId: AccountId,
  lines: readonly Line[],
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const spokenOf = lines.flatMap(({ charter }) => peopleOf(charter));
  return byAccount(await insist(() => jira.people('app', [...new Set([accountId, ...spokenOf])])));
}

/**
 * Tells one person what waits for them: one mail a day, about what is still so, through items they may see. What cannot
 * go today goes with the mail of their next working day.
 *
 * @throws Unavailable when it should be tried again. A mail whose answer was lost counts as not sent.
 */
export async function sendDigest(job: DigestFollowUp, ports: DigestPorts): Promise<void> {
  const { accountId } = job;
  const { clocks, clock } = ports;
  const now = clock.now();
  const found = await insist(() => clocks.notices(job.notices));
  const waiting = [...found.values()].filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  const { lines, settled, kept } = await sortNotices(accountId, waiting, now, ports);
  const people = await namesFor(accountId, lines, ports.jira);
  const reader = people[accountId];
  await mark(settled, 'settled', clocks);
  // Whoever left is told nothing more; others on the ladder are.
  const canRead = reader !== undefined && reader.active && reader.kind === 'human';
  await mark(canRead ? kept : [...kept, ...lines.map(({ notice }) => notice)], 'kept', clocks);
  if (!canRead || lines.length === 0) return;
  const today = localDate(now, zoneOf(reader));
  const telling: Telling = { reader, people, today, now };
  const aside = lines.filter(({ notice, seesItem }) => notice.how === 'comment' && seesItem);
  const { refused, later, busy } = await comment(aside, telling, ports);
  const mailed = lines.filter((line) => !aside.includes(line) || refused.includes(line));
  const attempt = await mail(mailed, telling, ports);
  await postpone(attempt === 'over' ? [...mailed, ...later] : later, telling, ports);
  // An hour later it might be about something else: should the other run fail, this one tells it as it is now.
  if (busy || attempt === 'busy') throw new Unavailable('queue', 'another run is telling the same person');
}

/**
 * Today's mail or comment is out: another hour shows whether the next one takes this along.
 */
async function postpone(lines: readonly Line[], telling: Telling, { clocks }: DigestPorts): Promise<void> {
  if (lines.length === 0) return;
  const { reader, now } = telling;
  const later = new Date(Date.parse(now) + HOUR_MS).toISOString();
  const policies = await insist(() =>
    clocks.policies([...new Set(lines.map(({ notice }) => projectOf(notice.issueKey)))]),
  );
  await putOff(
    lines.map(({ notice }) => notice),
    (notice) => tellAt(reader, policies.get(projectOf(notice.issueKey)) ?? siteDefault, later),
    clocks,
  );
}
