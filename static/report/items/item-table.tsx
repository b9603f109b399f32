import {
  useCallback,
  useMemo,
  useState,
  type CSSProperties,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import { useText } from '../../ui/text';
import { ColumnHeader } from './column-header';
import { GroupRow } from './group-row';
import './item-table.css';
import { ItemRow } from './item-row';
import { groupsOf, linesOf, type Grouping, type Line } from '../rows/group';
import type { Column, Sort } from '../rows/order';
import type { Row } from '../rows/row';
import type { Ticked } from './use-ticked';
import { useVirtualRows } from './use-virtual-rows';
import { widthsOf } from './widths';

/**
 * Jira sizes the frame by its content, so that the window never scrolls: the table does, a screen's height at most.
 * The frame cannot ask how tall Jira's window is; the screen is the nearest it can know.
 */
const tallest = Math.max(480, window.screen.availHeight - 240);

/** So many lines simply stand on the page: a window of their own would only be in the way. */
const FEW = 40;

function useToggled(): readonly [ReadonlySet<string>, (key: string) => void] {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (key: string) =>
      setToggled((now) => {
        const next = new Set(now);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return [toggled, toggle];
}

/**
 * The items as a table that holds thousands: lines outside the window are counted, not drawn. The roles are written
 * out because a grid layout takes a native table's meaning away.
 */
export function ItemTable({
  rows,
  sort,
  group,
  columns,
  ticked,
  withType,
  onSort,
}: {
  rows: readonly Row[];
  sort: Sort;
  group: Grouping;
  columns: readonly Column[];
  ticked: Ticked;
  withType: boolean;
  onSort: (sort: Sort) => void;
}) {
  const t = useText();
  const [open, toggle] = useToggled();
  const [closed, toggleGroup] = useToggled();
  const groups = useMemo(() => (group === 'none' ? null : groupsOf(rows, group)), [rows, group]);
  const lines = useMemo(() => linesOf(rows, groups, closed), [rows, groups, closed]);
  const { scroller, virtualizer, keepFocused } = useVirtualRows(lines);
  const many = (groups ? groups.reduce((sum, one) => sum + one.rows.length, 0) : rows.length) > FEW;
  const { template, least } = widthsOf(columns);
  const widths = { '--hf-columns': template, '--hf-least': `${least}px` } as CSSProperties;

  return (
    // The region takes the focus, so that the keyboard can scroll it; it holds more than its links.
    <div
      className={many ? 'hf-report-scroller hf-report-scroller-many' : 'hf-report-scroller'}
      ref={scroller}
      style={many ? { ...widths, maxHeight: tallest } : widths}
      role="region"
      aria-label={t('report.tableLabel')}
      tabIndex={0}
    >
      <div
        role="table"
        aria-label={t('report.tableLabel')}
        aria-rowcount={lines.length + 1}
        className="hf-report-table"
      >
        <TableHead
          columns={columns}
          sort={sort}
          ticked={ticked}
          isAllTicked={rows.length > 0 && ticked.count === rows.length}
          isSomeTicked={ticked.count > 0 && ticked.count < rows.length}
          onSort={onSort}
        />
        <div
          role="rowgroup"
          className="hf-report-body"
          style={{ height: virtualizer.getTotalSize() }}
          {...keepFocused}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <TableLine
                key={key}
                line={line}
                place={{
                  ref: virtualizer.measureElement,
                  'data-index': index,
                  'aria-rowindex': index + 2,
                  style: { transform: `translateY(${start}px)` },
                }}
                group={group}
                columns={columns}
                open={open}
                ticked={ticked}
                withType={withType}
                onToggle={toggle}
                onToggleGroup={toggleGroup}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** One line, at the place that the window onto all lines gives it. */
function TableLine({
  line,
  place,
  group,
  columns,
  open,
  ticked,
  withType,
  onToggle,
  onToggleGroup,
}: {
  line: Line;
  place: HTMLAttributes<HTMLDivElement> & RefAttributes<HTMLDivElement> & { 'data-index': number };
  group: Grouping;
  columns: readonly Column[];
  open: ReadonlySet<string>;
  ticked: Ticked;
  withType: boolean;
  onToggle: (issueKey: string) => void;
  onToggleGroup: (key: string) => void;
}) {
  const at = { role: 'row', 'data-key': line.key, ...place };
  if (line.kind === 'group') {
    return (
      <div {...at} className="hf-report-row hf-report-group-line">
        {group !== 'none' && (
          <GroupRow
            group={line.group}
            by={group}
            isOpen={line.isOpen}
            columns={columns.length + 1}
            onToggle={onToggleGroup}
          />
        )}
      </div>
    );
  }
  const { issueKey } = line.row.item;
  return (
    <div {...at} className="hf-report-columns hf-report-row">
      <ItemRow
        row={line.row}
        columns={columns}
        isOpen={open.has(issueKey)}
        isTicked={ticked.has(issueKey)}
        withType={withType}
        onToggle={onToggle}
        onTick={ticked.toggle}
      />
    </div>
  );
}

function TableHead({
  columns,
  sort,
  ticked,
  isAllTicked,
  isSomeTicked,
  onSort,
}: {
  columns: readonly Column[];
  sort: Sort;
  ticked: Ticked;
  isAllTicked: boolean;
  isSomeTicked: boolean;
  onSort: (sort: Sort) => void;
}) {
  const t = useText();
  return (
    <div role="rowgroup" className="hf-report-head">
      <div role="row" aria-rowindex={1} className="hf-report-columns">
        <div role="columnheader" className="hf-report-header hf-cell-tick">
          <input
            type="checkbox"
            aria-label={t('report.tickAll')}
            checked={isAllTicked}
            ref={(box) => {
              if (box) box.indeterminate = isSomeTicked;
            }}
            onChange={ticked.toggleAll}
          />
        </div>
        {columns.map((column) => (
          <ColumnHeader key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}
