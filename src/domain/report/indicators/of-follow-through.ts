import type { PassageReason } from '../../charter/charter';
import type { CharterEvent } from '../../charter/events';
import type { AccountId } from '../../values';
import { DAY_MS, daysBetween, hoursBetween, msOf, WEEK_MS, type Instant } from '../../time/time';
import type { Happening, Observation } from './indicators';
import { endOfWeek, type Week } from './weeks';

/**
 * A warning holds no move under any mode, and is told to the owner. That an item came under policy already started, or that
 * a rule cannot be read, is no move past the gate.
 */
const UNCOUNTED: ReadonlySet<PassageReason> = new Set(['warned', 'misconfigured', 'entered']);

/** Questions and their decisions, check-ins that decided something, and moves past the gate's rules. */
export function stepHappenings(history: readonly CharterEvent[]): readonly Happening[] {
  const raised = new Map<string, Instant>();
  return history.flatMap((event): readonly Happening[] => {
    const { at } = event;
    switch (event.type) {
      case 'escalation-raised':
        raised.set(event.escalationId, at);
        return [{ indicator: 'escalation-frequency', at, value: 1 }];
      case 'escalation-answered': {
        const since = raised.get(event.escalationId);
        raised.delete(event.escalationId);
        return since === undefined
          ? []
          : [{ indicator: 'decision-cycle-time', at, value: hoursBetween(since, at) }];
      }
      case 'check-in-submitted':
        return [{ indicator: 'decisions-per-check-in', at, value: event.decision === undefined ? 0 : 1 }];
      case 'passage-recorded': {
        const { passage } = event;
        if (UNCOUNTED.has(passage.reason)) return [];
        const indicator = passage.reason === 'bypass' ? 'gate-bypasses' : 'gate-unmet';
        return [{ indicator, at: passage.at, value: 1 }];
      }
      default:
        return [];
    }
  });
}

/** Whoever owned the item, and until when; `until` is null for the one who still does. */
interface Term {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly returned: boolean;
}

/** One term after another. A DRI whose acceptance is not in the history is left out. */
function termsIn(history: readonly CharterEvent[]): readonly Term[] {
  const terms: Term[] = [];
  let nominee: AccountId | null = null;
  let since: Instant | null = null;
  const end = (until: Instant | null, returned: boolean): void => {
    if (since !== null) terms.push({ from: since, until, returned });
    since = null;
  };
  for (const event of history) {
    switch (event.type) {
      case 'dri-nominated':
        if (event.accountId !== nominee) end(event.at, false);
        nominee = event.accountId;
        break;
      case 'dri-accepted':
        since ??= event.at;
        break;
      case 'dri-declined':
        end(event.at, true);
        nominee = null;
        break;
      default:
    }
  }
  end(null, false);
  return terms;
}

/** How long ownership lasted where it ended, and how often it was handed back. */
export const ownershipHappenings = (history: readonly CharterEvent[]): readonly Happening[] =>
  termsIn(history).flatMap(({ from, until, returned }): readonly Happening[] =>
    until === null
      ? []
      : [
          { indicator: 'delegation-durability', at: until, value: daysBetween(from, until) },
          ...(returned ? [{ indicator: 'ownership-returns' as const, at: until, value: 1 }] : []),
        ],
  );

/**
 * At the end of each of these weeks: whether an owned item had a check-in within the cadence. A new owner has one
 * cadence before it counts: otherwise every new item would look fresh, and their number would move the figure. Nothing
 * is due once the item was let go or is gone, nor, for a finished one (`closed`), after the week of its last entry.
 */
export function freshness(
  history: readonly CharterEvent[],
  {
    weeks,
    everyDays,
    closed,
  }: { readonly weeks: readonly Week[]; readonly everyDays: number; readonly closed: boolean },
): readonly Observation[] {
  const terms = termsIn(history);
  const checkIns = history.flatMap(({ type, at }) => (type === 'check-in-submitted' ? [msOf(at)] : []));
  const lastEntry = msOf(history.at(-1)?.at ?? '1970-01-01T00:00:00Z');
  return weeks.flatMap((week): readonly Observation[] => {
    const end = endOfWeek(week);
    const term = terms.find(({ from, until }) => msOf(from) < end && (until === null || msOf(until) >= end));
    if (!term || restsAt(history, end) || (closed && lastEntry < end - WEEK_MS)) return [];
    const reach = end - everyDays * DAY_MS;
    if (msOf(term.from) > reach) return [];
    const isFresh = checkIns.some((at) => at >= reach && at < end);
    return [{ indicator: 'check-in-freshness', week, value: isFresh ? 1 : 0 }];
  });
}

/** Whether the commitment was released, or the item gone from Jira, at a moment. */
function restsAt(history: readonly CharterEvent[], moment: number): boolean {
  let [released, gone] = [false, false];
  for (const event of history) {
    if (msOf(event.at) >= moment) break;
    if (event.type === 'review-decided') released = event.choice === 'release';
    if (event.type === 'item-deleted') gone = true;
    if (event.type === 'item-restored') gone = false;
  }
  return released || gone;
}
