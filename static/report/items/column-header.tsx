import UpIcon from '@atlaskit/icon/core/arrow-up';
import DownIcon from '@atlaskit/icon/core/arrow-down';
import { Text } from '../../ui/text';
import { nextSort, type Column, type Sort } from '../rows/order';
import { columnText } from './words';

const words = { asc: 'ascending', desc: 'descending' } as const;

/** A column's name, which sorts by it. */
export function ColumnHeader({
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
