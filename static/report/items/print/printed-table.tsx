import { Text, useText } from '../../../ui/text';
import { cells } from '../cells';
import type { Column } from '../../rows/order';
import type { Row } from '../../rows/row';
import { columnText } from '../words';

/** Every row written out, with what the gate found in full: paper does not open. */
export function PrintedTable({ rows, columns }: { rows: readonly Row[]; columns: readonly Column[] }) {
  const t = useText();
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(columnText[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.item.issueKey}>
            {columns.map((column) => (
              <td key={column} className={`hf-print-${column}`}>
                <Cell row={row} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ row, column }: { row: Row; column: Column }) {
  const { item } = row;
  if (column === 'key') return <>{item.issueKey}</>;
  if (column === 'summary') return <>{item.summary}</>;
  if (column !== 'findings') return <>{cells[column](row)}</>;
  if (item.gate === null) return <Text id="report.notKnown" />;
  return (
    <>
      {item.gate.findings.map(({ what }, index) => (
        <div key={index}>{what}</div>
      ))}
    </>
  );
}
