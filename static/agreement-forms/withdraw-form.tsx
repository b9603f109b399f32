import type { AgreementView } from '../../src/contract/answers';
import { TextArea } from '../ui/fields';
import { useForm } from '../ui/use-form';
import { useText } from '../ui/text';
import { useFormDesk } from './form-desk';
import { FormFrame } from './form-frame';

/** Takes a request back, with the reason. */
export function WithdrawForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const desk = useFormDesk();
  const person = desk.nameOf(agreement.providerAccountId);
  const form = useForm({
    call: 'agreement/withdraw',
    draft: desk.draft(`withdraw:${agreement.id}`),
    blank: { reason: '' },
    answers: ({ reason }) => ({ agreementId: agreement.id, reason }),
    send: (input) => desk.send('agreement/withdraw', input, t('panel.saidWithdrawn')),
    onDone: desk.close,
  });
  const { reason } = form.values;
  return (
    <FormFrame
      title={t('panel.withdrawTitle')}
      submit={t('panel.withdraw')}
      appearance="warning"
      form={form}
      consequence={desk.consequence({ type: 'withdraw-agreement', agreementId: agreement.id, reason: '-' })}
    >
      <p className="hf-subtle">{t('panel.withdrawHelp', { person })}</p>
      <TextArea
        label={t('panel.reason')}
        isRequired
        value={reason}
        onChange={(value) => form.set('reason', value)}
        error={form.errorOf('reason')}
      />
    </FormFrame>
  );
}
