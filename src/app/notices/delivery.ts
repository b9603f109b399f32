import { isolated } from '../../contract/texts/isolate';
import { wordNotice } from '../../contract/wording/notices';
import { namesFrom } from '../../contract/wording/names';
import { oneLine } from '../../contract/wording/one-line';
import { wordReminder } from '../../contract/wording/reminders';
import { wordMove } from '../../contract/wording/moves';
import { wordStandIn } from '../../contract/wording/stand-in';
import { wordWarnedMove } from '../../contract/wording/warned-moves';
import { isErased } from '../../domain/erased';
import { localDate } from '../../domain/time/local-date';
import { siteDefault } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant, type PersonFact } from '../../domain/values';
import { addHours } from '../../domain/time/time';
import { sortNotices, type Line, type LinePorts } from './digest-lines';
import { retry } from '../../platform/retry';
import type { CharterStore } from '../charter/ports';
import type { FollowUps } from '../jobs/ports';
import type { Claims, Clock, Jira } from '../ports';
import type { ClockStore, Messages, Notice, PreferenceStore } from './ports';
import { mark } from './sending/marks';
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
  readonly preferences: Pick<PreferenceStore, 'read'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

export const zoneOf = ({ timeZone = 'UTC' }: PersonFact): string => timeZone;

/** What a line says, a paragraph an entry: none can begin another one. */
export const words = (line: Line, delivery: Omit<Delivery, 'site'>): readonly string[] =>
  [...standInWords(line, delivery), ...sentences(line, delivery)].map(oneLine);

/** Why somebody hears of what is another's. */
const standInWords = ({ notice }: Line, { people }: Pick<Delivery, 'people'>): readonly string[] =>
  notice.insteadOf === undefined ? [] : [wordStandIn(namesFrom(people)(notice.insteadOf))];

function sentences(
  { subject, charter, seesItem, notice }: Line,
  { reader, people, now }: Omit<Delivery, 'site'>,
): readonly string[] {
  const zone = zoneOf(reader);
  const whose = notice.insteadOf ?? reader.accountId;
  const facts = { charter, reader: whose, zone, now, seesItem, name: namesFrom(people) };
  switch (subject.kind) {
    case 'step':
      return wordNotice({ ...facts, step: subject.step });
    case 'reminder':
      return wordReminder({ ...facts, reminder: subject.reminder });
    case 'move':
      return wordMove({ ...facts, prompt: subject.prompt });
    case 'warned':
      return wordWarnedMove({ ...facts, passage: subject.passage, left: subject.left });
  }
}

export const titleOf = ({ through }: Line): string => `${through.issueKey} ${isolated(through.summary)}`;

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

/** Whom a delivery of notices is for, and what every line of it is worded with. */
export interface Delivery {
  readonly reader: PersonFact;
  readonly people: People;
  readonly today: string;
  readonly now: Instant;
  /** Address of the site: one for all mails of a run. */
  readonly site: string;
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
): Promise<{ readonly lines: readonly Line[]; readonly delivery: Delivery } | null> {
  const { clocks } = ports;
  const { lines, settled, kept, unshown, unseen } = await sortNotices(accountId, waiting, now, ports);
  const [people, site] = await Promise.all([
    namesFor(accountId, lines, ports.jira),
    lines.length === 0 ? '' : retry(() => ports.messages.siteUrl()),
  ]);
  const reader = people[accountId];
  await mark(settled, 'settled', clocks);
  const notices = lines.map(({ notice }) => notice);
  // Whoever left is told nothing more; others whom the escalation tells are.
  const left = reader ? !reader.active || reader.kind !== 'human' : isErased(accountId);
  await mark(left ? [...kept, ...unshown, ...unseen, ...notices] : kept, 'kept', clocks);
  if (left) return null;
  const tomorrow = putOffBy(24, reader, now, clocks);
  if (unseen.length > 0)
    logError('A notice waits for another day', new Error('Jira does not show the app its work item'));
  await tomorrow([...unseen, ...unshown]);
  if (!reader) {
    logError('A notice waits for another day', new Error('Jira does not say who its reader is'));
    await tomorrow(notices);
    return null;
  }
  return lines.length === 0
    ? null
    : { lines, delivery: { reader, people, today: localDate(now, zoneOf(reader)), now, site } };
}
