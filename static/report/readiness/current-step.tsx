import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { ReadinessAnswer } from '../../../src/contract/readiness';
import type { Programme } from '../../../src/domain/readiness/programme';
import {
  beginsAt,
  STEPS,
  weeksOf,
  type Step,
  type SchedulePosition,
} from '../../../src/domain/readiness/schedule';
import { Text, useText } from '../../ui/text';
import { ChooseForm } from './choose-form';
import { DecideForm } from './decide-form';
import { ReinforcePart } from './reinforce-part';
import { useDay } from './use-day';
import type { Programming } from './use-programme';
import { WatchForm } from './watch-form';

/** What to do now, with its one button; and what comes after it. */
export function CurrentStep({
  answer,
  programme,
  where,
  projectKey,
  programming,
}: {
  answer: ReadinessAnswer;
  programme: Programme;
  where: SchedulePosition & { readonly open: Step };
  projectKey: string;
  programming: Programming;
}) {
  const t = useText();
  const day = useDay();
  const { open, pace } = where;
  // Saves that wait to be recorded are shown at once: whoever comes back from the policy page came for that.
  const [form, setForm] = useState<Step | 'end' | null>(
    open === 'reinforce' && answer.mayChange && answer.saves.length > 0 ? 'reinforce' : null,
  );
  const { from, to } = weeksOf[open];
  const isAhead = pace === 'ahead' && open !== 'choose';
  const date = day(beginsAt(programme, open));
  const next = STEPS[STEPS.indexOf(open) + 1];
  return (
    <section className="hf-card" aria-labelledby="hf-ready-now">
      <Stack space="space.150">
        <p className="hf-subtle hf-small">
          <Text id={isAhead ? 'readiness.nowAhead' : 'readiness.now'} />
        </p>
        <h3 id="hf-ready-now" className="hf-heading">
          {isAhead ? (
            <Text id="readiness.nextHeading" values={{ step: t(`readiness.step.${open}`) }} />
          ) : (
            <Text id={`readiness.step.${open}`} />
          )}
        </h3>
        <p>
          {isAhead ? (
            <Text id={`readiness.ahead.${open}`} values={{ date }} />
          ) : (
            <Text id={`readiness.do.${open}`} />
          )}
        </p>
        {pace === 'behind' && (
          <p className="hf-subtle">
            <Text id="readiness.behind" values={{ from, to }} />
          </p>
        )}
        {!answer.mayChange && (
          <p className="hf-subtle">
            <Text id="readiness.onlyAdmins" />
          </p>
        )}
        {answer.mayChange && form === null && (
          <div className="hf-actions">
            <Button appearance={isAhead ? 'default' : 'primary'} onClick={() => setForm(open)}>
              {isAhead ? t(`readiness.buttonAlready.${open}`) : t(`readiness.button.${open}`)}
            </Button>
            {open !== 'compare' && (
              <Button appearance="subtle" onClick={() => setForm('end')}>
                {t('readiness.stopEarly')}
              </Button>
            )}
          </div>
        )}
        {form !== null && (
          <Form
            step={form}
            answer={answer}
            programme={programme}
            projectKey={projectKey}
            programming={programming}
            onClose={() => setForm(null)}
          />
        )}
        <h4 className="hf-title">
          <Text id="readiness.next" />
        </h4>
        <p className="hf-subtle">
          {next ? (
            <Text
              id="readiness.nextLine"
              values={{ step: t(`readiness.step.${next}`), date: day(beginsAt(programme, next)) }}
            />
          ) : (
            <Text id="readiness.nextAfter" />
          )}
        </p>
      </Stack>
    </section>
  );
}

function Form({
  step,
  answer: { policy },
  answer,
  programme,
  projectKey,
  programming: { change, sending },
  onClose,
}: {
  step: Step | 'end';
  answer: ReadinessAnswer;
  programme: Programme;
  projectKey: string;
  programming: Programming;
  onClose: () => void;
}) {
  const close = (saved: boolean) => {
    if (!saved) return;
    onClose();
    // The button that had the focus is gone with its form.
    document.getElementById('hf-ready-where')?.focus();
  };
  const common = { sending, onCancel: onClose };
  switch (step) {
    case 'choose':
      return (
        <ChooseForm
          {...common}
          behaviours={programme.behaviours}
          policy={policy}
          onSave={(behaviours) => void change('choose', { behaviours }).then(close)}
        />
      );
    case 'watch':
      return (
        <WatchForm
          {...common}
          indicators={programme.indicators}
          mode={policy.mode}
          projectKey={projectKey}
          onSave={(indicators) => void change('watch', { indicators }).then(close)}
        />
      );
    case 'reinforce':
      return (
        <ReinforcePart
          {...common}
          answer={answer}
          projectKey={projectKey}
          onRecord={(policyVersion, path) =>
            void change('reinforce', { policyVersion, change: path }).then(close)
          }
        />
      );
    case 'compare':
    case 'end':
      return (
        <DecideForm
          {...common}
          canKeep={step === 'compare'}
          onSave={(choice, reason) => void change('decide', { choice, reason }).then(close)}
        />
      );
  }
}
