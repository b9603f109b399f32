import { lazy, Suspense, useMemo, useState } from 'react';
import type { DriftAnswer } from '../../../src/contract/indicators';
import { BrakeNotice } from '../../ui/brake-notice';
import { LoadProblem } from '../../ui/call-problem';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider, useSurroundings } from '../../ui/surroundings';
import { Text } from '../../ui/text';
import { Figures, initialFilter } from './figures';
import { ItemsPart } from '../items/items-part';
import { headline } from '../rows/headline';
import type { ViewState } from '../view/view-state';
import { NothingVisible } from '../items/nothing';
import { NotKnown, NothingStopped, OffTrack, UnknownTypes } from '../items/not-known';
import { FiguresSkeleton } from '../skeleton';
import { useReport } from './use-report';
import { projectKeyOf } from '../project';

// Charts, and the words for them, wait until the first rows are there.
const DriftPart = lazy(() => import('../drift/drift-part').then((file) => ({ default: file.DriftPart })));

/** What a project's lead opens first: the headline, what drifts, and the items. */
export function Overview({
  view,
  change,
}: {
  view: ViewState;
  change: (change: Partial<ViewState>) => void;
}) {
  const { extension } = useSurroundings();
  const report = useReport(view.scope);
  const { rows, state, now } = report.loaded;
  const [drift, setDrift] = useState<DriftAnswer | null>(null);
  const figures = useMemo(() => headline(rows), [rows]);
  const sentences = useMemo(() => drift?.signals.map(({ insight }) => insight) ?? [], [drift]);

  if (rows.length === 0 && state.kind === 'failed') {
    return state.problem.code === 'not-found' ? (
      <>
        {/* For those who go through a page by its headings. */}
        <h2 className="hf-visually-hidden">
          <Text id="report.itemsHeading" />
        </h2>
        <NothingVisible />
      </>
    ) : (
      <LoadProblem problem={state.problem} onRetry={report.resume} />
    );
  }
  const isFirst = rows.length === 0 && state.kind === 'loading';
  const isDone = state.kind === 'done';
  const isEmpty = rows.length === 0 && isDone;
  return (
    <NowProvider value={now}>
      <div className="hf-report">
        <BrakeNotice brake={report.loaded.brake} />
        {isFirst ? (
          <FiguresSkeleton />
        ) : (
          !isEmpty && (
            <Figures
              headline={figures}
              answerWithin={report.loaded.answerWithin}
              drift={drift}
              isPartial={!isDone}
              onShow={change}
            />
          )
        )}
        {figures.offTrack > 0 && (
          <OffTrack headline={figures} onShow={() => change({ ...initialFilter, finding: 'off-track' })} />
        )}
        {figures.notKnown > 0 && (
          <NotKnown headline={figures} onShow={() => change({ ...initialFilter, light: 'not-known' })} />
        )}
        {rows.length > 0 && <NothingStopped unattached={report.loaded.unattached} />}
        {rows.length > 0 && (
          <UnknownTypes types={report.loaded.unknownTypes} projectKey={projectKeyOf(extension)} />
        )}
        {!isFirst && (
          <PartBoundary>
            <Suspense fallback={<SkeletonLines lines={3} />}>
              <DriftPart projectKey={projectKeyOf(extension)} onAnswer={setDrift} />
            </Suspense>
          </PartBoundary>
        )}
        <ItemsPart report={report} view={view} change={change} sentences={sentences} />
      </div>
    </NowProvider>
  );
}
