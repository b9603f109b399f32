import { addDays, isBefore, type Instant } from '../../domain/time/time';
import { logError } from '../../platform/log';
import { retry } from '../../platform/retry';
import { Unavailable } from '../../platform/unavailable';
import type { Claims } from '../ports';
import { compare } from './compare-fields';
import { counting } from './points';
import type { ComparisonState, ComparisonStore, FieldsPage } from './ports';
import { fieldsScope } from './scope';
import type { SearchFieldsPorts } from './search-fields';

export interface CompareAllPorts extends SearchFieldsPorts {
  readonly comparison: ComparisonStore;
  readonly claims: Claims;
}

/** What one hour may cost of Jira’s points: two weeks of such hours see well over 30,000 items. */
export const POINTS_AN_HOUR = 500;
const PAGE = 25;
/** A page whose items name many people, until a dearer one was seen. */
const DEAREST_PAGE = 120;
/** A small site is seen through in hours, and not again before a day has passed. */
const DAYS_BETWEEN = 1;

/** Where this hour goes on; null where nothing is to do yet. */
function begun(state: ComparisonState | null, now: Instant): ComparisonState | null {
  if (state && !state.over) return state;
  const isEarly = state !== null && isBefore(now, addDays(state.startedAt, DAYS_BETWEEN));
  return isEarly ? null : { startedAt: now, over: false };
}

/** Has the comparison go on where this hour has something to compare. */
export async function goOnComparing({
  comparison,
  followUps,
  clock,
}: Pick<CompareAllPorts, 'comparison' | 'followUps' | 'clock'>): Promise<void> {
  const state = await retry(() => comparison.read());
  if (begun(state, clock.now())) await followUps.push([{ kind: 'compare-all' }]);
}

/** The next page; from the beginning where Jira no longer knows the place. */
async function pageFrom(
  { pageToken }: ComparisonState,
  search: (pageToken: string | undefined) => Promise<FieldsPage>,
): Promise<FieldsPage> {
  try {
    return await retry(() => search(pageToken));
  } catch (error) {
    const isForgotten = error instanceof Unavailable && error.failure === 'broken-question';
    if (!isForgotten || pageToken === undefined) throw error;
    logError('The comparison of fields began anew', error);
    return retry(() => search(undefined));
  }
}

/**
 * Goes on comparing every item's fields with what is true, for what one hour may cost. Where it stands is kept, and the
 * next hour goes on there; after the last page it rests until a day after it began.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function compareAll(ports: CompareAllPorts): Promise<void> {
  const { claims, clock, comparison } = ports;
  const now = clock.now();
  const hour = `fields:${now.slice(0, 13)}`;
  let state = begun(await retry(() => comparison.read()), now);
  // A schedule may fire twice, and an event may come twice: an hour is spent once.
  if (!state || !(await retry(() => claims.take(hour)))) return;
  const { jira, spent } = counting(ports.jira);
  let dearest = DEAREST_PAGE;
  try {
    const scope = await fieldsScope({ ...ports, jira });
    while (!state.over && spent() + dearest <= POINTS_AN_HOUR) {
      const before = spent();
      const page = await pageFrom(state, (pageToken) =>
        jira.searchFields({ everywhere: true }, scope, { most: PAGE, pageToken }),
      );
      await compare(page.items, { ...ports, jira });
      state = {
        startedAt: state.startedAt,
        pageToken: page.nextPageToken,
        over: page.nextPageToken === undefined,
      };
      const reached = state;
      await retry(() => comparison.write(reached));
      dearest = Math.max(dearest, spent() - before);
    }
  } catch (error) {
    // What was spent of the hour is little where Jira or storage did not answer.
    await retry(() => claims.release(hour)).catch(() => undefined);
    throw error;
  }
}
