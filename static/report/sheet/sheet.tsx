import { useEffect, useMemo, useRef } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { Chart } from '../indicators/chart';
import { SavePicture } from '../indicators/save-picture';
import { useFigures } from '../indicators/use-figures';
import { Text, useText } from '../../ui/text';
import type { WeekPoint } from '../../../src/domain/report/indicators/series';
import { fitting, shortened, type SheetContent, type SheetNumber } from './model/sheet';
import '../indicators/texts';
import '../indicators/indicators.css';
import './texts';
import './sheet.css';

const NO_MARKS: ReadonlySet<string> = new Set();

/** A sheet for a meeting: what the printer gets is this page alone, whether its button or the browser prints. */
export function Sheet({
  content,
  name,
  onBack,
}: {
  content: SheetContent;
  /** What the picture of its chart is called, without an ending. */
  name: string;
  onBack: () => void;
}) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { title, about, numbers, points } = content;
  return (
    <Stack space="space.150">
      <Inline space="space.100">
        <Button appearance="primary" onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
        <Button onClick={onBack}>{t('sheet.back')}</Button>
      </Inline>
      <article className="hf-card hf-one-page">
        <h2 ref={heading} tabIndex={-1} className="hf-place hf-one-page-title">
          {title}
        </h2>
        <p className="hf-subtle">{about.join(' ')}</p>
        <section className="hf-one-page-numbers" aria-label={t('sheet.numbers')}>
          {numbers.map((one) => (
            <Number key={one.label} {...one} />
          ))}
        </section>
        {points ? (
          <Passing points={points} name={name} />
        ) : (
          <p className="hf-subtle">
            <Text id="sheet.noChart" />
          </p>
        )}
        {fitting(content.parts).map(({ heading: over, sentences }) => (
          <section key={over}>
            <h3 className="hf-title">{over}</h3>
            <ul className="hf-points">
              {sentences.map((sentence) => (
                <Sentence key={sentence} text={sentence} />
              ))}
            </ul>
          </section>
        ))}
      </article>
    </Stack>
  );
}

function Number({ label, number, note }: SheetNumber) {
  return (
    <div>
      <h3 className="hf-subtle">{label}</h3>
      <p className="hf-one-page-number">{number}</p>
      <p className="hf-subtle hf-small">{note}</p>
    </div>
  );
}

function Sentence({ text }: { text: string }) {
  const shown = shortened(text);
  return <li {...(shown !== text && { title: text })}>{shown}</li>;
}

function Passing({ points, name }: { points: readonly WeekPoint[]; name: string }) {
  const t = useText();
  const { figure, date } = useFigures(points, null, 'count');
  const label = useMemo(
    () =>
      t('sheet.chartLabel', {
        from: points[0]?.value ?? 0,
        to: points.at(-1)?.value ?? 0,
      }),
    [points, t],
  );
  return (
    <section>
      <div className="hf-one-page-chart-head">
        <h3 className="hf-title">{t('sheet.chart')}</h3>
        <SavePicture name={name} title={t('sheet.chart')} />
      </div>
      <Chart
        points={points}
        limits={null}
        marked={NO_MARKS}
        unit="count"
        figure={figure}
        date={date}
        label={label}
        height={200}
      />
    </section>
  );
}
