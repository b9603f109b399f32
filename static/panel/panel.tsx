import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ChangedCharter, CharterAnswer, ProviderAnswer } from '../../src/contract/answers';
import type { Failure } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { PartBoundary } from '../ui/part-boundary';
import { tellOthers } from '../ui/live';
import { NowProvider } from '../ui/surroundings';
import { useCall } from '../ui/use-call';
import { useWhenSeen } from '../ui/use-when-seen';
import { PanelSkeleton } from './panel-skeleton';
import { useOthers } from './use-others';
import type { Underway } from './use-panel-state';

// What an answer is shown with, and what decides whom it offers what, is on its way while the question is.
const loadCharter = () => import('./charter-panel');
void loadCharter().catch(() => undefined);
const CharterPanel = lazy(() => loadCharter().then((file) => ({ default: file.CharterPanel })));
const ProviderView = lazy(() => import('./lazy-forms').then((file) => ({ default: file.ProviderView })));

/** A command's answer is as good as a look for so long. */
const FRESH_MS = 5_000;

/** What the reader may do, where a command's answer leaves it as it was; null where nothing knows it. */
function withRights(answer: ChangedCharter, before: CharterAnswer['me'] | null): CharterAnswer | null {
  const me = 'canEdit' in answer.me ? answer.me : before;
  return me && { ...answer, me };
}

/** The issue panel: everything it shows comes with one answer. */
export function Panel({ first }: { first: Promise<CharterAnswer | Failure> }) {
  const { loaded, reload, replace } = useCall('charter/get', {}, first);
  // A provider who lost sight of the work item on the way still gets their agreement back.
  const [alone, setAlone] = useState<ProviderAnswer | null>(null);
  const underway = useRef<Underway>({ sending: false, inModal: false });
  const taken = useRef(0);
  const refresh = useCallback(() => {
    if (!underway.current.sending) void reload();
  }, [reload]);
  const refreshIfOld = useCallback(() => {
    // A modal that closes gives the focus back, and with it what the panel is to show.
    if (!underway.current.inModal && Date.now() - taken.current > FRESH_MS) refresh();
  }, [refresh]);
  useWhenSeen(refreshIfOld);
  const mayLook = useCallback(() => !underway.current.sending, []);
  useOthers(loaded.status === 'ready' ? loaded.data.seen : null, mayLook, refresh);

  const me = loaded.status === 'ready' ? loaded.data.me : null;
  const take = useCallback(
    (answer: ChangedCharter | ProviderAnswer) => {
      taken.current = Date.now();
      tellOthers(answer.seen);
      const now = 'charter' in answer ? withRights(answer, me) : null;
      if (now) replace(now);
      else if ('charter' in answer) void reload();
      else setAlone(answer);
    },
    [replace, reload, me],
  );

  useEffect(() => {
    if (loaded.status === 'ready') setAlone(null);
  }, [loaded.status]);

  if (alone)
    return (
      <Suspense fallback={<PanelSkeleton />}>
        <ProviderView answer={alone} take={take} />
      </Suspense>
    );
  switch (loaded.status) {
    case 'loading':
      return <PanelSkeleton />;
    case 'failed':
      return <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />;
    case 'ready':
      return (
        <NowProvider value={loaded.data.now}>
          <PartBoundary>
            <Suspense fallback={<PanelSkeleton />}>
              <CharterPanel
                answer={loaded.data}
                stale={loaded.stale}
                reload={reload}
                take={take}
                underway={underway}
              />
            </Suspense>
          </PartBoundary>
        </NowProvider>
      );
  }
}
