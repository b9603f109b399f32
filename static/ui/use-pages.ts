import { useEffect, useState } from 'react';
import type { Success } from '../../src/contract/answers';
import type { CallKey, Input } from '../../src/contract/inputs';
import { call, type Problem } from './call';
import { readPages } from './read-pages';

/** The calls that answer in pages. */
type PagedKey = {
  [K in CallKey]: Success<K> extends { readonly nextCursor?: string } ? K : never;
}[CallKey];

/** What the pages read so far say together. */
export type Gathered<T> = T & { readonly state: 'loading' | 'done' | Problem };

/**
 * Reads every page of a call and adds them up with `add`, from `nothing`. Another question, or another `attempt`,
 * begins anew; with null nothing is asked yet; leaving stops it. What was read stays usable when a page fails. `nothing` and `add` are constants.
 */
export function usePages<K extends PagedKey, T extends object>(
  key: K,
  question: Omit<Input<K>, 'cursor'>,
  attempt: number | null,
  { nothing, add }: { readonly nothing: T; readonly add: (before: T, page: Success<K>) => T },
): Gathered<T> {
  const [gathered, setGathered] = useState<Gathered<T>>({ ...nothing, state: 'loading' });
  const asked = JSON.stringify(question);
  useEffect(() => {
    const leaving = new AbortController();
    let so = nothing;
    setGathered({ ...so, state: 'loading' });
    if (attempt === null) return;
    void readPages<Success<K>>(
      (cursor) =>
        // The question is what it was made of; the compiler cannot follow it through JSON.
        call(key, { ...(JSON.parse(asked) as Input<K>), ...(cursor !== null && { cursor }) }),
      (answer) => {
        if (!answer.ok) return setGathered({ ...so, state: answer.error });
        so = add(so, answer);
        setGathered({ ...so, state: answer.nextCursor === undefined ? 'done' : 'loading' });
      },
      leaving.signal,
    );
    return () => leaving.abort();
  }, [key, asked, attempt, nothing, add]);
  return gathered;
}
