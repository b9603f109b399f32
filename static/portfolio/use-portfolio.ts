import { useCallback, useEffect, useState } from 'react';
import type { PortfolioAnswer, PortfolioScope } from '../../src/contract/portfolio';
import type { Success } from '../../src/contract/answers';
import { runWhileVisible } from '../report/accountability/run-while-visible';
import { call, type Failure } from '../ui/call';
import { readPages } from '../ui/read-pages';
import { waitFor } from '../ui/wait-for';
import {
  afterLoosening,
  afterPage,
  afterPart,
  nothingLoaded,
  unjudged,
  type Judging,
  type Loaded,
} from './model/load';

/** Projects of one question about handoffs; it answers as many as it has time for. */
const AT_ONCE = 10;

/** Turns all pages, telling what is there after each, and then asks which handoffs loosen. */
async function read(
  scope: PortfolioScope,
  tell: (loaded: Loaded) => void,
  signal: AbortSignal,
): Promise<void> {
  let loaded = nothingLoaded;
  const now = (next: Loaded): void => {
    loaded = next;
    tell(next);
  };
  now(nothingLoaded);
  await readPages<PortfolioAnswer>(
    (cursor): Promise<PortfolioAnswer | Failure> =>
      call('portfolio/page', { scope, ...(cursor !== null && { cursor }) }),
    (answer) =>
      now(
        answer.ok
          ? afterPage(loaded, answer)
          : { ...loaded, state: { kind: 'failed', problem: answer.error } },
      ),
    signal,
  );
  // JQL asks for some of a project's items; how its handoffs go is a matter of all of them.
  if (scope.jql === undefined && loaded.state.kind === 'done') await judge(() => loaded, now, signal);
}

async function judge(
  current: () => Loaded,
  tell: (loaded: Loaded) => void,
  signal: AbortSignal,
): Promise<void> {
  let waiting = [...unjudged(current())];
  let judging: Judging | null = null;
  while (waiting.length > 0 && !signal.aborted) {
    const projectKeys = waiting.slice(0, AT_ONCE);
    const answer: Success<'portfolio/loosening'> | Failure = await call('portfolio/loosening', {
      projectKeys,
      ...(judging?.cursor !== undefined && { cursor: judging.cursor }),
    });
    if (signal.aborted) return;
    if (!answer.ok) {
      // Numbers that are missing in one column stop nobody; where Jira asks to wait, it is waited for.
      if (await waitFor(answer.error, signal)) continue;
      return;
    }
    judging = afterPart(judging, answer.part);
    tell(afterLoosening(current(), answer, judging));
    const goesOn = judging?.cursor === undefined ? [] : [judging.projectKey];
    waiting = [...goesOn, ...answer.left, ...waiting.slice(AT_ONCE)];
  }
}

/** The portfolio of a scope, as far as it is read. Leaving the page, or another scope, stops the reading. */
export function usePortfolio(scope: PortfolioScope): {
  readonly loaded: Loaded;
  /** Reads everything anew. */
  readonly refresh: () => void;
} {
  const [shown, setShown] = useState<{ readonly of: string; readonly loaded: Loaded } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const question = JSON.stringify(scope);
  useEffect(() => {
    let isThrough = false;
    return runWhileVisible((signal) => {
      // Coming back to what was read begins nothing.
      if (isThrough) return;
      const asked = JSON.parse(question) as PortfolioScope;
      void read(asked, (loaded) => setShown({ of: question, loaded }), signal).then(() => {
        isThrough = !signal.aborted;
      });
    });
  }, [question, attempt]);
  const refresh = useCallback(() => setAttempt((before) => before + 1), []);
  return { loaded: shown?.of === question ? shown.loaded : nothingLoaded, refresh };
}
