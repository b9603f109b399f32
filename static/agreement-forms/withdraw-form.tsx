import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormDesk } from './form-desk';
import { FormFrame } from './form-frame';
import { useDeskForm } from './use-desk-form';

/** Takes a request back, with the reason. */
export function WithdrawForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const desk = useFormDesk();
  const person = desk.nameOf(agreement.providerAccountId);
  const form = useDeskForm({
    call: 'agreement/withdraw',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `withdraw:${agreement.id}`,
    blank: { reason: '' },
    answers: ({ reason }) => ({ agreementId: agreement.id, reason }),
    said: () => t('panel.saidWithdrawn'),
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
        maxLength={LIMITS.text}
        value={reason}
        onChange={(value) => form.set('reason', value)}
        error={form.errorOf('reason')}
      />
    </FormFrame>
  );
}
