import { useState } from 'react';
import type { IndicatorWords } from '../../../src/contract/wording/indicators';
import type { Judged } from '../../../src/domain/drift/drift';
import { indicators } from '../../../src/domain/indicators/indicators';
import { Disclosure } from '../../ui/disclosure';
import { Text, useText } from '../../ui/text';
import { Chart } from './chart';
import { shownLimits } from './model/chart';
import { Numbers } from './numbers';
import { useFigures } from './use-figures';

/** One indicator: its latest figure, its chart, what is counted, and its numbers. */
export function Multiple({ series, words }: { series: Judged; words: IndicatorWords }) {
  const t = useText();
  const [isDefined, setDefined] = useState(false);
  const { points, judgement, indicator } = series;
  const { unit } = indicators[indicator];
  const measured = points.flatMap(({ week, value }) => (value === null ? [] : [{ week, value }]));
  const latest = measured.at(-1);
  const limits = judgement.kind === 'judged' ? judgement.limits : null;
  const { figure, date } = useFigures(points, limits, unit);
  const marks =
    judgement.kind === 'judged'
      ? judgement.marks.flatMap(({ index, rule }) =>
          measured.slice(index, index + 1).map(({ week }) => ({ week, rule })),
        )
      : [];
  const marked = new Set(marks.map(({ week }) => week));
  const { low, high } = limits
    ? shownLimits(limits, unit)
    : {
        low: Math.min(...measured.map(({ value }) => value)),
        high: Math.max(...measured.map(({ value }) => value)),
      };
  const verdict = (): string => {
    if (judgement.kind === 'too-little')
      return t('drift.tooLittle', { have: judgement.have, need: judgement.need });
    if (judgement.kind === 'too-rare') return t('drift.tooRare');
    const from = judgement.signal && measured[judgement.signal.from]?.week;
    return from ? t('drift.changed', { date: date(from) }) : t('drift.holds');
  };
  return (
    <div className="hf-multiple">
      <h3 className="hf-multiple-name">{words.name}</h3>
      <p className="hf-small">
        {latest ? (
          <Text id="drift.latest" values={{ value: figure(latest.value) }} />
        ) : (
          <Text id="drift.nothingMeasured" />
        )}
      </p>
      {latest && (
        <>
          <Chart
            points={points}
            limits={limits}
            marked={marked}
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
        </>
      )}
      <Disclosure label={t('drift.definition')} isOpen={isDefined} onToggle={() => setDefined(!isDefined)}>
        <p>{words.definition}</p>
      </Disclosure>
      {latest && <Numbers name={words.name} points={points} marks={marks} figure={figure} date={date} />}
    </div>
  );
}
