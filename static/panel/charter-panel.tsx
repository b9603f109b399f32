import { lazy, Suspense, useState, type MutableRefObject } from 'react';
import type { ChangedCharter, CharterAnswer, ProviderAnswer } from '../../src/contract/answers';
import type { Problem } from '../ui/call';
import { Disclosure } from '../ui/disclosure';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { useText } from '../ui/text';
import { AgreementsSection } from './agreements/agreements-section';
import { PanelProvider } from './panel-context';
import { GateSection } from './gate/gate-section';
import { OwnerSection } from './owner/owner-section';
import { PanelForms } from './panel-forms';
import { StaleLine } from './stale-line';
import { usePanelState, type Underway } from './use-panel-state';

const FollowThroughSection = lazy(() =>
  import('./after-paint').then((file) => ({ default: file.FollowThroughSection })),
);
const History = lazy(() => import('./lazy-parts').then((file) => ({ default: file.History })));

export function CharterPanel({
  answer,
  stale,
  reload,
  take,
  underway,
}: {
  answer: CharterAnswer;
  stale: Problem | null;
  reload: () => Promise<void>;
  take: (answer: ChangedCharter | ProviderAnswer) => void;
  underway: MutableRefObject<Underway>;
}) {
  const t = useText();
  const panel = usePanelState({ answer, reload, take, underway });
  const [historyShown, setHistoryShown] = useState(false);
  return (
    <PanelProvider value={panel}>
      <PanelForms>
        <div className="hf-panel">
          {stale && <StaleLine problem={stale} onRetry={() => void reload()} />}
          <GateSection />
          <OwnerSection />
          <AgreementsSection />
          <PartBoundary>
            <Suspense fallback={<SkeletonLines lines={4} />}>
              <FollowThroughSection />
            </Suspense>
          </PartBoundary>
          {answer.history.length > 0 && (
            <Disclosure
              label={t('panel.history', { count: answer.seen })}
              isOpen={historyShown}
              onToggle={() => setHistoryShown(!historyShown)}
            >
              <PartBoundary>
                <Suspense fallback={<SkeletonLines lines={4} />}>
                  <History />
                </Suspense>
              </PartBoundary>
            </Disclosure>
          )}
        </div>
      </PanelForms>
    </PanelProvider>
  );
}
