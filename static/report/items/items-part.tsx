import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import Button from '@atlaskit/button/new';
import { useAnnounce } from '../../ui/announcer';
import { download } from '../../ui/download';
import { Notice } from '../../ui/notice';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { csvOf } from './export-csv';
import { ItemTable } from './item-table';
import { filtered } from './model/filter';
import { sorted } from './model/order';
import type { ViewState } from '../view/view-state';
import { NothingFits, NothingInScope } from '../accountability/nothing';
import { Progress } from '../accountability/progress';
import { projectKeyOf } from '../project';
import { TableSkeleton } from '../skeleton';
import { Toolbar } from './toolbar';
import type { Report } from '../accountability/use-report';
import { useTicked } from './use-ticked';

// What a reader asks for by a click waits until they do.
const Columns = lazy(() => import('./tools/columns').then((file) => ({ default: file.Columns })));
const Share = lazy(() => import('./tools/share').then((file) => ({ default: file.Share })));
const Acts = lazy(() => import('./acts/acts').then((file) => ({ default: file.Acts })));
const PrintedPage = lazy(() =>
  import('./print/printed-page').then((file) => ({ default: file.PrintedPage })),
);

const TOOLS = ['columns', 'share'] as const;

/** The items: what to show of them, the table, and what can be done with several. */
export function ItemsPart({
  report: { loaded, resume, refresh, replace },
  view,
  change,
  sentences,
}: {
  report: Report;
  view: ViewState;
  change: (change: Partial<ViewState>) => void;
  /** What drifts, for the printed page. */
  sentences: readonly string[];
}) {
  const t = useText();
  const announce = useAnnounce();
  const { extension } = useSurroundings();
  const { rows, state } = loaded;
  const [tool, setTool] = useState<(typeof TOOLS)[number] | null>(null);
  const [printing, setPrinting] = useState(false);

  // Typing stays ahead of a table of thousands.
  const asked = useDeferredValue(view);
  const shown = useMemo(() => sorted(filtered(rows, asked), asked.sort), [rows, asked]);
  const ticked = useTicked(shown);
  // What became of an act stays to be read when none of its items is shown any more.
  const [mayAct, setMayAct] = useState(false);
  if (ticked.count > 0 && !mayAct) setMayAct(true);

  const isDone = state.kind === 'done';
  useEffect(() => {
    if (isDone) announce(t('report.shown', { shown: shown.length, have: rows.length }));
  }, [isDone, shown.length, rows.length, announce, t]);

  const isFirst = rows.length === 0 && state.kind === 'loading';
  const isEmpty = rows.length === 0 && isDone;
  return (
    <>
      {/* For those who go through a page by its headings; a view that was given a name says it. */}
      <h2 className={view.name === '' ? 'hf-visually-hidden' : 'hf-heading'}>
        {view.name === '' ? <Text id="report.itemsHeading" /> : view.name}
      </h2>
      <Toolbar view={view} onChange={change} />
      <div className="hf-report-meta">
        <Progress loaded={loaded} shown={shown.length} />
        <div className="hf-actions">
          {TOOLS.map((one) => (
            <Button
              key={one}
              appearance="subtle"
              spacing="compact"
              isSelected={tool === one}
              aria-expanded={tool === one}
              onClick={() => setTool(tool === one ? null : one)}
            >
              {t(`report.${one}`)}
            </Button>
          ))}
          <Button
            appearance="subtle"
            spacing="compact"
            isDisabled={shown.length === 0 || printing}
            onClick={() => setPrinting(true)}
          >
            {t('report.print')}
          </Button>
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
      {tool !== null && (
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={1} />}>
            {tool === 'columns' ? (
              <Columns view={view} onChange={change} />
            ) : (
              <Share view={view} onChange={change} />
            )}
          </Suspense>
        </PartBoundary>
      )}
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
          <Text id="report.stoppedBody" /> {state.problem.code === 'unavailable' && state.problem.message}
        </Notice>
      )}
      {isFirst && <TableSkeleton />}
      {isEmpty && (
        <NothingInScope
          view={view}
          unknownTypes={loaded.unknownTypes}
          projectKey={projectKeyOf(extension)}
          onChange={change}
        />
      )}
      {mayAct && (
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={1} />}>
            <Acts ticked={ticked} onDone={replace} />
          </Suspense>
        </PartBoundary>
      )}
      {rows.length > 0 &&
        (shown.length > 0 ? (
          <ItemTable
            rows={shown}
            sort={view.sort}
            group={asked.group}
            columns={view.columns}
            ticked={ticked}
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
      {printing && (
        <PartBoundary>
          <Suspense fallback={null}>
            <PrintedPage
              rows={shown}
              loaded={loaded}
              view={asked}
              sentences={sentences}
              onDone={() => setPrinting(false)}
            />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

const fileName = (extension: Readonly<Record<string, unknown>>): string =>
  `accountability-gaps-${projectKeyOf(extension)}.csv`;
