import { memo, useId } from 'react';
import { DateText } from '../ui/date-text';
import { IssueLink } from '../ui/issue-link';
import { Person } from '../ui/person';
import { StateWord, type Tone } from '../ui/state-word';
import { Text } from '../ui/text';
import { Exceptions } from './exceptions';
import { FindingsList, FindingsToggle } from './findings';

import { Light, questionText, QUESTIONS } from './lights';
import type { Row } from './model/row';
import { Rung } from './rung';

const statusTone = { new: 'quiet', indeterminate: 'waiting', done: 'good' } as const satisfies Record<
  string,
  Tone
>;

/** One item. On a wide page a line of the table, on a narrow one a card with the same cells. */
export const ItemRow = memo(function ItemRow({
  row,
  isOpen,
  withType,
  onToggle,
}: {
  row: Row;
  isOpen: boolean;
  /** Where types mix, each row says its own. */
  withType: boolean;
  onToggle: (issueKey: string) => void;
}) {
  const { item } = row;
  const id = useId();
  const summaryId = `${id}-summary`;
  const { nextNeededBy } = item.agreements;
  return (
    <>
      <div role="cell" className="hf-cell hf-cell-key" aria-describedby={summaryId}>
        <IssueLink issueKey={item.issueKey} />
      </div>
      <div role="cell" className="hf-cell hf-cell-summary" id={summaryId}>
        {item.summary}
        {withType && <span className="hf-report-type">{item.issueType}</span>}
      </div>
      <div role="cell" className="hf-cell hf-cell-status">
        <StateWord tone={statusTone[item.status.category]}>{item.status.name}</StateWord>
      </div>
      <div role="cell" className="hf-cell hf-cell-dri">
        <Dri row={row} />
      </div>
      {QUESTIONS.map((question) => (
        <div role="cell" className={`hf-cell hf-cell-light hf-cell-${question}`} key={question}>
          <span className="hf-card-label">
            <Text id={questionText[question]} />
          </span>
          <Light answer={item.test[question]} />
        </div>
      ))}
      <div role="cell" className="hf-cell hf-cell-needed">
        {nextNeededBy === undefined ? (
          <span className="hf-subtle">
            <Text id="report.neededNothing" />
          </span>
        ) : (
          <>
            <span className="hf-card-label">
              <Text id="report.columnNeeded" />
            </span>
            <DateText date={nextNeededBy} />
          </>
        )}
      </div>
      <div role="cell" className="hf-cell-findings">
        <div className="hf-cell hf-cell-toggle">
          <FindingsToggle
            row={row}
            listId={`${id}-findings`}
            isOpen={isOpen}
            onToggle={() => onToggle(item.issueKey)}
          />
          <Exceptions row={row} />
          <Rung item={item} />
        </div>
        {isOpen && row.findings > 0 && <FindingsList gate={item.gate} id={`${id}-findings`} />}
      </div>
    </>
  );
});

function Dri({ row: { item, driPerson } }: { row: Row }) {
  const { dri } = item;
  if (!dri) {
    return (
      <span className="hf-subtle">
        <Text id="report.driNobody" />
      </span>
    );
  }
  const people = driPerson ? { [dri.accountId]: driPerson } : {};
  return (
    <span className="hf-report-dri">
      <Person accountId={dri.accountId} people={people} size="xsmall" />
      {dri.status === 'nominated' && (
        <span className="hf-subtle hf-small">
          <Text id="report.driNominated" />
        </span>
      )}
    </span>
  );
}
