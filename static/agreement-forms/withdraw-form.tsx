import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Takes a request back, with the reason. */
export function WithdrawForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const person = context.nameOf(agreement.providerAccountId);
  const form = useCharterForm({
    call: 'agreement/withdraw',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `withdraw:${agreement.id}`,
    blank: { reason: '' },
    answers: ({ reason }) => ({ agreementId: agreement.id, reason }),
    said: () => t('panel.saidWithdrawn'),
  });
  return (
    <FormFrame
      title={t('panel.withdrawTitle')}
      submit={t('panel.withdraw')}
      appearance="warning"
      form={form}
      consequence={context.consequence({
        type: 'withdraw-agreement',
        agreementId: agreement.id,
        reason: '-',
      })}
    >
      <p className="hf-subtle">{t('panel.withdrawHelp', { person })}</p>
      <TextArea label={t('panel.reason')} isRequired maxLength={LIMITS.text} {...form.field('reason')} />
    </FormFrame>
  );
}
