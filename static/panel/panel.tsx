import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { CharterAnswer, ProviderAnswer } from '../../src/contract/answers';
import type { Failure } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { tellOthers } from '../ui/live';
import { NowProvider } from '../ui/surroundings';
import { useCall } from '../ui/use-call';
import { useWhenSeen } from '../ui/use-when-seen';
import { CharterPanel } from './charter-panel';
import { PanelSkeleton } from './panel-skeleton';
import { useOthers } from './use-others';

const ProviderView = lazy(() => import('./lazy-forms').then((file) => ({ default: file.ProviderView })));

/** The issue panel: everything it shows comes with one answer. */
export function Panel({ first }: { first: Promise<CharterAnswer | Failure> }) {
  const { loaded, reload, replace } = useCall('charter/get', {}, first);
  // A provider who lost sight of the work item on the way still gets their agreement back.
  const [alone, setAlone] = useState<ProviderAnswer | null>(null);
  const sending = useRef(false);
  const refresh = useCallback(() => {
    if (!sending.current) void reload();
  }, [reload]);
  useWhenSeen(refresh);
  const mayLook = useCallback(() => !sending.current, []);
  useOthers(loaded.status === 'ready' ? loaded.data.seen : null, mayLook, refresh);

  const take = useCallback(
    (answer: CharterAnswer | ProviderAnswer) => {
      tellOthers(answer.seen);
      if ('charter' in answer) replace(answer);
      else setAlone(answer);
    },
    [replace],
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
          <CharterPanel
            answer={loaded.data}
            stale={loaded.stale}
            reload={reload}
            take={take}
            sending={sending}
          />
        </NowProvider>
      );
  }
}
