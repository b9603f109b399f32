import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { LIMITS } from '../../../src/contract/input-parts';
import { DECISIONS, type Decision } from '../../../src/domain/readiness/programme';
import { TextArea } from '../../ui/fields';
import { RadioField } from '../../ui/radio-field';
import { useText } from '../../ui/text';

/** Weeks 9 to 12: keep, change or stop, and why. Without anything turned on, there is only stopping. */
export function DecideForm({
  canKeep,
  sending,
  onSave,
  onCancel,
}: {
  canKeep: boolean;
  sending: boolean;
  onSave: (choice: Decision, reason: string) => void;
  onCancel: () => void;
}) {
  const t = useText();
  const open = canKeep ? DECISIONS : (['stop'] as const);
  const [choice, setChoice] = useState<Decision | ''>(canKeep ? '' : 'stop');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const fits = reason.trim() !== '' && reason.trim().length <= LIMITS.text;
  return (
    <form
      className="hf-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (choice !== '' && fits && !sending) onSave(choice, reason);
      }}
    >
      <RadioField
        legend={t('readiness.choice')}
        name="readiness-choice"
        value={choice}
        options={open.map((value) => ({
          value,
          label: t(`readiness.choice.${value}`),
          help: t(`readiness.choice.${value}Help`),
        }))}
        onChange={setChoice}
        error={tried && choice === '' ? t('readiness.choiceNeeded') : undefined}
      />
      <TextArea
        label={t('readiness.reason')}
        help={t('readiness.reasonHelp')}
        isRequired
        value={reason}
        maxLength={LIMITS.text}
        error={tried && reason.trim() === '' ? t('readiness.reasonNeeded') : undefined}
        onChange={setReason}
      />
      <div className="hf-actions">
        <Button type="submit" appearance="primary" isDisabled={sending}>
          {t(canKeep ? 'readiness.decide' : 'readiness.stopEarly')}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('readiness.cancel')}
        </Button>
      </div>
    </form>
  );
}
