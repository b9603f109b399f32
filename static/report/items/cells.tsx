import type { ReactNode } from 'react';
import { DateText } from '../../ui/date-text';
import { Person } from '../../ui/person';
import { StateWord, type Tone } from '../../ui/state-word';
import { Text } from '../../ui/text';
import { TestMark } from './test-marks';
import type { Column } from '../rows/order';
import type { Row } from '../rows/row';
import { HighestStep } from './escalation-step';

const statusTone = { new: 'quiet', indeterminate: 'waiting', done: 'good' } as const satisfies Record<
  string,
  Tone
>;

const Nothing = ({ children }: { children: ReactNode }) => <span className="hf-subtle">{children}</span>;

/** What stands in a column of one row; the first two and the last are the row's own. */
export const cells: Readonly<
  Record<Exclude<Column, 'key' | 'summary' | 'findings'>, (row: Row) => ReactNode>
> = {
  status: ({ item }) => <StateWord tone={statusTone[item.status.category]}>{item.status.name}</StateWord>,
  component: ({ item }) => <Names of={item.components} />,
  version: ({ item }) => <Names of={item.fixVersions} />,
  dri: (row) => <Dri row={row} />,
  owner: ({ item }) => <TestMark answer={item.test.owner} />,
  authority: ({ item }) => <TestMark answer={item.test.authority} />,
  dependencies: ({ item }) => <TestMark answer={item.test.dependencies} />,
  agreements: ({ item: { agreements } }) =>
    agreements.open === 0 ? (
      <Nothing>
        <Text id="report.agreementsNone" />
      </Nothing>
    ) : (
      <Text
        id="report.agreementsOf"
        values={{ open: agreements.open, acknowledged: agreements.acknowledged }}
      />
    ),
  needed: ({ item: { agreements } }) =>
    agreements.nextNeededBy === undefined ? (
      <Nothing>
        <Text id="report.neededNothing" />
      </Nothing>
    ) : (
      <DateText date={agreements.nextNeededBy} />
    ),
  review: ({ item: { reviewOn } }) =>
    reviewOn === undefined ? (
      <Nothing>
        <Text id="report.reviewNone" />
      </Nothing>
    ) : (
      <DateText date={reviewOn} />
    ),
  rung: ({ item: { rung } }) =>
    rung === null ? (
      <Nothing>
        <Text id="report.stepNone" />
      </Nothing>
    ) : (
      <HighestStep step={rung} />
    ),
};

const Names = ({ of }: { of: readonly string[] }) =>
  of.length === 0 ? (
    <Nothing>
      <Text id="report.namesNone" />
    </Nothing>
  ) : (
    <>{of.join(', ')}</>
  );

function Dri({ row: { item, driPerson } }: { row: Row }) {
  const { dri } = item;
  if (!dri) {
    return (
      <Nothing>
        <Text id="report.driNobody" />
      </Nothing>
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
