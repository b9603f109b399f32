import type { PersonFact } from '../../src/domain/values';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

interface Values {
  readonly reason: string;
  readonly suggested: PersonFact | null;
}

/** A no to owning the work item, or ownership given back: why, and who would be better, if known. */
export function DeclineNominationForm({ handsBack = false }: { handsBack?: boolean }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'dri/decline',
    about: { kind: 'owner' },
    draft: handsBack ? 'hand-back' : 'decline-nomination',
    blank: { reason: '', suggested: null } as Values,
    answers: ({ reason, suggested }) =>
      withoutBlanks({ reason, suggestedAccountId: suggested?.accountId ?? null }),
    said: () => t(handsBack ? 'panel.saidHandedBack' : 'panel.saidDeclined'),
  });
  return (
    <FormFrame
      title={t(handsBack ? 'panel.handBackTitle' : 'panel.declineNominationTitle')}
      submit={t(handsBack ? 'panel.handBack' : 'panel.decline')}
      form={form}
    >
      <p className="hf-subtle">{t(handsBack ? 'panel.handBackHelp' : 'panel.declineNominationHelp')}</p>
      <TextArea label={t('panel.reason')} isRequired maxLength={LIMITS.text} {...form.field('reason')} />
      <PersonPicker
        label={t('panel.suggestWho')}
        {...form.field('suggested', 'suggestedAccountId')}
        excluded={{ [context.me]: t('panel.notYourself') }}
      />
    </FormFrame>
  );
}
