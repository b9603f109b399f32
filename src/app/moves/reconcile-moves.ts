import type { ItemChange } from '../../domain/changelog/change';
import { changesParent, changesScope, SCOPE_FIELDS } from '../../domain/changelog/scope-history';
import { crossed } from '../../domain/gate/crossing';
import { idsUnderPolicy } from '../../domain/policy/scope';
import { addHours, isBefore } from '../../domain/time/time';
import { projectOf, type Instant } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { ReconcileMovesJob } from '../jobs/gate/reconcile-moves';
import type { ScopeReviewJob } from '../jobs/gate/scope-review';
import type { TransitionCheckJob } from '../jobs/gate/transition-check';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { CharterStore } from '../charter/ports';
import type { PolicyRecords, PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import type { ItemHistories } from '../report/ports';
import { policyFor } from '../subject/policy-for';
import type { ChangedPage, GateTraces } from '../gate/ports';

export interface ReconcilePorts {
  readonly jira: Pick<Jira, 'changedItems' | 'issueTypes'>;
  readonly histories: Pick<ItemHistories, 'changelogs' | 'statusCategories'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly policies: Pick<PolicyStore, 'read' | 'readMany'>;
  readonly policyRecords: Pick<PolicyRecords, 'page'>;
  readonly traces: Pick<GateTraces, 'of'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** The queue's limit on one push. */
const EVENTS = 50;
/** An hour more than a day, so that no run leaves a gap behind the one before. */
const LOOK_BACK_HOURS = 25;

type Item = ChangedPage['items'][number];

async function pushAll(jobs: readonly FollowUp[], followUps: FollowUps): Promise<void> {
  for (let i = 0; i < jobs.length; i += EVENTS) {
    const some = jobs.slice(i, i + EVENTS);
    await retry(() => followUps.push(some));
  }
}

interface Crossing extends TransitionCheckJob {
  readonly issueId: string;
  readonly at: Instant;
}

/** Borders that an item crossed since a moment, as its changelog tells. */
const crossingsOf = (
  { issueId, issueKey }: Item,
  changes: readonly ItemChange[],
  categories: Awaited<ReturnType<ItemHistories['statusCategories']>>,
): readonly Crossing[] =>
  changes.flatMap(({ at, fields }) =>
    fields.flatMap(({ fieldId, from, to }): readonly Crossing[] => {
      const [before, after] = [categories.get(from ?? ''), categories.get(to ?? '')];
      const checkpoint = fieldId === 'status' && before && after ? crossed(before, after) : null;
      return checkpoint === null
        ? []
        : [{ kind: 'transition-check', issueId, issueKey, toStatusId: to ?? '', checkpoint, at }];
    }),
  );

/**
 * Looks once a day at what Jira's own changelog tells of the day, a page at a time: crossings that left neither a clean
 * trace nor a passage are asked about again, and so is what may have come under policy. Calls per page of 100: search,
 * changelogs, statuses, policies, charters, traces.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function reconcileMoves({ cursor }: ReconcileMovesJob, ports: ReconcilePorts): Promise<void> {
  const since = addHours(ports.clock.now(), -LOOK_BACK_HOURS);
  if (cursor === undefined) await pushAll(await reviewsSince(since, ports), ports.followUps);
  const { items, nextPageToken } = await ports.jira.changedItems({ kind: 'lately' }, cursor);
  if (items.length > 0) await pushAll(await lostOf(items, since, ports), ports.followUps);
  if (nextPageToken === undefined) return;
  await ports.followUps.push([{ kind: 'reconcile-moves', cursor: nextPageToken }]);
}

/** Policies that were saved since a moment: what they cover may have begun before. */
async function reviewsSince(
  since: Instant,
  { policyRecords }: Pick<ReconcilePorts, 'policyRecords'>,
): Promise<readonly FollowUp[]> {
  const reviews: FollowUp[] = [];
  let cursor: string | undefined;
  do {
    const { found, next } = await policyRecords.page(cursor);
    const saved = found.filter(({ savedAt }) => !isBefore(savedAt, since));
    for (const { projectKey } of saved) reviews.push({ kind: 'scope-review', projectKey });
    cursor = next;
  } while (cursor !== undefined);
  return reviews;
}

async function lostOf(
  items: readonly Item[],
  since: Instant,
  ports: ReconcilePorts,
): Promise<readonly FollowUp[]> {
  const [policies, logs, categories, charters] = await Promise.all([
    ports.policies.readMany(
      items.map(({ issueKey, projectId }) => ({ project: projectOf(issueKey), id: projectId })),
    ),
    ports.histories.changelogs(
      'app',
      items.map(({ issueId }) => issueId),
      SCOPE_FIELDS,
    ),
    ports.histories.statusCategories('app'),
    ports.charters.readFor(items),
  ]);
  const lately = (item: Item): readonly ItemChange[] =>
    (logs.get(item.issueId) ?? []).filter(({ at }) => !isBefore(at, since));
  const crossings = items.flatMap((item) => crossingsOf(item, lately(item), categories));
  const unrecorded = crossings.filter(
    // What a child left there is told of the child.
    ({ issueId, at }) =>
      !charters
        .get(issueId)
        ?.charter.passages.some((passage) => passage.at === at && passage.child === undefined),
  );
  const traces = await ports.traces.of(unrecorded);
  const isChosen = ({ issueKey }: Pick<Item, 'issueKey'>): boolean => {
    const stored = policies.get(projectOf(issueKey));
    return stored !== undefined && policyFor(stored, null).decidedBy !== undefined;
  };
  const entered = items
    .filter(isChosen)
    .filter(
      (item) =>
        !isBefore(item.createdAt, since) ||
        lately(item).some((change) => changesScope(change) || changesParent(change)),
    );
  return [
    ...unrecorded
      .filter((crossing, place) => {
        const trace = traces[place];
        // A clean trace asks for nothing more, and where nobody chose a policy only a trace tells of something.
        return trace ? trace.passages.length > 0 : isChosen(crossing);
      })
      .map(({ kind, issueKey, toStatusId, checkpoint }): FollowUp => ({
        kind,
        issueKey,
        toStatusId,
        checkpoint,
      })),
    ...entered.map(({ issueKey }): FollowUp => ({ kind: 'scope-check', issueKey })),
  ];
}

/**
 * Has every item beyond To Do looked at that a saved policy covers, a page at a time.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function reviewScope(
  { projectKey, cursor }: ScopeReviewJob,
  ports: ReconcilePorts,
): Promise<void> {
  const [stored, types] = await Promise.all([
    // Whoever saved a policy said for which key; what it covers there is looked for, and each is judged by its own.
    ports.policies.read(projectKey === undefined ? 'site' : { project: projectKey, id: null }),
    ports.jira.issueTypes('app'),
  ]);
  const { ids: issueTypes } = idsUnderPolicy(policyFor(stored, null).workItemTypes, types);
  if (issueTypes.length === 0) return;
  const page = await ports.jira.changedItems({ kind: 'started', issueTypes, projectKey }, cursor);
  await pushAll(
    page.items.map(({ issueKey }): FollowUp => ({ kind: 'scope-check', issueKey })),
    ports.followUps,
  );
  const next = page.nextPageToken;
  if (next !== undefined) await ports.followUps.push([{ kind: 'scope-review', projectKey, cursor: next }]);
}
