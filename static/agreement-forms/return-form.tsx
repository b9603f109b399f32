import type { AgreementView } from '../../src/contract/answers';
import type { ReturnCause } from '../../src/domain/agreement/agreement';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { RadioField } from '../ui/radio-field';
import { TextArea } from '../ui/fields';
import { useForm } from '../ui/use-form';
import { useText } from '../ui/text';
import { useFormDesk } from './form-desk';
import { FormFrame } from './form-frame';
import { returnText } from './return-causes';

interface Values {
  readonly cause: ReturnCause | '';
  readonly reason: string;
}

/** Sends a delivery back: on which side of the handoff it went wrong, and what is missing. */
export function ReturnForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const desk = useFormDesk();
  const form = useForm({
    call: 'agreement/return',
    draft: desk.draft(`return:${agreement.id}`),
    blank: { cause: '', reason: '' } as Values,
    answers: (values) => withoutBlanks({ agreementId: agreement.id, ...values }),
    check: ({ cause }): Record<string, string> => (cause === '' ? { cause: t('agreement.causeNeeded') } : {}),
    send: (input) => desk.send('agreement/return', input, t('agreement.saidReturned')),
    onDone: desk.close,
  });
  const { cause, reason } = form.values;
  return (
    <FormFrame
      title={t('agreement.returnTitle')}
      submit={t('agreement.return')}
      form={form}
      consequence={desk.consequence(
        cause === '' ? null : { type: 'return-delivery', agreementId: agreement.id, cause, reason: '-' },
      )}
    >
      <p className="hf-subtle">
        {t('agreement.returnHelp', { person: desk.nameOf(agreement.providerAccountId) })}
      </p>
      <RadioField
        legend={t('agreement.cause')}
        name={`cause-${agreement.id}`}
        value={cause}
        options={[
          { value: 'spec', label: t(returnText.spec), help: t('agreement.causeSpecHelp') },
          { value: 'quality', label: t(returnText.quality), help: t('agreement.causeQualityHelp') },
        ]}
        onChange={(chosen) => form.set('cause', chosen)}
        error={form.errorOf('cause')}
      />
      <TextArea
        label={t('agreement.returnReason')}
        help={t('agreement.returnReasonHelp')}
        isRequired
        maxLength={LIMITS.text}
        value={reason}
        onChange={(value) => form.set('reason', value)}
        error={form.errorOf('reason')}
      />
    </FormFrame>
  );
}
