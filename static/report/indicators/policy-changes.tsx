import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyChangeView } from '../../../src/contract/indicators';
import { compareAround, type Comparison } from '../../../src/domain/report/drift/before-after';
import { indicators, type IndicatorId } from '../../../src/domain/report/indicators/indicators';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { Text } from '../../ui/text';
import type { PolicyChange } from './model/policy-changes';

/** Changes of the policy, each with its letter, the week, and what holds since. */
export function PolicyChangeList({
  policyChanges,
  date,
}: {
  policyChanges: readonly (PolicyChange & PolicyChangeView)[];
  date: (week: string) => string;
}) {
  return (
    <Stack as="ul" role="list" space="space.050">
      {policyChanges.map((change) => (
        <li key={change.week}>
          <ChangeHead change={change} date={date} what={change.what} />
        </li>
      ))}
    </Stack>
  );
}

/** What a series says about each change of the policy: how it was before, and how it has been since. */
export function PolicyChangeVerdicts({
  policyChanges,
  points,
  indicator,
  figure,
  date,
  withWhat,
}: {
  policyChanges: readonly (PolicyChange & PolicyChangeView)[];
  points: readonly WeekPoint[];
  indicator: IndicatorId;
  figure: (value: number) => string;
  date: (week: string) => string;
  /** Say what was changed as well, where no list above does. */
  withWhat: boolean;
}) {
  if (policyChanges.length === 0) return null;
  const others = policyChanges.map(({ week }) => week);
  const counted = indicators[indicator].unit === 'count';
  return (
    <div className="hf-small">
      <Stack as="ul" role="list" space="space.050">
        {policyChanges.map((change) => (
          <li key={change.week}>
            <ChangeHead change={change} date={date} what={withWhat ? change.what : []} />{' '}
            <span className="hf-subtle">
              <Verdict
                comparison={compareAround(points, change.week, { others, counted })}
                indicator={indicator}
                figure={figure}
              />
            </span>
          </li>
        ))}
      </Stack>
    </div>
  );
}

function ChangeHead({
  change,
  date,
  what,
}: {
  change: PolicyChange;
  date: (week: string) => string;
  what: readonly string[];
}) {
  return (
    <>
      <b>
        <Text id="drift.turn.head" values={{ letter: change.letter, date: date(change.week) }} />
      </b>
      {what.length > 0 && <> {what.map((line) => `${line}.`).join(' ')}</>}
    </>
  );
}

function Verdict({
  comparison,
  indicator,
  figure,
}: {
  comparison: Comparison;
  indicator: IndicatorId;
  figure: (value: number) => string;
}) {
  switch (comparison.kind) {
    case 'too-soon': {
      const { side, have, need } = comparison;
      return (
        <Text id={side === 'after' ? 'drift.turn.soon' : 'drift.turn.nothing'} values={{ have, need }} />
      );
    }
    case 'too-rare':
      return <Text id="drift.turn.rare" />;
    case 'same':
    case 'changed': {
      const values = { before: figure(comparison.before.median), after: figure(comparison.after.median) };
      if (comparison.kind === 'same') return <Text id="drift.turn.same" values={values} />;
      const { worse } = indicators[indicator];
      const how = worse === 'neither' ? 'different' : worse === comparison.direction ? 'worse' : 'better';
      return <Text id="drift.turn.changed" values={{ ...values, how, weeks: comparison.after.weeks }} />;
    }
  }
}
