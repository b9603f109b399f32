import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommitmentsAnswer } from '../../src/contract/answers';
import { byUrgency } from '../../src/domain/commitments/commitments';
import { call, type Failure, type Problem } from '../ui/call';

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
  ...(nextCursor !== undefined && { nextCursor }),
  yours: [...before.yours, ...next.yours].sort(byUrgency),
  awaited: [...before.awaited, ...next.awaited].sort(byUrgency),
  people: { ...before.people, ...next.people },
});

/**
 * The reader's commitments, page by page. What came first can be used while the rest is on its way; a refresh
 * replaces everything at once, so that nothing on the screen goes and comes back.
 */
export function useCommitments(first: Promise<CommitmentsAnswer | Failure>): {
  readonly loaded: Loaded;
  readonly reload: () => Promise<void>;
} {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const started = useRef<Promise<CommitmentsAnswer | Failure> | null>(first);
  const latest = useRef(0);

  const load = useCallback(async () => {
    const turn = ++latest.current;
    let whole: CommitmentsAnswer | null = null;
    let cursor: string | undefined;
    do {
      const early = started.current;
      started.current = null;
      const answer: CommitmentsAnswer | Failure = await (early ??
        call('commitments/list', cursor === undefined ? {} : { cursor }));
      if (turn !== latest.current) return;
      if (!answer.ok) {
        const problem = answer.error;
        setLoaded((now) =>
          now.status === 'ready' ? { ...now, loading: false, problem } : { status: 'failed', problem },
        );
        return;
      }
      whole = whole ? joined(whole, answer) : answer;
      cursor = answer.nextCursor;
      const data = whole;
      const more = cursor !== undefined;
      setLoaded((now) =>
        now.status === 'ready' && more && !now.loading
          ? now
          : { status: 'ready', data, loading: more, problem: null },
      );
    } while (cursor !== undefined);
  }, []);

  useEffect(() => {
    void load();
  }, [load]);

  return { loaded, reload: load };
}
