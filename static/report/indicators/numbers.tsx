import { useState } from 'react';
import type { SignalRule } from '../../../src/domain/report/drift/judge';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { Disclosure } from '../../ui/disclosure';
import '../../ui/table.css';
import { Text, useText } from '../../ui/text';
import type { PolicyChange } from './model/policy-changes';

/** The chart as a table: for readers who hear it, and for those who want the figures. */
export function Numbers({
  name,
  points,
  marks,
  policyChanges = [],
  figure,
  date,
}: {
  name: string;
  points: readonly WeekPoint[];
  marks: readonly { readonly week: string; readonly rule: SignalRule }[];
  /** Weeks in which the policy changed. */
  policyChanges?: readonly PolicyChange[];
  figure: (value: number) => string;
  date: (week: string) => string;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const reasons = (week: string): string =>
    [
      ...marks.filter((mark) => mark.week === week).map(({ rule }) => t(`drift.mark.${rule}`)),
      ...policyChanges
        .filter((change) => change.week === week)
        .map(({ letter }) => t('drift.turn.inTable', { letter })),
    ].join(', ');
  return (
    <Disclosure label={t('drift.table')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      {/* Wider than its card, it scrolls, by keyboard too. */}
      <div className="hf-numbers" role="region" aria-label={t('drift.tableLabel', { name })} tabIndex={0}>
        <table className="hf-data hf-data-dense" aria-label={t('drift.tableLabel', { name })}>
          <thead>
            <tr>
              {(['week', 'value', 'count', 'mark'] as const).map((column) => (
                <th key={column} scope="col">
                  <Text id={`drift.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map(({ week, value, count }) => (
              <tr key={week}>
                <th scope="row">{date(week)}</th>
                <td>{value === null ? <Text id="drift.none" /> : figure(value)}</td>
                <td>{t('drift.observations', { count })}</td>
                <td>{reasons(week)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}
