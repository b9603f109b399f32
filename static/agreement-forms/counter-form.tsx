import type { AgreementView } from '../../src/contract/answers';
import { localDate } from '../../src/domain/time/local-date';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { DateField, TextArea, TextField } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** A yes with other terms: the day it can be promised for, why, and what instead if not the same. */
export function CounterForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/counter',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `counter:${agreement.id}`,
    blank: { committedBy: '', reason: '', deliverable: '' },
    answers: (values) => withoutBlanks({ agreementId: agreement.id, ...values }),
    said: () => t('agreement.saidCountered'),
  });
  return (
    <FormFrame title={t('agreement.counterTitle')} submit={t('agreement.counterSubmit')} form={form}>
      <p className="hf-subtle">{t('agreement.counterHelp')}</p>
      <DateField
        label={t('agreement.counterDate')}
        isRequired
        {...form.field('committedBy')}
        min={localDate(context.now, agreement.providerZone)}
      />
      <TextArea
        label={t('panel.reason')}
        help={t('agreement.counterReasonHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('reason')}
      />
      <TextField
        label={t('agreement.counterWhat')}
        help={t('agreement.counterWhatHelp', { what: agreement.deliverable })}
        maxLength={LIMITS.short}
        {...form.field('deliverable')}
      />
    </FormFrame>
  );
}
