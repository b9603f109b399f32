import { digestText, wordNotice } from '../../contract/wording/notices';
import { namesFrom } from '../../contract/wording/names';
import { oneLine } from '../../contract/wording/one-line';
import { wordReminder } from '../../contract/wording/reminders';
import { wordMove } from '../../contract/wording/moves';
import { wordWarnedMove } from '../../contract/wording/warned-moves';
import { isErased } from '../../domain/erased';
import { localDate } from '../../domain/time/local-date';
import { siteDefault } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant, type PersonFact } from '../../domain/values';
import { addHours } from '../../domain/time/time';
import { mailOf, sortNotices, threadIn, type Line, type LinePorts } from './digest-lines';
import { retry, LONG_TIMEOUT_MS, withTimeout, backoff } from '../../platform/retry';
import type { CharterStore } from '../charter/ports';
import type { Claims, Clock, Jira } from '../ports';
import { CHANGES_AT_ONCE, type ClockStore, type Messages, type Notice } from './ports';
import { linkOf } from './links';
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
/** Together some seconds: an outage that lasts longer costs a second telling. */
const MARK_ATTEMPTS = 24;

export const zoneOf = ({ timeZone = 'UTC' }: PersonFact): string => timeZone;

/** Writes what became of notices, until it is written: they were told, and must not be told again. */
export async function mark(
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

/** What a line says, a paragraph an entry: none can begin another one. */
export const words = (line: Line, telling: Omit<Telling, 'site'>): readonly string[] =>
  sentences(line, telling).map(oneLine);

function sentences(
  { matter, charter, seesItem }: Line,
  { reader, people, now }: Omit<Telling, 'site'>,
): readonly string[] {
  const zone = zoneOf(reader);
  const facts = { charter, reader: reader.accountId, zone, now, seesItem, name: namesFrom(people) };
  switch (matter.kind) {
    case 'rung':
      return wordNotice({ ...facts, step: matter.step });
    case 'reminder':
      return wordReminder({ ...facts, reminder: matter.reminder });
    case 'move':
      return wordMove({ ...facts, prompt: matter.prompt });
    case 'warned':
      return wordWarnedMove({ ...facts, passage: matter.passage, left: matter.left });
  }
}

export const titleOf = ({ through }: Line): string => `${through.issueKey} ${through.summary}`;

/** What came of an attempt: done here, done by somebody else before, or somebody else is still at it and may fail. */
export type Attempt = 'done' | 'over' | 'busy';

/** Does something for one asker only, and lets others do it if it failed. */
export async function once(key: string, claims: Claims, act: () => Promise<void>): Promise<Attempt> {
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

export interface Telling {
  readonly reader: PersonFact;
  readonly people: People;
  readonly today: string;
  readonly now: Instant;
  /** Address of the site: one for all mails of a run. */
  readonly site: string;
}

/** What became of a mail. */
export interface Sent {
  /** Lines Jira did not take; those of an item that it refused are not told through another. */
  readonly refused: readonly Line[];
  /** Lines the mail spells out. */
  readonly said: readonly Line[];
  /** Lines it counts, and that stand in My commitments. */
  readonly listed: readonly Line[];
}

/** One mail about these lines, sent through the first item that Jira takes it for. */
export async function send(
  lines: readonly Line[],
  telling: Telling,
  { messages }: Pick<DigestPorts, 'messages'>,
  subject: (spoken: readonly Line[], things: number) => string,
): Promise<Sent> {
  const { reader, site } = telling;
  const addresses = { site, commitments: messages.commitmentsUrl(site) };
  let left = lines;
  for (let carrier = 1; carrier <= CARRIERS; carrier += 1) {
    const [first] = left;
    if (!first) break;
    const { said, rest } = mailOf(left, reader.accountId);
    const entries = await Promise.all(
      said.map(async (line) => ({
        title: titleOf(line),
        words: words(line, telling),
        link: await linkOf(line, reader.accountId, addresses),
      })),
    );
    const { issueKey } = first.through;
    const post = () =>
      messages.mail(
        issueKey,
        reader.accountId,
        subject(said, said.length + rest.length),
        digestText(entries, rest.length, addresses.commitments),
      );
    const outcome = await withTimeout(post, LONG_TIMEOUT_MS);
    if (outcome === 'sent') {
      const threads = new Set(rest.map(threadIn));
      return {
        refused: lines.filter((line) => !left.includes(line)),
        said: left.filter((line) => !threads.has(threadIn(line))),
        listed: left.filter((line) => threads.has(threadIn(line))),
      };
    }
    logError(
      'A mail waits for another day',
      new Error(outcome === 'off' ? 'the site sends no mail' : 'Jira does not send it through that item'),
    );
    if (outcome === 'off') break;
    left = left.filter(({ through }) => through.issueKey !== issueKey);
  }
  return { refused: lines, said: [], listed: [] };
}

/** Notes what a mail told: what it only counted is found on the page from now on. */
export async function markSent(
  { said, listed }: Sent,
  { today }: Telling,
  clocks: Pick<ClockStore, 'commit' | 'notices'>,
): Promise<void> {
  const noticesOf = (lines: readonly Line[]) => lines.map(({ notice }) => notice);
  await mark(noticesOf(said), 'told', clocks);
  await mark(
    noticesOf(listed).map((notice) => ({ ...notice, listedOn: today })),
    'told',
    clocks,
  );
}

export async function namesFor(
  accountId: AccountId,
  lines: readonly Line[],
  jira: Pick<Jira, 'people'>,
): Promise<People> {
  const spokenOf = lines.flatMap(({ charter }) => peopleOf(charter));
  return byAccount(await retry(() => jira.people('app', [...new Set([accountId, ...spokenOf])])));
}

/** Puts notices off by so long, and then to when their reader is at work. */
export const putOffBy =
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

/**
 * What of one person's notices can be told now, and to whom. What nobody waits for is settled, what can reach nobody is
 * kept, and what Jira does not show today waits for tomorrow; null where nothing is left to tell.
 *
 * @throws Unavailable, Refused.
 */
export async function prepare(
  accountId: AccountId,
  waiting: readonly Notice[],
  now: Instant,
  ports: DigestPorts,
): Promise<{ readonly lines: readonly Line[]; readonly telling: Telling } | null> {
  const { clocks } = ports;
  const { lines, settled, kept, unseen } = await sortNotices(accountId, waiting, now, ports);
  const [people, site] = await Promise.all([
    namesFor(accountId, lines, ports.jira),
    lines.length === 0 ? '' : retry(() => ports.messages.siteUrl()),
  ]);
  const reader = people[accountId];
  await mark(settled, 'settled', clocks);
  const standing = lines.map(({ notice }) => notice);
  // Whoever left is told nothing more; others on the ladder are.
  const left = reader ? !reader.active || reader.kind !== 'human' : isErased(accountId);
  await mark(left ? [...kept, ...unseen, ...standing] : kept, 'kept', clocks);
  if (left) return null;
  const tomorrow = putOffBy(24, reader, now, clocks);
  if (unseen.length > 0)
    logError('A notice waits for another day', new Error('Jira does not show the app its work item'));
  await tomorrow(unseen);
  if (!reader) {
    logError('A notice waits for another day', new Error('Jira does not say who its reader is'));
    await tomorrow(standing);
    return null;
  }
  return lines.length === 0
    ? null
    : { lines, telling: { reader, people, today: localDate(now, zoneOf(reader)), now, site } };
}
