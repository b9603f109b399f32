import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { AUDIENCES, WAYS, type EscalationStep } from '../../../src/domain/policy/notice-steps';
import { Checkbox } from '../../ui/checkbox';
import { Group, RadioChoices, Checkboxes } from '../../ui/choices';
import { TextField } from '../../ui/fields';
import { useText } from '../../ui/text';
import { CLOCK_LIMITS, stepErrors, type OpenStep } from '../model/clocks-draft';
import { audiencesOf, whomWords, type EscalationWords } from './words';

/** One step while it is written: after how long, whom, how. */
export function StepForm({
  open,
  steps,
  words,
  isUnfinished,
  onType,
  onUse,
  onCancel,
}: {
  open: OpenStep;
  /** The steps its cause has. */
  steps: readonly EscalationStep[];
  words: EscalationWords;
  /** A save was tried while this form was open. */
  isUnfinished: boolean;
  onType: (open: OpenStep) => void;
  onUse: () => void;
  onCancel: () => void;
}) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { cause } = open;
  const wrong = tried ? stepErrors(open, steps) : [];
  const hours = wrong.find(({ field }) => field === 'hours');
  const nobody = wrong.some(({ field }) => field === 'tell');
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (stepErrors(open, steps).length === 0) return onUse();
    setTried(true);
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]')?.focus(),
    );
  };
  return (
    <form
      ref={form}
      noValidate
      className="hf-card"
      aria-label={t('clocks.stepForm', {
        is: open.was === null ? 'new' : 'changed',
        cause: t(`clocks.cause.${cause}`),
      })}
      onSubmit={use}
    >
      <Stack space="space.150">
        <div className="hf-short-fields">
          <TextField
            label={t('clocks.stepHours', { measure: words.measure, since: t(`clocks.after.${cause}`) })}
            help={t('clocks.stepHoursHelp')}
            error={
              hours &&
              t(
                hours.code === 'taken' ? 'clocks.error.stepTaken' : 'clocks.error.stepHours',
                CLOCK_LIMITS.stepHours,
              )
            }
            value={open.hours}
            maxLength={4}
            isRequired
            onChange={(typed) => onType({ ...open, hours: typed })}
          />
        </div>
        <AudienceField open={open} words={words} isEmpty={nobody} onType={onType} />
        <WayField open={open} onType={onType} />
        {isUnfinished && (
          <p className="hf-error" data-error="" tabIndex={-1}>
            {t('clocks.error.step')}
          </p>
        )}
        <div className="hf-actions">
          <Button type="submit" appearance="primary" spacing="compact">
            {t('clocks.stepUse')}
          </Button>
          <Button appearance="subtle" spacing="compact" onClick={onCancel}>
            {t('clocks.stepCancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Whom the step tells. */
function AudienceField({
  open,
  words,
  isEmpty,
  onType,
}: {
  open: OpenStep;
  words: EscalationWords;
  isEmpty: boolean;
  onType: (open: OpenStep) => void;
}) {
  const t = useText();
  const { cause } = open;
  const offered = AUDIENCES.filter((one) => audiencesOf(cause).includes(one) || open.tell.includes(one));
  return (
    <Group legend={t('clocks.stepTell')}>
      <Checkboxes>
        {offered.map((audience) => (
          <li key={audience}>
            <Checkbox
              label={whomWords(audience, cause, words)}
              checked={open.tell.includes(audience)}
              onChange={(tells) =>
                onType({
                  ...open,
                  tell: AUDIENCES.filter((one) => (one === audience ? tells : open.tell.includes(one))),
                })
              }
            />
          </li>
        ))}
      </Checkboxes>
      {isEmpty && (
        <p className="hf-error" data-error="" tabIndex={-1}>
          {t('clocks.error.stepTell')}
        </p>
      )}
    </Group>
  );
}

/** How they are told. */
function WayField({ open, onType }: { open: OpenStep; onType: (open: OpenStep) => void }) {
  const t = useText();
  const id = useId();
  return (
    <Group legend={t('clocks.stepHow')}>
      <RadioChoices
        name={`${id}-how`}
        value={open.how}
        isDisabled={false}
        options={WAYS.map((way) => ({
          value: way,
          label: t(`clocks.how.${way}`),
          help: t(`clocks.howHelp.${way}`),
        }))}
        onChange={(how) => onType({ ...open, how })}
      />
    </Group>
  );
}
