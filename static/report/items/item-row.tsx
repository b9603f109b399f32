import { memo, useId } from 'react';
import { IssueLink } from '../../ui/issue-link';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import { cells } from './cells';
import { Exceptions } from './exceptions';
import { FindingsList, FindingsToggle, opensOn } from './findings';
import type { Column } from '../rows/order';
import type { Row } from '../rows/row';
import { columnText } from './words';

/** These say themselves what they are. */
const UNLABELLED: readonly Column[] = ['status', 'dri'];

/** One item. On a wide page a line of the table, on a narrow one a card with the same cells. */
export const ItemRow = memo(function ItemRow({
  row,
  columns,
  isOpen,
  isTicked,
  withType,
  onToggle,
  onTick,
}: {
  row: Row;
  columns: readonly Column[];
  isOpen: boolean;
  isTicked: boolean;
  /** Where types mix, each row says its own. */
  withType: boolean;
  onToggle: (issueKey: string) => void;
  onTick: (issueKey: string) => void;
}) {
  const { item } = row;
  const t = useText();
  const id = useId();
  const summaryId = `${id}-summary`;
  return (
    <>
      <div role="cell" className="hf-cell hf-cell-tick">
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={t('report.tick', { key: item.issueKey })}
          aria-describedby={summaryId}
          onChange={() => onTick(item.issueKey)}
        />
      </div>
      <div role="cell" className="hf-cell hf-cell-key" aria-describedby={summaryId}>
        <IssueLink issueKey={item.issueKey} />
      </div>
      <div role="cell" className="hf-cell hf-cell-summary" id={summaryId}>
        {item.summary}
        {item.vital && (
          <>
            {' '}
            <StateWord tone="good">{t('report.vital')}</StateWord>
          </>
        )}
        {withType && <span className="hf-report-type">{item.issueType}</span>}
      </div>
      {columns.map((column) => {
        if (column === 'key' || column === 'summary') return null;
        if (column === 'findings') {
          return (
            <div role="cell" className="hf-cell-findings" key={column}>
              <div className="hf-cell hf-cell-toggle">
                <FindingsToggle
                  row={row}
                  listId={`${id}-findings`}
                  isOpen={isOpen}
                  onToggle={() => onToggle(item.issueKey)}
                />
                <Exceptions row={row} />
              </div>
              {isOpen && opensOn(row) && <FindingsList row={row} id={`${id}-findings`} />}
            </div>
          );
        }
        return (
          <div role="cell" className={`hf-cell hf-cell-${column}`} key={column}>
            {!UNLABELLED.includes(column) && (
              <span className="hf-card-label">
                <Text id={columnText[column]} />
              </span>
            )}
            {cells[column](row)}
          </div>
        );
      })}
    </>
  );
});
