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
      <h2 id="hf-ready-where" className="hf-ready-where" tabIndex={-1}>
        {decision ? (
          <Text id="readiness.whereDecided" values={{ week, choice: decision.choice }} />
        ) : week > WEEKS_IN_ALL ? (
          <Text id="readiness.whereAfter" values={{ week }} />
        ) : (
          <Text id="readiness.whereNow" values={{ week, all: WEEKS_IN_ALL, step: planned }} />
        )}
      </h2>
      <ol className="hf-ready-steps" aria-label={t('readiness.steps')}>
        {STEPS.map((step) => {
          const state = stateOf(step, programme, where);
          const { from, to } = weeksOf[step];
          return (
            <li
              key={step}
              className={`hf-ready-step hf-ready-step-${state}`}
              aria-current={!decision && step === planned ? 'step' : undefined}
            >
              <span className="hf-ready-state">
                <Text id={`readiness.state.${state}`} />
              </span>
              <span className="hf-ready-name">
                <Text id={`readiness.step.${step}`} />
              </span>
              <span className="hf-subtle hf-small">
                <Text id="readiness.stepWeeks" values={{ from, to, date: day(beginsAt(programme, step)) }} />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function stateOf(
  step: Step,
  programme: Programme,
  { planned }: SchedulePosition,
): 'done' | 'now' | 'open' | 'later' {
  if (isDone(programme, step)) return 'done';
  const ahead = STEPS.indexOf(step) - STEPS.indexOf(planned);
  return ahead === 0 ? 'now' : ahead < 0 ? 'open' : 'later';
}
