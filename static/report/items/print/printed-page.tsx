import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { momentText } from '../../../../src/contract/texts/dates';
import { useSurroundings } from '../../../ui/surroundings';
import { useText } from '../../../ui/text';
import { useLatest } from '../../../ui/use-latest';
import { groupsOf, type Group } from '../../rows/group';
import { headline } from '../../rows/headline';
import type { Loaded } from '../../accountability/model/load';
import type { Row } from '../../rows/row';
import type { ViewState } from '../../view/view-state';
import { projectKeyOf } from '../../project';
import { groupNone, nameOfGroup } from '../words';
import { PrintedTable } from './printed-table';
import './print.css';
import '../tools/texts';

/** Rows on paper: some thirty pages. */
const LIMIT = 1000;

/** As many rows as the page takes, group by group. */
function cut(groups: readonly Group[]): readonly Group[] {
  let left = LIMIT;
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

/** The report on paper: black on white, every row written out, shown to the printer alone. */
export function PrintedPage({
  rows,
  loaded,
  view,
  sentences,
  onDone,
}: {
  rows: readonly Row[];
  loaded: Loaded;
  view: ViewState;
  sentences: readonly string[];
  onDone: () => void;
}) {
  const t = useText();
  const { extension, locale, timeZone } = useSurroundings();
  const figures = useMemo(() => headline(loaded.rows), [loaded.rows]);
  const groups = useMemo(
    () => (view.group === 'none' ? null : cut(groupsOf(rows, view.group))),
    [rows, view.group],
  );
  const done = useLatest(onDone);
  useEffect(() => {
    // The page is drawn by now; a browser that prints at once comes back at once.
    const end = () => done.current?.();
    window.addEventListener('afterprint', end, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', end);
  }, [done]);

  const have = loaded.rows.length;
  const by = view.group === 'none' ? null : view.group;
  return createPortal(
    <div className="hf-print">
      <h1>{t('print.title', { project: projectKeyOf(extension) })}</h1>
      {view.name !== '' && <p>{view.name}</p>}
      <p>
        {loaded.now !== null && `${momentText(loaded.now, loaded.now, locale, timeZone)} · `}
        {t('print.filtered', { shown: rows.length, have })}
      </p>
      {loaded.state.kind !== 'done' && <p>{t('print.partial', { have })}</p>}
      <ul>
        <li>
          {t('print.passing', {
            passing: figures.passing,
            items: figures.items - figures.notKnown,
          })}
        </li>
        {figures.notKnown > 0 && (
          <li>{t('report.notKnownItems', { count: figures.notKnown, kind: 'items' })}</li>
        )}
        {figures.promises > 0 && loaded.answerWithin && (
          <li>
            {t('print.promises', {
              unanswered: figures.unanswered,
              promises: figures.promises,
              ...loaded.answerWithin,
            })}
          </li>
        )}
        <li>{t(figures.enforced ? 'print.held' : 'print.wouldBeHeld', { heldBack: figures.heldBack })}</li>
      </ul>
      {sentences.length > 0 && (
        <>
          <h2>{t('print.signals')}</h2>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {rows.length > LIMIT && <p>{t('print.cut', { limit: LIMIT, count: rows.length })}</p>}
      {groups && by ? (
        groups.map((group) => (
          <section key={group.id}>
            <h2>
              {group.name === null ? t(groupNone[by]) : nameOfGroup(by, group.name, t)}:{' '}
              {t('report.groupCount', { count: group.rows.length, atRisk: group.atRisk })}
            </h2>
            <PrintedTable rows={group.rows} columns={view.columns} />
          </section>
        ))
      ) : (
        <PrintedTable rows={rows.slice(0, LIMIT)} columns={view.columns} />
      )}
    </div>,
    document.body,
  );
}
