import { lazy, Suspense } from 'react';
import Button from '@atlaskit/button/default/button';
import { BrakeNotice } from '../../ui/brake-notice';
import { LoadProblem } from '../../ui/call-problem';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider } from '../../ui/surroundings';
import { Disclosure } from '../../ui/disclosure';
import { Text, useText } from '../../ui/text';
import { AtRisk } from './at-risk';
import { GotBetter } from './better';
import { SetUp } from './set-up';
import { Tiles } from './tiles';
import { initialFilter, initialView, isAllOpen, type ViewState } from '../view/view-state';
import { NothingVisible } from '../items/nothing';
import { LostNamesNotice, NotKnown, NothingStopped, OffTrack, UnknownTypes } from '../items/not-known';
import { FiguresSkeleton, TableSkeleton } from '../skeleton';
import { useOverview } from './use-overview';

// Charts, and the words for them, wait until the first rows are there.
const DriftPart = lazy(() => import('../drift/drift-part').then((file) => ({ default: file.DriftPart })));

// All items stand behind a heading that is opened, beneath what a lead looks at first.
const loadItems = () => import('../items/items-part');
const ItemsPart = lazy(() => loadItems().then((file) => ({ default: file.ItemsPart })));

const ReportSheet = lazy(() => import('./report-sheet').then((file) => ({ default: file.ReportSheet })));

/** What a project's lead opens first: three numbers, the items most at risk, what got better, what drifts, and all items. */
export function Overview({
  view,
  change,
}: {
  view: ViewState;
  change: (change: Partial<ViewState>) => void;
}) {
  const { projectKey, report, figures, quarter, drift, setDrift, sentences } = useOverview(
    view.scope,
    loadItems,
  );
  const { rows, state, now } = report.loaded;
  const t = useText();

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
  const isOpen = isAllOpen(view);
  const isSheet = view.sheet && rows.length > 0 && !figures.undecided && now !== null;
  const list = (
    <PartBoundary>
      <Suspense fallback={<TableSkeleton />}>
        <ItemsPart report={report} view={view} change={change} sentences={sentences} />
      </Suspense>
    </PartBoundary>
  );
  return (
    <NowProvider value={now}>
      {isSheet && (
        <PartBoundary>
          <Suspense fallback={<TableSkeleton />}>
            <ReportSheet
              {...{ projectKey, rows, isDone, quarter, drift, now }}
              onBack={() => change({ sheet: false })}
            />
          </Suspense>
        </PartBoundary>
      )}
      <div hidden={isSheet} {...(!isSheet && { className: 'hf-report' })}>
        <BrakeNotice brake={report.loaded.brake} />
        {isFirst && <FiguresSkeleton />}
        {isFirst && !isOpen && <TableSkeleton />}
        {rows.length > 0 && figures.undecided && <SetUp projectKey={projectKey} items={rows.length} />}
        {rows.length > 0 && !figures.undecided && (
          <>
            <Tiles
              headline={figures}
              answerWithin={report.loaded.answerWithin}
              drift={drift}
              quarter={quarter}
              isPartial={!isDone}
              onShow={change}
            />
            <AtRisk rows={rows} isDone={isDone} onDone={report.replace}>
              <Button appearance="subtle" spacing="compact" onClick={() => change({ sheet: true })}>
                {t('report.sheet')}
              </Button>
            </AtRisk>
            <GotBetter rows={rows} drift={drift} />
          </>
        )}
        {figures.offTrack > 0 && (
          <OffTrack headline={figures} onShow={() => change({ ...initialFilter, finding: 'off-track' })} />
        )}
        {figures.notKnown > 0 && (
          <NotKnown headline={figures} onShow={() => change({ ...initialFilter, light: 'not-known' })} />
        )}
        {rows.length > 0 && <NothingStopped unattached={report.loaded.unattached} />}
        {rows.length > 0 && <UnknownTypes types={report.loaded.unknownTypes} projectKey={projectKey} />}
        {rows.length > 0 && report.loaded.lost && (
          <LostNamesNotice lost={report.loaded.lost} projectKey={projectKey} />
        )}
        {!isFirst && !figures.undecided && (
          <PartBoundary>
            <Suspense fallback={<SkeletonLines lines={3} />}>
              <DriftPart projectKey={projectKey} onAnswer={setDrift} />
            </Suspense>
          </PartBoundary>
        )}
        {rows.length === 0 || state.kind === 'failed' ? (
          !isFirst && list
        ) : (
          <Disclosure
            label={t('report.allItems', { count: rows.length })}
            isOpen={isOpen}
            onToggle={() => change(isOpen ? initialView : { all: true })}
          >
            <div className="hf-report">{list}</div>
          </Disclosure>
        )}
      </div>
    </NowProvider>
  );
}
