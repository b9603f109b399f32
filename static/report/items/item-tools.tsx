import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { call } from '../../ui/call';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { useSurroundings } from '../../ui/surroundings';
import { useText, type Translate } from '../../ui/text';
import { Progress } from './progress';
import type { Report } from '../accountability/use-report';
import { projectKeyOf } from '../project';
import type { ViewState } from '../view/view-state';
import type { Row } from '../rows/row';

// What a reader asks for by a click waits until they do.
const Columns = lazy(() => import('./tools/columns').then((file) => ({ default: file.Columns })));
const Share = lazy(() => import('./tools/share').then((file) => ({ default: file.Share })));
const PrintedPage = lazy(() =>
  import('./print/printed-page').then((file) => ({ default: file.PrintedPage })),
);

const TOOLS = ['columns', 'share'] as const;

/** How much is shown, and what can be done with all of it: columns, share, print, export, refresh. */
export function ItemTools({
  report: { loaded, refresh },
  shown,
  view,
  asked,
  sentences,
  onChange,
}: {
  report: Report;
  shown: readonly Row[];
  view: ViewState;
  /** The view whose rows are shown: a moment behind while the reader types. */
  asked: ViewState;
  /** What drifts, for the printed page. */
  sentences: readonly string[];
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  const { extension } = useSurroundings();
  const [tool, setTool] = useState<(typeof TOOLS)[number] | null>(null);
  const [printing, setPrinting] = useState(false);
  const name = `accountability-gaps-${projectKeyOf(extension)}.csv`;
  const none = shown.length === 0;
  return (
    <>
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
          <Tool label={t('report.print')} isDisabled={none || printing} onClick={() => setPrinting(true)} />
          <Tool
            label={t('report.export')}
            isDisabled={none}
            onClick={() => void exportRows(name, shown, t)}
          />
          <Tool label={t('report.refresh')} isDisabled={loaded.state.kind === 'loading'} onClick={refresh} />
        </div>
      </div>
      {tool !== null && (
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={1} />}>
            {tool === 'columns' ? (
              <Columns view={view} onChange={onChange} />
            ) : (
              <Share view={view} onChange={onChange} />
            )}
          </Suspense>
        </PartBoundary>
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

/** Saves the rows as a file; what writes it is fetched when first asked for. */
async function exportRows(name: string, rows: readonly Row[], t: Translate): Promise<void> {
  const [{ csvOf }, { download }] = await Promise.all([import('./export-csv'), import('../../ui/download')]);
  download(name, csvOf(rows, t), 'csv');
  // A line of the site's audit log; the file is the reader's whether or not it could be written.
  void call('report/exported', { rows: rows.length });
}

const Tool = ({
  label,
  isDisabled,
  onClick,
}: {
  label: string;
  isDisabled: boolean;
  onClick: () => void;
}) => (
  <Button appearance="subtle" spacing="compact" isDisabled={isDisabled} onClick={onClick}>
    {label}
  </Button>
);
