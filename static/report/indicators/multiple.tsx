import { useState } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyChangeView } from '../../../src/contract/indicators';
import type { IndicatorWords } from '../../../src/contract/wording/indicators';
import { chartMarks, type Judged } from '../../../src/domain/report/drift/drift';
import { indicators } from '../../../src/domain/report/indicators/indicators';
import { Disclosure } from '../../ui/disclosure';
import { Text, useText } from '../../ui/text';
import { Chart } from './chart';
import { shownLimits, sinceFirst } from './model/chart';
import type { PolicyChange } from './model/policy-changes';
import { Numbers } from './numbers';
import { PolicyChangeVerdicts } from './policy-changes';
import { SavePicture } from './save-picture';
import { useFigures } from './use-figures';

/** One indicator: its latest figure, its chart, what is counted, and its numbers. */
export function Multiple({
  series,
  policyChanges,
  words,
}: {
  series: Judged;
  /** Weeks in which the policy changed. */
  policyChanges: readonly (PolicyChange & PolicyChangeView)[];
  words: IndicatorWords;
}) {
  const t = useText();
  const [isDefined, setDefined] = useState(false);
  const { judgement, indicator } = series;
  const points = sinceFirst(series.points);
  const { unit } = indicators[indicator];
  const measured = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const latest = measured.at(-1);
  const { limits, marks, since } = chartMarks(series) ?? { limits: null, marks: [], since: undefined };
  const { figure, date } = useFigures(points, limits, unit);
  const marked = new Set(marks.map(({ week }) => week));
  const { low, high } = limits
    ? shownLimits(limits, unit)
    : {
        low: Math.min(...measured),
        high: Math.max(...measured),
      };
  const verdict = (): string => {
    if (judgement.kind === 'too-little')
      return t('drift.tooLittle', { have: judgement.have, need: judgement.need });
    if (judgement.kind === 'too-rare') return t('drift.tooRare');
    return since === undefined ? t('drift.holds') : t('drift.changed', { date: date(since) });
  };
  return (
    <Stack space="space.050">
      <h3 className="hf-title">{words.name}</h3>
      <p className="hf-small">
        {latest !== undefined ? (
          <Text id="drift.latest" values={{ value: figure(latest) }} />
        ) : (
          <Text id="drift.nothingMeasured" />
        )}
      </p>
      {latest !== undefined && (
        <>
          <Chart
            points={points}
            limits={limits}
            marked={marked}
            since={since}
            policyChanges={policyChanges}
            unit={unit}
            figure={figure}
            date={date}
            label={t('drift.chartLabel', {
              name: words.name,
              low: figure(low),
              high: figure(high),
              marked: marked.size,
            })}
            height={110}
          />
          <p className="hf-subtle hf-small">{verdict()}</p>
          <PolicyChangeVerdicts
            policyChanges={policyChanges.filter(({ week }) => week >= (points[0]?.week ?? week))}
            points={points}
            indicator={indicator}
            figure={figure}
            date={date}
            withWhat={false}
          />
        </>
      )}
      <Disclosure label={t('drift.definition')} isOpen={isDefined} onToggle={() => setDefined(!isDefined)}>
        <p>{words.definition}</p>
      </Disclosure>
      {latest !== undefined && (
        <>
          <Numbers
            name={words.name}
            points={points}
            marks={marks}
            policyChanges={policyChanges}
            figure={figure}
            date={date}
          />
          <div className="hf-signal-hide">
            <SavePicture name={indicator} title={words.name} />
          </div>
        </>
      )}
    </Stack>
  );
}
