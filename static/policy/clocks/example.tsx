import './texts';
import { useMemo, useState } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { ClockPolicy } from '../../../src/domain/policy/clock-policy';
import type { Instant } from '../../../src/domain/values';
import { placeOf } from '../../ui/date-text';
import { dayText, momentText } from '../../../src/contract/texts/dates';
import { useNow, useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { useStable } from '../../ui/use-stable';
import { clockExample, type ExampleStep } from '../model/clock-example';
import { toldWords, type EscalationWords } from './words';

interface Props {
  readonly policy: ClockPolicy;
  readonly words: EscalationWords;
}

/** What the settings above do with a request everybody knows: put on a Friday afternoon. Another day, another Friday. */
export function Example(props: Props) {
  return <ExampleOfToday key={useToday()} {...props} />;
}

function ExampleOfToday({ policy: { acknowledgementHours, checkInEveryDays, clocks }, words }: Props) {
  const t = useText();
  const { locale } = useSurroundings();
  const [now] = useState(useNow());
  const today = useToday();
  const { timeZone } = clocks.calendar;
  // The policy is made anew with every key that is pressed.
  const settings = useStable({ acknowledgementHours, checkInEveryDays, clocks });
  const example = useMemo(() => clockExample(settings, now), [settings, now]);
  const moment = (at: Instant) => momentText(at, now, locale, timeZone);
  const zone = placeOf(timeZone);
  const steps = (all: readonly ExampleStep[]) =>
    all.length === 0 ? (
      <p className="hf-subtle">
        <Text id="clocks.exampleNobody" />
      </p>
    ) : (
      <div className="hf-choice-more">
        <Stack as="ol" role="list" space="space.050">
          {all.map(({ step, toldAt }) => (
            <li key={step.key}>
              {t('clocks.exampleTold', {
                when: moment(toldAt),
                whom: toldWords(step.tell, step.cause, words),
                several: step.tell.length > 1 ? 'yes' : 'no',
                how: step.how,
              })}
              {toldAt !== step.at && (
                <span className="hf-subtle"> {t('clocks.exampleRanOut', { when: moment(step.at) })}</span>
              )}
            </li>
          ))}
        </Stack>
      </div>
    );
  return (
    <section className="hf-card hf-sunken" aria-labelledby="hf-clock-example" aria-live="polite">
      <Stack space="space.100">
        <h3 className="hf-title" id="hf-clock-example">
          <Text id="clocks.example" />
        </h3>
        <p>
          <Text id="clocks.exampleAsked" values={{ when: moment(example.askedAt), zone }} />
        </p>
        {steps(example.unanswered)}
        <p>
          <Text id="clocks.examplePromised" values={{ date: dayText(example.promisedFor, today, locale) }} />
        </p>
        {steps(example.undelivered)}
        <p className="hf-subtle hf-small">
          <Text id="clocks.exampleNote" values={{ zone }} />
        </p>
      </Stack>
    </section>
  );
}
