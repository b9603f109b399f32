import { isMoveStep } from '../../domain/notices/moves';
import { nextWorkingMoment } from '../../domain/time/working-hours';
import { whenThere } from '../../domain/team/presence';
import type { WorkingCalendar } from '../../domain/policy/clock-policy';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant, type PersonFact } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { Clock, Jira } from '../ports';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { CHANGES_AT_ONCE, type ClockStore, type Notice } from './ports';
import { byAccount } from '../charter/views';

export interface TellPorts {
  readonly clocks: Pick<ClockStore, 'waiting' | 'policies' | 'commit' | 'notices'>;
  readonly jira: Pick<Jira, 'people'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** So many pages are gathered before people are told; the rest waits for the next hour. */
const PAGES = 50;
/** Things one mail speaks of at most. */
const THINGS = 500;
/** The queue's limits on one push, with room to spare. */
const EVENTS = 50;
const BYTES = 150_000;

async function gather(now: Instant, clocks: TellPorts['clocks']): Promise<readonly Notice[]> {
  const all: Notice[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const at = cursor;
    const { notices, next } = await retry(() => clocks.waiting(now, at));
    all.push(...notices);
    if (next === undefined) break;
    cursor = next;
  }
  return all;
}

/** Whether it is told at any hour; what its reader wants with the day's mail, or on the page, is not. */
export const isPrompt = ({ step, chosen }: Notice): boolean => isMoveStep(step) && chosen === undefined;

/** Somebody who can be told: whoever left, or never was a person, is looked at at once and told nothing. */
const canRead = (person: PersonFact | undefined): person is PersonFact =>
  person !== undefined && person.active && person.kind === 'human';

const workingMoment = (from: Instant, calendar: WorkingCalendar): Instant =>
  nextWorkingMoment(from, calendar.timeZone, calendar);

/** When a person may be told about a notice: within their own working hours, and not while they are away. */
export const tellAt = (person: PersonFact | undefined, policy: Policy, from: Instant): Instant =>
  canRead(person) ? workingMoment(from, whenThere(person.accountId, policy, person.timeZone)) : from;

/** A storm of writers, or an outage, costs another look an hour later. */
const PUT_OFF_ATTEMPTS = 4;

/** Nobody dealt with a notice since it was read, and no mail about it began to go or was lost. */
const isUntouched = (was: Notice, now: Notice | undefined): boolean =>
  now?.state === 'waiting' && now.triedBy === was.triedBy && now.lost === was.lost;

/**
 * Puts notices off. One that somebody dealt with meanwhile stays as it is, and so does what another run noted of a mail
 * about it: forgotten, the mail would go again.
 */
export async function putOff(
  notices: readonly Notice[],
  until: (notice: Notice) => Instant,
  clocks: Pick<ClockStore, 'commit' | 'notices'>,
): Promise<void> {
  for (let i = 0; i < notices.length; i += CHANGES_AT_ONCE) {
    let left = notices.slice(i, i + CHANGES_AT_ONCE);
    for (let attempt = 1; left.length > 0 && attempt <= PUT_OFF_ATTEMPTS; attempt += 1) {
      const changes = left.map((notice) => ({
        kind: 'put-off' as const,
        notice: { ...notice, sendAfter: until(notice) },
      }));
      if (await retry(() => clocks.commit(changes)).catch(() => false)) break;
      const now = await retry(() => clocks.notices(left.map(({ key }) => key)));
      left = left.filter((notice) => isUntouched(notice, now.get(notice.key)));
    }
  }
}

async function push(jobs: readonly FollowUp[], followUps: FollowUps): Promise<void> {
  let some: FollowUp[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const now = some;
    some = [];
    bytes = 0;
    if (now.length > 0) await retry(() => followUps.push(now));
  };
  for (const job of jobs) {
    const size = JSON.stringify(job).length;
    if (some.length === EVENTS || bytes + size > BYTES) await flush();
    some.push(job);
    bytes += size;
  }
  await flush();
}

/**
 * Has everybody told for whom something waits, if they are at work; else puts it off until they are.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function tellPeople({ clocks, jira, followUps, clock }: TellPorts): Promise<void> {
  const now = clock.now();
  const waiting = await gather(now, clocks);
  if (waiting.length === 0) return;
  const all = waiting.filter((notice) => !isPrompt(notice));
  // Whose move it became is told at any hour; a run of its own was to tell them, and may have been lost.
  const prompt = new Map<AccountId, string[]>();
  for (const notice of waiting) {
    const { accountId, key } = notice;
    if (isPrompt(notice)) prompt.set(accountId, [...(prompt.get(accountId) ?? []), key]);
  }
  await push(
    [...prompt].map(([accountId, keys]) => ({
      kind: 'send-prompt',
      accountId,
      notices: keys.slice(0, THINGS),
    })),
    followUps,
  );
  if (all.length === 0) return;
  const accounts = [...new Set(all.map(({ accountId }) => accountId))];
  const projects = [...new Set(all.map(({ issueKey }) => projectOf(issueKey)))];
  const [people, policies] = await Promise.all([
    retry(() => jira.people('app', accounts)).then(byAccount),
    retry(() => clocks.policies(projects)),
  ]);
  const at = (notice: Notice): Instant =>
    tellAt(people[notice.accountId], policies.get(projectOf(notice.issueKey)) ?? siteDefault, now);
  const ready = new Map<AccountId, string[]>();
  const later: Notice[] = [];
  for (const notice of all) {
    if (at(notice) > now) later.push(notice);
    else ready.set(notice.accountId, [...(ready.get(notice.accountId) ?? []), notice.key]);
  }
  await putOff(later, at, clocks);
  await push(
    [...ready].map(([accountId, keys]) => ({
      kind: 'send-digest',
      accountId,
      notices: keys.slice(0, THINGS),
    })),
    followUps,
  );
}
