import { useEffect, useState } from 'react';
import type { Policy } from '../../src/domain/policy/policy';
import { call } from '../ui/call';
import { toInput } from './model/input';
import { loadPreview, nothingPreviewed, type Preview } from './model/preview';

/** Typing goes on for a moment before it is worth asking. */
const PAUSE_MS = 600;
/** So many pages of a hundred items are looked at unasked. */
const PAGES_UNASKED = 5;

interface LivePreview {
  readonly preview: Preview;
  readonly stop: () => void;
  /** Goes on where it paused or failed, to the end. */
  readonly goOn: () => void;
}

/** What one policy would change for the project's open items; whoever shows another policy starts another one. */
export function usePreview(policy: Policy): LivePreview {
  const [asked] = useState(() => toInput(policy));
  const [preview, setPreview] = useState(nothingPreviewed);
  const [run, setRun] = useState<{ readonly from: Preview; readonly pages: number } | null>({
    from: nothingPreviewed,
    pages: PAGES_UNASKED,
  });

  useEffect(() => {
    if (!run) return;
    const leaving = new AbortController();
    const ask = (cursor: string | null) =>
      call('policy/preview', { policy: asked, ...(cursor !== null && { cursor }) });
    const timer = setTimeout(
      () => void loadPreview(ask, run.from, run.pages, setPreview, leaving.signal),
      run.from === nothingPreviewed ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [run, asked]);

  return {
    preview,
    stop: () => {
      setRun(null);
      setPreview({ ...preview, state: { kind: 'paused' } });
    },
    goOn: () => setRun({ from: preview, pages: Number.POSITIVE_INFINITY }),
  };
}
