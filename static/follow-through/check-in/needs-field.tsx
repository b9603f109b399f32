import { useId } from 'react';
import Button from '@atlaskit/button/default/button';
import { localDate } from '../../../src/domain/time/local-date';
import { useFormContext, type FormContextValue } from '../../charter-form/form-context';
import { LIMITS } from '../../ui/check-input';
import { DateField, TextArea, TextField } from '../../ui/fields';
import { PersonPicker } from '../../ui/person-picker';
import { RadioField } from '../../ui/radio-field';
import { useText, type PlainTextId } from '../../ui/text';
import { missingIn, NO_NEED, type TypedNeed } from './values';

/** As many as the contract takes. */
const MOST = 10;

type Intake = FormContextValue['checkIn']['intake'];

/** What is needed from others and not there yet: none, or some, each asked of one person in the same breath. */
export function NeedsField({
  needs,
  intake,
  error,
  onChange,
}: {
  needs: readonly TypedNeed[];
  intake: Intake;
  error: string | undefined;
  onChange: (needs: readonly TypedNeed[]) => void;
}) {
  const t = useText();
  const id = useId();
  const change = (place: number, part: Partial<TypedNeed>) =>
    onChange(needs.map((need, at) => (at === place ? { ...need, ...part } : need)));
  return (
    <fieldset
      className="hf-group"
      aria-describedby={[`${id}-help`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')}
    >
      <legend className="hf-label">
        {t('follow.needs')}
        <span className="hf-optional"> {t('ui.optional')}</span>
      </legend>
      <div className="hf-help" id={`${id}-help`}>
        {t('follow.needsHelp')}
      </div>
      {needs.map((need, place) => (
        <div className="hf-need" key={place}>
          <NeedFields
            need={need}
            place={place}
            intake={intake}
            isChecked={error !== undefined}
            onChange={(part) => change(place, part)}
          />
          <div>
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={t('follow.removeNeedOf', { number: place + 1 })}
              onClick={() => onChange(needs.filter((_need, at) => at !== place))}
            >
              {t('follow.removeNeed')}
            </Button>
          </div>
        </div>
      ))}
      {needs.length < MOST && (
        <div>
          <Button spacing="compact" onClick={() => onChange([...needs, NO_NEED])}>
            {t('follow.addNeed')}
          </Button>
        </div>
      )}
      {error !== undefined && (
        <div className="hf-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </fieldset>
  );
}

const intakeText: Readonly<Record<Intake[number], PlainTextId>> = {
  impact: 'follow.needImpact',
  inputs: 'follow.needInputs',
};

function NeedFields({
  need,
  place,
  intake,
  isChecked,
  onChange,
}: {
  need: TypedNeed;
  place: number;
  intake: Intake;
  /** The form was sent: what is missing says so. */
  isChecked: boolean;
  onChange: (part: Partial<TypedNeed>) => void;
}) {
  const t = useText();
  const { me, now, zone } = useFormContext();
  const missing = isChecked ? missingIn(need, intake) : [];
  const errorOf = (field: keyof TypedNeed) =>
    missing.includes(field) ? { error: t('ui.errorRequired') } : {};
  const isAgreement = need.as === 'agreement';
  return (
    <>
      <PersonPicker
        label={t('follow.needWho')}
        isRequired
        value={need.person}
        onChange={(person) => onChange({ person })}
        excluded={{ [me]: t('panel.notYourself') }}
      />
      <TextField
        label={t('follow.needWhat')}
        isRequired
        maxLength={LIMITS.short}
        value={need.what}
        onChange={(what) => onChange({ what })}
        {...errorOf('what')}
      />
      <RadioField
        legend={t('follow.needAs')}
        name={`need-${place}-as`}
        value={need.as}
        onChange={(as) => onChange({ as })}
        options={[
          { value: 'agreement', label: t('follow.needAgreement'), help: t('follow.needAgreementHelp') },
          { value: 'decision', label: t('follow.needDecision'), help: t('follow.needDecisionHelp') },
        ]}
        {...errorOf('as')}
      />
      {need.as !== '' && (
        <DateField
          label={t('follow.needBy')}
          isRequired={isAgreement}
          value={need.by}
          onChange={(by) => onChange({ by })}
          min={localDate(now, zone)}
          {...errorOf('by')}
        />
      )}
      {isAgreement &&
        intake.map((field) => (
          <TextArea
            key={field}
            label={t(intakeText[field])}
            isRequired
            maxLength={LIMITS.text}
            value={need[field]}
            onChange={(value) => onChange({ [field]: value })}
            {...errorOf(field)}
          />
        ))}
    </>
  );
}
