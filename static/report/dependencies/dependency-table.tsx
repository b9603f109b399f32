import type { GraphLine } from '../../../src/domain/report/graph/graph';
import { DateText } from '../../ui/date-text';
import { IssueLink } from '../../ui/issue-link';
import { StateWord } from '../../ui/state-word';
import '../../ui/table.css';
import { Text, useText } from '../../ui/text';
import { sideLabel } from '../side-label';
import { lineKey, stateText, toneOf } from './words';

/** What each item waits for, one dependency a line. */
export function DependencyTable({ lines }: { lines: readonly GraphLine[] }) {
  const t = useText();
  return (
    <table className="hf-data hf-data-blocks" aria-label={t('dependencies.tableLabel')}>
      <thead>
        <tr>
          {(['for', 'what', 'from', 'by', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              <Text id={`dependencies.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <Line key={lineKey(line, at)} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { line: GraphLine }) {
  const t = useText();
  const { issueKey, summary, what, provider, providerIssueKey, dueOn } = line;
  return (
    <tr>
      <td data-label={t('dependencies.for')}>
        <IssueLink issueKey={issueKey} /> <span className="hf-subtle">{summary}</span>
      </td>
      <td data-label={t('dependencies.what')}>
        <span dir="auto">{what}</span>
      </td>
      <td data-label={t('dependencies.from')}>
        {sideLabel(provider, t)}
        {providerIssueKey !== undefined && (
          <span className="hf-line hf-small">
            <IssueLink issueKey={providerIssueKey} />
          </span>
        )}
      </td>
      <td data-label={t('dependencies.by')}>
        {dueOn === undefined ? (
          <span className="hf-subtle">
            <Text id="dependencies.noDate" />
          </span>
        ) : (
          <DateText date={dueOn} />
        )}
      </td>
      <td data-label={t('dependencies.state')}>
        <StateWord tone={toneOf(line)}>{stateText(line, t)}</StateWord>
      </td>
    </tr>
  );
}
