import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { Programme } from '../../../src/domain/readiness/programme';
import {
  beginsAt,
  isDone,
  STEPS,
  WEEKS_IN_ALL,
  weeksOf,
  type Step,
  type SchedulePosition,
} from '../../../src/domain/readiness/schedule';
import { Columns } from '../../ui/columns';
import { StateWord, type Tone } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import { useDay } from './use-day';

/** Where the programme is: the week in words, and the four steps beneath. */
export function Journey({ programme, where }: { programme: Programme; where: SchedulePosition }) {
  const t = useText();
  const day = useDay();
  const { week, planned } = where;
  const { decision } = programme;
  return (
    <section aria-labelledby="hf-ready-where">
      <Stack space="space.150">
        <h2 id="hf-ready-where" className="hf-heading hf-where" tabIndex={-1}>
          {decision ? (
            <Text id="readiness.whereDecided" values={{ week, choice: decision.choice }} />
          ) : week > WEEKS_IN_ALL ? (
            <Text id="readiness.whereAfter" values={{ week }} />
          ) : (
            <Text id="readiness.whereNow" values={{ week, all: WEEKS_IN_ALL, step: planned }} />
          )}
        </h2>
        <Columns as="ol" least="150px" label={t('readiness.steps')}>
          {STEPS.map((step) => {
            const state = stateOf(step, programme, where);
            const { from, to } = weeksOf[step];
            return (
              <li
                key={step}
                className="hf-card hf-card-small hf-step"
                aria-current={!decision && step === planned ? 'step' : undefined}
              >
                <StateWord tone={stateTone[state]}>{t(`readiness.state.${state}`)}</StateWord>
                <span className="hf-line hf-medium">
                  <Text id={`readiness.step.${step}`} />
                </span>
                <span className="hf-subtle hf-small">
                  <Text
                    id="readiness.stepWeeks"
                    values={{ from, to, date: day(beginsAt(programme, step)) }}
                  />
                </span>
              </li>
            );
          })}
        </Columns>
      </Stack>
    </section>
  );
}

const stateTone = {
  done: 'good',
  now: 'waiting',
  open: 'quiet',
  later: 'quiet',
} as const satisfies Record<StepState, Tone>;

type StepState = 'done' | 'now' | 'open' | 'later';

function stateOf(step: Step, programme: Programme, { planned }: SchedulePosition): StepState {
  if (isDone(programme, step)) return 'done';
  const ahead = STEPS.indexOf(step) - STEPS.indexOf(planned);
  return ahead === 0 ? 'now' : ahead < 0 ? 'open' : 'later';
}
