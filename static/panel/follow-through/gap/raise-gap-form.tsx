import { FormFrame } from '../../../charter-form/form-frame';
import { useCharterForm } from '../../../charter-form/use-charter-form';
import { LIMITS } from '../../../ui/check-input';
import { TextArea } from '../../../ui/fields';
import { useText } from '../../../ui/text';

/** Flags something nobody has named; open to whoever sees the work item. */
export function RaiseGapForm() {
  const t = useText();
  const form = useCharterForm({
    call: 'gap/raise',
    about: { kind: 'gaps' },
    draft: 'raise-gap',
    blank: { what: '' },
    answers: (values) => values,
    said: () => t('follow.saidGap'),
  });
  return (
    <FormFrame title={t('follow.gapTitle')} submit={t('follow.raiseGap')} form={form}>
      <p className="hf-subtle">{t('follow.gapHelp')}</p>
      <TextArea
        label={t('follow.gapWhat')}
        help={t('follow.gapWhatHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('what')}
      />
    </FormFrame>
  );
}
