import type { AgreementView } from '../../src/contract/answers';
import { localDate } from '../../src/domain/time/local-date';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { DateField, TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Says by which day there will be an answer; nobody is chased until then. */
export function ReplyLaterForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/reply-later',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `reply-later:${agreement.id}`,
    blank: { by: '', reason: '' },
    answers: (values) => withoutBlanks({ agreementId: agreement.id, ...values }),
    said: () => t('agreement.saidReplyLater'),
  });
  return (
    <FormFrame title={t('agreement.replyLater')} submit={t('agreement.replyLaterSubmit')} form={form}>
      <p className="hf-subtle">
        {t('agreement.replyLaterHelp', { person: context.nameOf(agreement.requestedBy) })}
      </p>
      <DateField
        label={t('agreement.replyLaterBy')}
        isRequired
        {...form.field('by')}
        min={localDate(context.now, agreement.providerZone)}
        max={agreement.neededBy}
      />
      <TextArea label={t('agreement.replyLaterWhy')} maxLength={LIMITS.text} {...form.field('reason')} />
    </FormFrame>
  );
}
