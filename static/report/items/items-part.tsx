import { WaitNotice } from '../../ui/call-problem';
import { lazy, Suspense, useMemo } from 'react';
import Button from '@atlaskit/button/default/button';
import { Notice } from '../../ui/notice';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { NothingFits, NothingInScope } from './nothing';
import type { Report } from '../accountability/use-report';
import { projectKeyOf } from '../project';
import { TableSkeleton } from '../skeleton';
import { columnsWorth } from '../rows/order';
import type { ViewState } from '../view/view-state';
import { ItemTable } from './item-table';
import { ItemTools } from './item-tools';
import { Toolbar } from './toolbar';
import { useItems } from './use-items';

// Acting on several items begins with choosing some.
const Acts = lazy(() => import('./acts/acts').then((file) => ({ default: file.Acts })));

/** The items: what to show of them, the table, and what can be done with several. */
export function ItemsPart({
  report,
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
  const { extension } = useSurroundings();
  const { loaded, resume, replace } = report;
  const { rows, state } = loaded;
  const { asked, shown, ticked, mayAct, isDone } = useItems(loaded, view);
  const columns = useMemo(() => columnsWorth(view.columns, rows), [view.columns, rows]);
  const isFirst = rows.length === 0 && state.kind === 'loading';
  const isEmpty = rows.length === 0 && isDone;
  return (
    <>
      {/* For those who go through a page by its headings; a view that was given a name says it. */}
      <h2 className={view.name === '' ? 'hf-visually-hidden' : 'hf-heading'}>
        {view.name === '' ? <Text id="report.itemsHeading" /> : view.name}
      </h2>
      <Toolbar view={view} onChange={change} />
      <ItemTools
        report={report}
        shown={shown}
        view={view}
        asked={asked}
        sentences={sentences}
        onChange={change}
      />
      {state.kind === 'failed' && state.problem.again && <WaitNotice again={state.problem.again} />}
      {state.kind === 'failed' && !state.problem.again && (
        <StoppedNotice
          have={rows.length}
          why={state.problem.code === 'unavailable' ? state.problem.message : null}
          onResume={resume}
        />
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
            columns={columns}
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
    </>
  );
}

/** A page of the report did not come; what is there can be used, and reading goes on from there. */
function StoppedNotice({ have, why, onResume }: { have: number; why: string | null; onResume: () => void }) {
  const t = useText();
  return (
    <Notice
      tone="warning"
      urgent
      title={t('report.stoppedTitle', { have })}
      actions={
        <Button spacing="compact" onClick={onResume}>
          {t('report.continue')}
        </Button>
      }
    >
      <Text id="report.stoppedBody" /> {why}
    </Notice>
  );
}
