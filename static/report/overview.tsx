import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { DriftAnswer } from '../../src/contract/indicators';
import { useAnnounce } from '../ui/announcer';
import { LoadProblem } from '../ui/call-problem';
import { Notice } from '../ui/notice';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { NowProvider, useSurroundings } from '../ui/surroundings';
import { download } from '../ui/download';
import { Text, useText } from '../ui/text';
import { csvOf } from './export-csv';
import { Figures } from './figures';
import { ItemTable } from './item-table';
import { filtered } from './model/filter';
import { headline } from './model/headline';
import { sorted } from './model/order';
import type { ViewState } from './model/view-state';
import { NothingFits, NothingInScope, NothingVisible } from './nothing';
import { Progress } from './progress';
import { FiguresSkeleton, TableSkeleton } from './skeleton';
import { Toolbar } from './toolbar';
import { useReport } from './use-report';
import { projectKeyOf } from './project';

// Charts, and the words for them, wait until the first rows are there.
const DriftPart = lazy(() => import('./drift/drift-part').then((file) => ({ default: file.DriftPart })));

/** What a project's lead opens first: the headline, what drifts, and the items. */
export function Overview({
  view,
  change,
}: {
  view: ViewState;
  change: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const { extension } = useSurroundings();
  const { loaded, resume, refresh } = useReport(view.scope);
  const { rows, state } = loaded;
  const [drift, setDrift] = useState<DriftAnswer | null>(null);

  // Typing stays ahead of a table of thousands.
  const asked = useDeferredValue(view);
  const shown = useMemo(() => sorted(filtered(rows, asked), asked.sort), [rows, asked]);
  const figures = useMemo(() => headline(rows), [rows]);

  const isDone = state.kind === 'done';
  useEffect(() => {
    if (isDone) announce(t('report.shown', { shown: shown.length, have: rows.length }));
    // Said when loading ends and when a filter changes the rows, not when the words do.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- t is new at every render
  }, [isDone, shown.length, rows.length, announce]);

  if (rows.length === 0 && state.kind === 'failed') {
    return state.problem.code === 'not-found' ? (
      <>
        <ItemsHeading />
        <NothingVisible />
      </>
    ) : (
      <LoadProblem problem={state.problem} onRetry={resume} />
    );
  }
  const isFirst = rows.length === 0 && state.kind === 'loading';
  const isEmpty = rows.length === 0 && isDone;
  return (
    <NowProvider value={loaded.now}>
      <div className="hf-report">
        {isFirst ? (
          <FiguresSkeleton />
        ) : (
          !isEmpty && <Figures headline={figures} drift={drift} isPartial={!isDone} onShow={change} />
        )}
        {!isFirst && (
          <PartBoundary>
            <Suspense fallback={<SkeletonLines lines={3} />}>
              <DriftPart projectKey={projectKeyOf(extension)} onAnswer={setDrift} />
            </Suspense>
          </PartBoundary>
        )}
        <ItemsHeading />
        <Toolbar view={view} onChange={change} />
        <div className="hf-report-meta">
          <Progress loaded={loaded} shown={shown.length} />
          <div className="hf-actions">
            <Button
              appearance="subtle"
              spacing="compact"
              isDisabled={shown.length === 0}
              onClick={() => download(fileName(extension), csvOf(shown, t), 'csv')}
            >
              {t('report.export')}
            </Button>
            <Button
              appearance="subtle"
              spacing="compact"
              isDisabled={state.kind === 'loading'}
              onClick={refresh}
            >
              {t('report.refresh')}
            </Button>
          </div>
        </div>
        {state.kind === 'failed' && (
          <Notice
            tone="warning"
            urgent
            title={t('report.stoppedTitle', { have: rows.length })}
            actions={
              <Button spacing="compact" onClick={resume}>
                {t('report.continue')}
              </Button>
            }
          >
            <Text id="report.stoppedBody" />
          </Notice>
        )}
        {isFirst && <TableSkeleton />}
        {isEmpty && <NothingInScope view={view} onChange={change} />}
        {rows.length > 0 &&
          (shown.length > 0 ? (
            <ItemTable
              rows={shown}
              sort={view.sort}
              withType={view.scope === 'all'}
              onSort={(sort) => change({ sort })}
            />
          ) : (
            <NothingFits view={view} loading={!isDone} onChange={change} />
          ))}
        {rows.length > 0 && (
          <p className="hf-subtle hf-small">
            <Text id="report.testExplained" />
          </p>
        )}
      </div>
    </NowProvider>
  );
}

/** For those who go through a page by its headings. */
const ItemsHeading = () => (
  <h2 className="hf-unseen">
    <Text id="report.itemsHeading" />
  </h2>
);

const fileName = (extension: Readonly<Record<string, unknown>>): string =>
  `accountability-gaps-${projectKeyOf(extension)}.csv`;
