import { useState } from 'react';
import type { CharterAnswer } from '../../../src/contract/answers';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { call, type Problem } from '../../ui/call';
import type { People } from '../../ui/person';

interface Older {
  /** Those before the ones the panel came with, oldest first. */
  readonly events: readonly CharterEvent[];
  /** The number of the first of them; the oldest of all is 0. */
  readonly from: number;
  readonly people: People;
}

/** The history as far as it was fetched: the panel's own entries, and older ones page by page. */
export function useWholeHistory({ history, earlier, people }: CharterAnswer): {
  readonly events: readonly CharterEvent[];
  /** How many older ones are not fetched yet: the number of the first one here. */
  readonly from: number;
  readonly people: People;
  readonly loading: boolean;
  readonly problem: Problem | null;
  /** One page more; all of them with `all`. What is then there, or null when a page did not arrive. */
  readonly loadOlder: (
    all?: boolean,
  ) => Promise<{ readonly events: readonly CharterEvent[]; readonly people: People } | null>;
} {
  const [older, setOlder] = useState<Older>({ events: [], from: earlier, people: {} });
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // The panel's part may have begun further back when the older ones were fetched; entries keep their numbers.
  const reaches = older.from + older.events.length;
  const fetched = [...older.events, ...history.slice(Math.max(0, reaches - earlier))];

  const loadOlder = async (all = false) => {
    setLoading(true);
    setProblem(null);
    let now = older;
    do {
      if (now.from === 0) break;
      const page = await call('history/page', { before: now.from });
      if (!page.ok) {
        setLoading(false);
        setProblem(page.error);
        return null;
      }
      now = {
        events: [...page.events, ...now.events],
        from: page.from,
        people: { ...now.people, ...page.people },
      };
      setOlder(now);
    } while (all);
    setLoading(false);
    const end = now.from + now.events.length;
    const events = [...now.events, ...history.slice(Math.max(0, end - earlier))];
    return { events, people: { ...now.people, ...people } };
  };

  return {
    events: fetched,
    from: older.from,
    people: { ...older.people, ...people },
    loading,
    problem,
    loadOlder,
  };
}
