import { NEXT_CHOICES, type NextChoice } from '../../../src/domain/charter/check-in/check-in';
import { localDate } from '../../../src/domain/time/local-date';
import { useFormContext } from '../../charter-form/form-context';
import { LIMITS } from '../../ui/check-input';
import { DateField, TextField } from '../../ui/fields';
import { RadioField } from '../../ui/radio-field';
import { useText, type PlainTextId } from '../../ui/text';
import { NEXT_FIELDS, type Values } from './values';

interface FieldOf<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly error: string | undefined;
}

const words: Readonly<
  Record<
    NextChoice,
    {
      readonly label: PlainTextId;
      readonly help: PlainTextId;
      readonly day: PlainTextId;
      readonly why: PlainTextId;
    }
  >
> = {
  decision: {
    label: 'follow.nextDecision',
    help: 'follow.nextDecisionHelp',
    day: 'follow.nextAnswerBy',
    why: 'follow.nextAsk',
  },
  replacement: {
    label: 'follow.nextReplacement',
    help: 'follow.nextReplacementHelp',
    day: 'follow.nextAnswerBy',
    why: 'follow.nextAskReplacement',
  },
  'new-date': {
    label: 'follow.nextNewDate',
    help: 'follow.nextNewDateHelp',
    day: 'follow.nextNewDay',
    why: 'panel.reason',
  },
  recommit: {
    label: 'follow.nextRecommit',
    help: 'follow.nextRecommitHelp',
    day: 'follow.nextAnswerBy',
    why: 'follow.nextHow',
  },
  wait: {
    label: 'follow.nextWait',
    help: 'follow.nextWaitHelp',
    day: 'follow.nextWaitUntil',
    why: 'panel.reason',
  },
};

/** What somebody off track asks for, or means to do: one of five, each with what it takes to mean anything. */
export function NextField({
  choice,
  until,
  reason,
}: {
  choice: FieldOf<Values['next']>;
  until: FieldOf<string>;
  reason: FieldOf<string>;
}) {
  const t = useText();
  const { now, zone } = useFormContext();
  const chosen = choice.value;
  return (
    <div className="hf-group">
      <RadioField
        legend={t('follow.next')}
        name="next"
        {...choice}
        options={NEXT_CHOICES.map((value) => ({
          value,
          label: t(words[value].label),
          help: t(words[value].help),
        }))}
      />
      {chosen !== '' && (
        <div className="hf-need">
          {NEXT_FIELDS[chosen].until !== 'no' && (
            <DateField
              label={t(words[chosen].day)}
              isRequired={NEXT_FIELDS[chosen].until === 'required'}
              min={localDate(now, zone)}
              {...until}
            />
          )}
          <TextField
            label={t(words[chosen].why)}
            isRequired={NEXT_FIELDS[chosen].reason === 'required'}
            maxLength={LIMITS.short}
            {...reason}
          />
        </div>
      )}
    </div>
  );
}
