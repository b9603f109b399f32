import { indicatorWords } from '../../../src/contract/wording/indicators';
import { COMPARED, type BeforeAfter, type SideOfChange } from '../../../src/domain/readiness/before-after';
import { indicators, type IndicatorId } from '../../../src/domain/report/indicators/indicators';
import { useSurroundings } from '../../ui/surroundings';
import '../../ui/table.css';
import { Text, useText } from '../../ui/text';
import { figureText } from '../indicators/model/figures';

/** One figure; without `after`, as it is so far. */
export type FigureRow =
  | BeforeAfter
  | { readonly indicator: IndicatorId; readonly before: SideOfChange; readonly after?: undefined };

/** The watched figures as a table, each with what the difference means. */
export function FiguresTable({ rows }: { rows: readonly FigureRow[] }) {
  const compares = rows.some(({ after }) => after !== undefined);
  const columns = compares ? (['figure', 'before', 'after'] as const) : (['figure', 'soFar'] as const);
  return (
    <table className="hf-data">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Text id={`readiness.column.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.indicator} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: FigureRow }) {
  const { indicator, before, after } = row;
  const t = useText();
  const { locale } = useSurroundings();
  const largest = Math.max(before.median ?? 0, after?.median ?? 0);
  const figure = figureText(indicators[indicator].unit, largest, locale, t);
  const verdict = row.after ? row.verdict : null;
  return (
    <tr>
      <th scope="row">
        {indicatorWords(indicator).name}
        {verdict !== null && (
          <span className={`hf-line hf-subtle hf-small hf-verdict-${verdict}`}>
            <Text id={`readiness.verdict.${verdict}`} />
          </span>
        )}
      </th>
      <td>
        <Side side={before} figure={figure} />
      </td>
      {after && (
        <td>
          <Side side={after} figure={figure} />
        </td>
      )}
    </tr>
  );
}

function Side({ side: { median, weeks }, figure }: { side: SideOfChange; figure: (n: number) => string }) {
  return (
    <>
      {median === null ? <Text id="readiness.tooFew" /> : <span className="hf-number">{figure(median)}</span>}
      <span className="hf-subtle hf-small hf-line">
        {median === null ? (
          <Text id="readiness.tooFewOf" values={{ count: weeks, need: COMPARED.fewest }} />
        ) : (
          <Text id="readiness.weeks" values={{ count: weeks }} />
        )}
      </span>
    </>
  );
}
