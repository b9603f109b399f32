import { useCallback, useState } from 'react';
import UpIcon from '@atlaskit/icon/core/arrow-up';
import DownIcon from '@atlaskit/icon/core/arrow-down';
import { Text, useText } from '../ui/text';
import './item-table.css';
import { ItemRow } from './item-row';
import { COLUMNS, nextSort, type Column, type Sort } from './model/order';
import type { Row } from './model/row';
import { useVirtualRows } from './use-virtual-rows';
import { columnText } from './words';

/**
 * Jira sizes the frame by its content, so that the window never scrolls: the table does, a screen's height at most.
 * The frame cannot ask how tall Jira's window is; the screen is the nearest it can know.
 */
const tallest = Math.max(480, window.screen.availHeight - 240);

/** So many rows simply stand on the page: a window of their own would only be in the way. */
const FEW = 40;

/**
 * The items as a table that holds thousands: rows outside the window are counted, not drawn. The roles are written
 * out because a grid layout takes a native table's meaning away.
 */
export function ItemTable({
  rows,
  sort,
  withType,
  onSort,
}: {
  rows: readonly Row[];
  sort: Sort;
  withType: boolean;
  onSort: (sort: Sort) => void;
}) {
  const t = useText();
  const { scroller, virtualizer, keepFocused } = useVirtualRows(rows);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (issueKey: string) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(issueKey)) next.add(issueKey);
        return next;
      }),
    [],
  );

  return (
    // The region takes the focus, so that the keyboard can scroll it; it holds more than its links.
    <div
      className="hf-report-scroller"
      ref={scroller}
      {...(rows.length > FEW && { style: { maxHeight: tallest } })}
      role="region"
      aria-label={t('report.tableLabel')}
      tabIndex={0}
    >
      <div
        role="table"
        aria-label={t('report.tableLabel')}
        aria-rowcount={rows.length + 1}
        className="hf-report-table"
      >
        <div role="rowgroup" className="hf-report-head">
          <div role="row" aria-rowindex={1} className="hf-report-columns">
            {COLUMNS.map((column) => (
              <ColumnHeader key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className="hf-report-body"
          style={{ height: virtualizer.getTotalSize() }}
          {...keepFocused}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return null;
            const { issueKey } = row.item;
            return (
              <div
                role="row"
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-key={issueKey}
                aria-rowindex={index + 2}
                className="hf-report-columns hf-report-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <ItemRow row={row} isOpen={open.has(issueKey)} withType={withType} onToggle={toggle} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const words = { asc: 'ascending', desc: 'descending' } as const;

function ColumnHeader({
  column,
  sort,
  onSort,
}: {
  column: Column;
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const direction = sort?.column === column ? sort.direction : null;
  const Icon = direction === 'desc' ? DownIcon : UpIcon;
  return (
    <div role="columnheader" aria-sort={direction ? words[direction] : 'none'} className="hf-report-header">
      <button
        type="button"
        className={direction ? 'hf-report-sort hf-report-sorted' : 'hf-report-sort'}
        onClick={() => onSort(nextSort(sort, column))}
      >
        <Text id={columnText[column]} />
        <Icon label="" size="small" color="currentColor" />
      </button>
    </div>
  );
}
