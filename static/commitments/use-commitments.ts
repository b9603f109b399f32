import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommitmentsAnswer } from '../../src/contract/answers';
import { byUrgency } from '../../src/domain/commitments/commitments';
import { call, type Failure, type Problem } from '../ui/call';
import { readPages } from '../ui/read-pages';

export type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | {
      readonly status: 'ready';
      readonly data: CommitmentsAnswer;
      /** Further pages are on their way. */
      readonly loading: boolean;
      /** The latest question failed; what is shown is what came before it. */
      readonly problem: Problem | null;
    };

/** One page after another as one list. */
const joined = (
  before: CommitmentsAnswer,
  { nextCursor, ...next }: CommitmentsAnswer,
): CommitmentsAnswer => ({
  ...next,
  ...(before.away && { away: before.away }),
  ...(nextCursor !== undefined && { nextCursor }),
  yours: [...before.yours, ...next.yours].sort(byUrgency),
  awaited: [...before.awaited, ...next.awaited].sort(byUrgency),
  people: { ...before.people, ...next.people },
});

const afterFailure = (now: Loaded, problem: Problem): Loaded =>
  now.status === 'ready' ? { ...now, loading: false, problem } : { status: 'failed', problem };

const afterPage = (now: Loaded, data: CommitmentsAnswer): Loaded => {
  const more = data.nextCursor !== undefined;
  return now.status === 'ready' && more && !now.loading
    ? now
    : { status: 'ready', data, loading: more, problem: null };
};

/**
 * The reader's commitments, page by page. What came first can be used while the rest is on its way; a refresh
 * replaces everything at once, so that nothing on the screen goes and comes back.
 */
export function useCommitments(first: Promise<CommitmentsAnswer | Failure | null>): {
  readonly loaded: Loaded;
  readonly reload: () => Promise<void>;
} {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const started = useRef<Promise<CommitmentsAnswer | Failure | null> | null>(first);
  const latest = useRef<AbortController | null>(null);

  const load = useCallback(async () => {
    latest.current?.abort();
    const own = new AbortController();
    latest.current = own;
    let whole: CommitmentsAnswer | null = null;
    await readPages<CommitmentsAnswer>(
      async (cursor) => {
        const early = started.current;
        started.current = null;
        return (await early) ?? call('commitments/list', cursor === null ? {} : { cursor });
      },
      (answer) => {
        if (!answer.ok) return setLoaded((now) => afterFailure(now, answer.error));
        const data = whole ? joined(whole, answer) : answer;
        whole = data;
        setLoaded((now) => afterPage(now, data));
      },
      own.signal,
    );
  }, []);

  useEffect(() => {
    void load();
  }, [load]);

  return { loaded, reload: load };
}
