import { daysOf, judgeLook, mostLosses, type Sight } from '../../domain/access/sight';
import { acceptedDri } from '../../domain/charter/charter';
import type { AccountId, IssueKey } from '../../domain/values';
import { followUpsOf } from '../charter/after-change';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterStore, StoredCharter } from '../charter/ports';
import { readCharterPages } from '../subject/read-charter-pages';
import type { CommitmentRow, CommitmentStore } from '../commitments/ports';
import type { Claims, Clock } from '../ports';
import type { Messages } from '../notices/ports';
import type { AccessChangeJob, OwnedItem } from '../jobs/lifecycle/access-change';
import type { AccessReviewJob, ReviewSoFar } from '../jobs/lifecycle/access-review';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { logError } from '../../platform/log';

export interface ReviewPorts {
  readonly messages: Pick<Messages, 'sights' | 'items'>;
  readonly charters: Pick<CharterStore, 'find' | 'readFor'>;
  readonly commitments: Pick<CommitmentStore, 'page'>;
  readonly claims: Claims;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Pages of a person's list that are read: as many items as one check takes. */
const PAGES = 10;
/** Pages of charters that one run looks through. */
const PAGES_AT_ONCE = 2;

/** An accepted DRI's item, with what its charter says of their access. */
interface Owned extends OwnedItem {
  readonly issueId: string;
  readonly lost: boolean;
}

function ownedBy(accountId: AccountId, issueKey: IssueKey, stored: StoredCharter): readonly Owned[] {
  const { charter, issueId } = stored;
  if (acceptedDri(charter) !== accountId || charter.itemDeletedAt !== undefined || issueId === '') return [];
  return [{ issueKey, issueId, accountId, lost: charter.dri?.lostAccessAt !== undefined }];
}

async function listOf(accountId: AccountId, { commitments }: ReviewPorts): Promise<readonly CommitmentRow[]> {
  const all: CommitmentRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { rows, nextCursor } = await commitments.page(accountId, cursor);
    all.push(...rows);
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return all;
}

interface Looked {
  readonly owned: Owned;
  readonly sight: Sight;
}

/**
 * Looks at everything these people own. Whatever else is on their list is asked about with it: an item they do see
 * shows that the answer is about them.
 */
async function look(accounts: readonly AccountId[], ports: ReviewPorts): Promise<readonly Looked[]> {
  const people = await Promise.all(
    accounts.map(async (accountId) => {
      const rows = await listOf(accountId, ports);
      const stored = await ports.charters.readFor(rows);
      const written = rows.filter(({ issueId }) => (stored.get(issueId)?.version ?? 0) > 0);
      const items = written.map(({ issueKey, issueId }) => ({ issueKey, issueId }));
      const owned = written.flatMap(({ issueKey, issueId }) => {
        const one = stored.get(issueId);
        return one ? ownedBy(accountId, issueKey, one) : [];
      });
      return { accountId, items, owned };
    }),
  );
  const asked = people.filter(({ owned }) => owned.length > 0);
  const answers = await ports.messages.sights(
    // Without a check only those have something to gain from a call of their own whose access was lost.
    asked.map(({ accountId, items, owned }) => ({
      accountId,
      items,
      worthACall: new Set(owned.filter(({ lost }) => lost).map(({ issueId }) => issueId)),
    })),
  );
  const looked = asked.flatMap(({ owned }, at) =>
    owned.map((one): Looked => ({ owned: one, sight: answers[at]?.get(one.issueId) ?? 'unknown' })),
  );
  const hidden = looked.filter(({ sight, owned }) => sight === 'hidden' && !owned.lost);
  if (hidden.length === 0) return looked;
  // An item that is gone, or out of the app's own sight, is not one that somebody lost sight of.
  const there = await ports.messages.items([...new Set(hidden.map(({ owned }) => owned.issueId))]);
  const ids = new Set(there.map(({ issueId }) => issueId));
  return looked.map((one): Looked =>
    one.sight === 'hidden' && !ids.has(one.owned.issueId) ? { ...one, sight: 'unknown' } : one,
  );
}

/** Whether it was proven hidden yesterday too. Each day's proof ends by itself. */
async function hiddenBefore({ issueId, accountId }: Owned, { claims, clock }: ReviewPorts): Promise<boolean> {
  const { today, yesterday } = daysOf(clock.now());
  const proof = (day: string): string => `hidden:${issueId}:${accountId}:${day}`;
  await claims.take(proof(today), today);
  return claims.isTaken(proof(yesterday));
}

const named = ({ issueKey, accountId }: OwnedItem): OwnedItem => ({ issueKey, accountId });

/** What is written at the end of a run; nothing where it would be too much at once. */
function declared({ owned, lost }: ReviewSoFar): readonly FollowUp[] {
  const most = mostLosses(owned);
  if (lost.length <= most) return lost.map((one) => ({ kind: 'access-change', ...one, sees: false }));
  logError(
    'No owner was declared to have lost sight of their work item',
    new Error(`more than ${most} of ${owned} at once`),
  );
  return [];
}

/**
 * Looks whether DRIs still see the items they answer for, some pages of charters at a time and each person once a run:
 * Jira tells nobody when a role or a security level is taken away. Who has an item back is written at once; who lost
 * one at the end of the run, when it is proven on two days, and by few enough.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira does not show the app the items.
 */
export async function followReview(job: AccessReviewJob, ports: ReviewPorts): Promise<void> {
  const { claims, followUps } = ports;
  const { run, ...before } = job.before ?? { run: crypto.randomUUID(), owned: 0, lost: [] };
  const { stored, next } = await readCharterPages(job.cursor, PAGES_AT_ONCE, ports);
  const owners = new Set([...stored.values()].flatMap(({ charter }) => acceptedDri(charter) ?? []));
  const fresh: AccountId[] = [];
  for (const accountId of owners) {
    // By the same mark the same page has it again, should it be brought a second time.
    if (await claims.take(`looked:${run}:${accountId}`, job.cursor ?? 'first')) fresh.push(accountId);
  }
  const looked = await look(fresh, ports);
  const back: OwnedItem[] = [];
  const lost: OwnedItem[] = [];
  for (const { owned, sight } of looked) {
    const doubtful = sight === 'hidden' && !owned.lost;
    const judged = judgeLook({
      sight,
      lost: owned.lost,
      hiddenBefore: doubtful && (await hiddenBefore(owned, ports)),
    });
    if (judged === 'back') back.push(named(owned));
    if (judged === 'lost') lost.push(named(owned));
  }
  const soFar: ReviewSoFar = {
    run,
    owned: before.owned + looked.length,
    // One more than is ever written says as much as all of them.
    lost: [...before.lost, ...lost].slice(0, mostLosses(Infinity) + 1),
  };
  const jobs = [
    ...back.map((one): FollowUp => ({ kind: 'access-change', ...one, sees: true })),
    ...(next === undefined
      ? declared(soFar)
      : [{ kind: 'access-review', cursor: next, before: soFar } as const]),
  ];
  if (jobs.length > 0) await followUps.push(jobs);
}

/**
 * Writes that a DRI lost sight of an item, or has it back. Somebody who answers for it no more is left alone.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function recordSight(
  { issueKey, accountId, sees }: AccessChangeJob,
  {
    charters,
    followUps,
    clock,
  }: {
    readonly charters: Pick<CharterStore, 'readCharter' | 'write'>;
    readonly followUps: FollowUps;
    readonly clock: Clock;
  },
): Promise<void> {
  const stored = await charters.readCharter(issueKey);
  if (stored.version === 0 || stored.charter.itemDeletedAt !== undefined) return;
  const now = clock.now();
  const changed = await changeAsHoldfast(
    {
      issueKey,
      issueId: stored.issueId,
      stored,
      command: { type: 'record-access', accountId, sees },
      now,
    },
    charters,
  );
  if (changed.ok) await followUps.push(followUpsOf(issueKey, changed.value, now));
}
