import { retry } from '../../platform/retry';
import type { Clock } from '../ports';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { CHANGES_AT_ONCE, type ClockStore, type DueItem } from './ports';

export interface SweepPorts {
  readonly clocks: Pick<ClockStore, 'due' | 'waiting'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** The queue's limit on one push. */
const EVENTS = 50;
/** So many pages of due rows one sweep hands out; what is left is due an hour later just the same. */
const PAGES = 200;
/** Those who look at charters are done by then, and what they found goes into one mail a person. */
const TELL_AFTER_SECONDS = 300;

async function handOut(items: readonly DueItem[], followUps: FollowUps): Promise<void> {
  const jobs: FollowUp[] = [];
  for (let i = 0; i < items.length; i += CHANGES_AT_ONCE) {
    const some = items.slice(i, i + CHANGES_AT_ONCE);
    jobs.push({ kind: 'escalate', items: some, anyway: false });
    // Time alone changed what their fields say.
    jobs.push({ kind: 'compare-fields', issueIds: some.map(({ issueId }) => issueId) });
  }
  for (let i = 0; i < jobs.length; i += EVENTS) {
    const some = jobs.slice(i, i + EVENTS);
    await retry(() => followUps.push(some));
  }
}

/**
 * Hands out every charter whose next step is due, and has people told what waits for them. Reads the due rows alone;
 * run twice at once it hands out twice, which changes nothing.
 *
 * @throws Unavailable; the next sweep finds the same rows.
 */
export async function sweepDue({ clocks, followUps, clock }: SweepPorts): Promise<void> {
  const now = clock.now();
  let found = 0;
  let gathered: DueItem[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const at = cursor;
    const { items, next } = await retry(() => clocks.due(now, at));
    found += items.length;
    gathered = [...gathered, ...items];
    cursor = next;
    if (next === undefined) break;
    if (gathered.length >= EVENTS * CHANGES_AT_ONCE) {
      await handOut(gathered, followUps);
      gathered = [];
    }
  }
  await handOut(gathered, followUps);
  const waits = found > 0 || (await retry(() => clocks.waiting(now))).notices.length > 0;
  if (waits) await retry(() => followUps.push([{ kind: 'notify' }], TELL_AFTER_SECONDS));
}
