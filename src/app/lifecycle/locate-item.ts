import type { IssueKey } from '../../domain/values';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterPage, CharterStore, StoredCharter } from '../charter/ports';
import type { FindChartersJob } from '../jobs/lifecycle/find-charters';
import type { LocateItemJob } from '../jobs/lifecycle/locate-item';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { Messages } from '../notices/ports';
import { rekeyCharter, type RekeyPorts } from '../charter/rekey-charter';

export interface LocateItemPorts extends RekeyPorts {
  readonly charters: RekeyPorts['charters'] & Pick<CharterStore, 'write'>;
  readonly followUps: FollowUps;
}

/**
 * Looks where a work item is now, and lets its charter follow: under the key it has, marked if it is gone, the mark
 * taken off if it is back. What the event said is only a hint, so it may come twice, late, or after a later one.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function locateItem(job: LocateItemJob, ports: LocateItemPorts): Promise<void> {
  const { issueId, issueKey, gone } = job;
  const [raw, { found }] = await Promise.all([
    ports.jira.workItem('app', issueId),
    ports.charters.find({ issueId }),
  ]);
  const current = raw?.issueKey;
  const known = new Set([issueKey, ...found.map((one) => one.issueKey)]);
  if (current === undefined) {
    // Only who was told of a deletion may believe it: an item can also be out of the app's sight.
    if (gone) await Promise.all([...known].map((key) => mark(key, issueId, 'record-deletion', ports)));
    return;
  }
  known.delete(current);
  for (const key of known) await rekeyCharter(key, current, issueId, ports);
  await mark(current, issueId, 'record-restoration', ports);
  if (known.size > 0) await ports.followUps.push([{ kind: 'write-fields', issueKey: current }]);
}

async function mark(
  issueKey: IssueKey,
  issueId: string,
  type: 'record-deletion' | 'record-restoration',
  { charters, clock }: LocateItemPorts,
): Promise<void> {
  const stored: StoredCharter = await charters.readCharter(issueKey);
  if (stored.version === 0 || stored.issueId !== issueId) return;
  await changeAsHoldfast({ issueKey, issueId, stored, command: { type }, now: clock.now() }, charters);
}

/** Pages that one run looks through: an invocation costs more than the page it looks at. */
const PAGES_AT_ONCE = 5;

export interface SearchPorts {
  readonly charters: Pick<CharterStore, 'find'>;
  readonly followUps: FollowUps;
  readonly messages: Pick<Messages, 'items'>;
}

/**
 * Has charters of a project, or of the site, looked after, some pages at a time: each of them where Jira said that they
 * were deleted; otherwise, of what Jira shows a hundred at once, those whose item has another key by now or is back.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followSearch(
  { where, gone, cursor }: FindChartersJob,
  { charters, followUps, messages }: SearchPorts,
): Promise<void> {
  const jobs: FollowUp[] = [];
  let at = cursor;
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const { found, stored, next } = await charters.find(where, at);
    const moved = gone ? found : await movedOf(found, stored, messages);
    jobs.push(...moved.map((one): FollowUp => ({ kind: 'locate-item', ...one, gone })));
    at = next;
    if (next === undefined) break;
  }
  if (at !== undefined) jobs.push({ kind: 'find-charters', where, gone, cursor: at });
  if (jobs.length > 0) await followUps.push(jobs);
}

/** Of what Jira shows the app: what stands under another key than its charter, and what is marked as deleted. */
async function movedOf(
  found: CharterPage['found'],
  stored: CharterPage['stored'],
  messages: SearchPorts['messages'],
): Promise<CharterPage['found']> {
  const ids = found.map(({ issueId }) => issueId).filter(Boolean);
  const items = ids.length === 0 ? [] : await messages.items(ids);
  const keys = new Map(items.map(({ issueId, issueKey }) => [issueId, issueKey]));
  return found.filter(({ issueId, issueKey }) => {
    const now = keys.get(issueId);
    const isMarked = stored.get(issueId)?.charter.itemDeletedAt !== undefined;
    return now !== undefined && (now !== issueKey || isMarked);
  });
}
