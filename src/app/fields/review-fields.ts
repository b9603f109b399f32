import { changedBetween } from '../../domain/fields/change-moments';
import { departedAt, holdersOf } from '../../domain/charter/departures';
import { peopleAsked } from '../../domain/gate/subject';
import { siteDefault } from '../../domain/policy/policy';
import { addHours, isBefore, type Instant } from '../../domain/time/time';
import { daysOf } from '../../domain/access/sight';
import { projectOf, type AccountId } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { ReviewFieldsJob } from '../jobs/fields/review-fields';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { CHANGES_AT_ONCE, type ClockStore } from '../notices/ports';
import { readCharterPages } from '../subject/read-charter-pages';
import type { Claims, Clock, Jira } from '../ports';

export interface ReviewFieldsPorts {
  readonly charters: Pick<CharterStore, 'find'>;
  readonly clocks: Pick<ClockStore, 'policies'>;
  readonly jira: Pick<Jira, 'people'>;
  readonly claims: Claims;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Pages of records that one run looks through. */
const PAGES_AT_ONCE = 5;
/** Work items that one comparison takes. */
const COMPARED_AT_ONCE = 100;

/** A little more than the day between two reviews. */
const LOOKED_BACK_HOURS = 25;

/** Everyone of a record whose leaving would change a verdict. */
const askedIn = ({ charter }: StoredCharter): readonly AccountId[] =>
  peopleAsked({ charter, item: { ownerField: null } });

/** Everyone whose leaving is noted on a record, or would be. */
const holdersIn = ({ charter }: StoredCharter): readonly AccountId[] => [
  ...holdersOf(charter),
  ...(charter.departed ?? []).map(({ accountId }) => accountId),
];

/** Whether a record says otherwise of who left than was found. */
const isNewsTo = (one: StoredCharter, { isGone }: Turned): boolean =>
  holdersIn(one).some(
    (accountId) => isGone(accountId) !== (departedAt(one.charter, accountId) !== undefined),
  );

interface Turned {
  /** Who left or came back since the review of yesterday. */
  readonly turned: ReadonlySet<AccountId>;
  readonly isGone: (accountId: AccountId) => boolean;
}

/**
 * Who of these was deactivated or came back since the review of yesterday. Each person is asked about once a run; that
 * somebody is inactive is kept for a day's comparison, and ends by itself.
 */
async function turnedAround(
  accountIds: readonly AccountId[],
  { run, mark }: { readonly run: string; readonly mark: string },
  { claims, clock, jira }: ReviewFieldsPorts,
): Promise<Turned> {
  const { today, yesterday } = daysOf(clock.now());
  const inactive = (accountId: AccountId, day: string): string => `inactive:${accountId}:${day}`;
  const asked = (accountId: AccountId): string => `asked:${run}:${accountId}`;
  const held = await retry(() =>
    claims.marksOf(accountIds.flatMap((one) => [asked(one), inactive(one, today), inactive(one, yesterday)])),
  );
  const fresh: AccountId[] = [];
  for (const one of accountIds) {
    // By the same mark the same pages ask again, should it be brought a second time.
    const holder = held.get(asked(one));
    if (holder === undefined ? await claims.take(asked(one), mark) : holder === mark) fresh.push(one);
  }
  const gone = new Set<AccountId>();
  if (fresh.length > 0) {
    const known = await retry(() => jira.people('app', fresh));
    const active = new Set(known.flatMap((one) => (one.active ? [one.accountId] : [])));
    for (const one of fresh) if (!active.has(one)) gone.add(one);
    for (const one of gone) await claims.take(inactive(one, today), today);
  }
  const isGone = (one: AccountId): boolean => gone.has(one) || held.has(inactive(one, today));
  return {
    isGone,
    turned: new Set(accountIds.filter((one) => isGone(one) !== held.has(inactive(one, yesterday)))),
  };
}

/** Whether its record was written since. */
const writtenSince = ({ history }: StoredCharter, since: Instant): boolean =>
  history.some(({ at }) => !isBefore(at, since));

/**
 * Looks through some pages of records for those whose fields may have been left behind since yesterday: something was
 * written and the push lost, a moment passed, or somebody left or came back. Those are compared.
 *
 * @param also jobs that are pushed together with what follows from this page
 * @throws Unavailable when it should be tried again.
 */
export async function reviewFields(
  job: ReviewFieldsJob,
  ports: ReviewFieldsPorts,
  also: readonly FollowUp[] = [],
): Promise<void> {
  const { clock, clocks, followUps } = ports;
  const run = job.run ?? crypto.randomUUID();
  const { found, stored, next } = await readCharterPages(job.cursor, PAGES_AT_ONCE, ports);
  const policies = await retry(() =>
    clocks.policies([...new Set(found.map(({ issueKey }) => projectOf(issueKey)))]),
  );
  const now = clock.now();
  const since = addHours(now, -LOOKED_BACK_HOURS);
  const asked = [...new Set([...stored.values()].flatMap((one) => [...askedIn(one), ...holdersIn(one)]))];
  const people = await turnedAround(asked, { run, mark: job.cursor ?? 'first' }, ports);
  const behind = found.flatMap(({ issueKey, issueId }) => {
    const one = stored.get(issueId);
    if (!one || one.version === 0 || one.charter.itemDeletedAt !== undefined) return [];
    const policy = policies.get(projectOf(issueKey)) ?? siteDefault;
    const isBehind =
      writtenSince(one, since) ||
      changedBetween(one.charter, policy, since, now) ||
      askedIn(one).some((accountId) => people.turned.has(accountId));
    return isBehind ? [issueId] : [];
  });
  const jobs: FollowUp[] = [...also];
  for (let at = 0; at < behind.length; at += COMPARED_AT_ONCE) {
    jobs.push({ kind: 'compare-fields', issueIds: behind.slice(at, at + COMPARED_AT_ONCE) });
  }
  const departures = found.filter(({ issueId }) => {
    const one = stored.get(issueId);
    return one !== undefined && one.version > 0 && isNewsTo(one, people);
  });
  for (let at = 0; at < departures.length; at += CHANGES_AT_ONCE) {
    const items = departures.slice(at, at + CHANGES_AT_ONCE);
    jobs.push({
      kind: 'note-departures',
      items: items.map(({ issueId, issueKey }) => ({ issueId, issueKey })),
    });
  }
  if (next !== undefined) jobs.push({ kind: 'review-fields', cursor: next, run });
  if (jobs.length > 0) await retry(() => followUps.push(jobs));
}
