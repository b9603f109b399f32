import './texts';
import { useMemo } from 'react';
import type { Policy } from '../../../src/domain/policy/policy';
import type { Instant } from '../../../src/domain/values';
import { placeOf } from '../../ui/date-text';
import { dayText } from '../../ui/dates';
import { useNow, useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { clockExample, type ExampleRung } from '../model/clock-example';
import { toldWords, type LadderWords } from './words';

/** What the settings above do with a request everybody knows: put on a Friday afternoon. */
export function Example({ policy, words }: { policy: Policy; words: LadderWords }) {
  const t = useText();
  const { locale } = useSurroundings();
  const now = useNow();
  const today = useToday();
  const { clocks } = policy;
  const { timeZone } = clocks.calendar;
  const settings = JSON.stringify([policy.acknowledgementHours, clocks]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the policy is made anew with every key that is pressed
  const example = useMemo(() => clockExample(policy, now), [settings, today]);
  const moment = (at: Instant) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(Date.parse(at));
  const zone = placeOf(timeZone);
  const rungs = (all: readonly ExampleRung[]) =>
    all.length === 0 ? (
      <p className="hf-subtle">
        <Text id="clocks.exampleNobody" />
      </p>
    ) : (
      <ol className="hf-example-rungs">
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
      </ol>
    );
  return (
    <section className="hf-example" aria-labelledby="hf-clock-example" aria-live="polite">
      <h3 className="hf-cause-name" id="hf-clock-example">
        <Text id="clocks.example" />
      </h3>
      <p>
        <Text id="clocks.exampleAsked" values={{ when: moment(example.askedAt), zone }} />
      </p>
      {rungs(example.unanswered)}
      <p>
        <Text id="clocks.examplePromised" values={{ date: dayText(example.promisedFor, today, locale) }} />
      </p>
      {rungs(example.undelivered)}
      <p className="hf-subtle hf-small">
        <Text id="clocks.exampleNote" values={{ zone }} />
      </p>
    </section>
  );
}
