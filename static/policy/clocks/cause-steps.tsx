import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import {
  defaultEscalationPlan,
  type Cause,
  type EscalationStep,
} from '../../../src/domain/policy/notice-steps';
import { areSameSteps, withoutStep } from '../../../src/domain/policy/clock-changes';
import { useAnnounce } from '../../ui/announcer';
import { Text, useText } from '../../ui/text';
import { MOST_STEPS, openStep, withOpenStep, type OpenStep } from '../model/clocks-draft';
import { StepForm } from './step-form';
import { stepWords, type EscalationWords } from './words';

interface Props {
  readonly cause: Cause;
  readonly words: EscalationWords;
  readonly steps: readonly EscalationStep[];
  /** The step of this cause that is being written. */
  readonly open: OpenStep | null;
  readonly isUnfinished: boolean;
  readonly isCrowded: boolean;
  readonly isDisabled: boolean;
  readonly onOpen: (open: OpenStep | null) => void;
  readonly onChange: (steps: readonly EscalationStep[]) => void;
}

const headingOf = (cause: Cause): string => `hf-ladder-${cause}`;

/** Changes that say what they did; what had the focus is gone or has changed, so it goes on from the heading. */
function useStepChanges({ cause, steps, open, onOpen, onChange }: Props) {
  const t = useText();
  const announce = useAnnounce();
  const settle = (said?: string) => {
    if (said !== undefined) announce(said);
    requestAnimationFrame(() => document.getElementById(headingOf(cause))?.focus());
  };
  return {
    use: () => {
      if (open) onChange(withOpenStep(steps, open));
      settle(t('clocks.stepUsed'));
    },
    cancel: () => {
      onOpen(null);
      settle();
    },
    remove: (step: EscalationStep) => {
      onChange(withoutStep(steps, step));
      settle(t('clocks.stepRemoved'));
    },
    restore: () => {
      onChange(defaultEscalationPlan[cause]);
      settle(t('clocks.stepRestored'));
    },
  };
}

/** The steps of one cause: to read, to write, to remove, to put back. */
export function CauseSteps(props: Props) {
  const { cause, words, steps, open, isUnfinished, isCrowded, isDisabled, onOpen } = props;
  const t = useText();
  const changes = useStepChanges(props);
  const name = t(`clocks.cause.${cause}`);
  const form = open && (
    <StepForm
      key={`${cause} ${open.was ?? 'new'}`}
      open={open}
      steps={steps}
      words={words}
      isUnfinished={isUnfinished}
      onType={onOpen}
      onUse={changes.use}
      onCancel={changes.cancel}
    />
  );
  return (
    <section className="hf-cause" aria-labelledby={headingOf(cause)}>
      <Stack space="space.075">
        <h3 className="hf-title" id={headingOf(cause)} tabIndex={-1}>
          {name}
        </h3>
        {steps.length === 0 && !open && (
          <p className="hf-subtle">
            <Text id="clocks.stepNone" />
          </p>
        )}
        <Stack as="ol" role="list" space="space.025">
          {steps.map((step) =>
            open?.was === step.afterHours ? (
              <li key={step.afterHours}>{form}</li>
            ) : (
              <StepLine
                key={step.afterHours}
                sentence={stepWords(step, cause, words)}
                isDisabled={isDisabled}
                onOpen={() => onOpen(openStep(cause, step))}
                onRemove={() => changes.remove(step)}
              />
            ),
          )}
          {open?.was === null && <li>{form}</li>}
        </Stack>
        {isCrowded && (
          <p className="hf-error" data-error="" tabIndex={-1}>
            <Text id="clocks.error.ladder" values={{ cause: name }} />
          </p>
        )}
        {!isDisabled && !open && <CauseActions {...props} name={name} onRestore={changes.restore} />}
      </Stack>
    </section>
  );
}

function StepLine({
  sentence,
  isDisabled,
  onOpen,
  onRemove,
}: {
  sentence: string;
  isDisabled: boolean;
  onOpen: () => void;
  onRemove: () => void;
}) {
  const t = useText();
  return (
    <Inline
      as="li"
      space="space.200"
      rowSpace="space.0"
      alignBlock="center"
      spread="space-between"
      shouldWrap
    >
      <span className="hf-wide">{sentence}</span>
      {!isDisabled && (
        <Inline as="span" space="space.0">
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t('clocks.stepChangeNamed', { step: sentence })}
            onClick={onOpen}
          >
            {t('clocks.stepChange')}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={t('clocks.stepRemoveNamed', { step: sentence })}
            onClick={onRemove}
          >
            {t('clocks.stepRemove')}
          </Button>
        </Inline>
      )}
    </Inline>
  );
}

function CauseActions({
  cause,
  steps,
  name,
  onOpen,
  onRestore,
}: Pick<Props, 'cause' | 'steps' | 'onOpen'> & { name: string; onRestore: () => void }) {
  const t = useText();
  return (
    <div className="hf-actions">
      {steps.length < MOST_STEPS ? (
        <Button
          spacing="compact"
          aria-label={t('clocks.stepAddNamed', { cause: name })}
          onClick={() => onOpen(openStep(cause, null))}
        >
          {t('clocks.stepAdd')}
        </Button>
      ) : (
        <span className="hf-subtle hf-small">
          <Text id="clocks.stepMost" />
        </span>
      )}
      {!areSameSteps(steps, defaultEscalationPlan[cause]) && (
        <Button
          spacing="compact"
          appearance="subtle"
          aria-label={t('clocks.stepDefaultNamed', { cause: name })}
          onClick={onRestore}
        >
          {t('clocks.stepDefault')}
        </Button>
      )}
    </div>
  );
}
