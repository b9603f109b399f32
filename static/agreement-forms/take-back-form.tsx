import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Takes back what one asked for and nobody has promised yet. */
export function TakeBackForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const person = useFormContext().nameOf(agreement.providerAccountId);
  const form = useCharterForm({
    call: 'agreement/take-back',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `take-back:${agreement.id}`,
    blank: { reason: '' },
    answers: ({ reason }) => ({ agreementId: agreement.id, reason }),
    said: () => t('panel.saidWithdrawn'),
  });
  return (
    <FormFrame title={t('agreement.takeBack')} submit={t('agreement.takeBack')} form={form}>
      <p className="hf-subtle">{t('panel.withdrawHelp', { person })}</p>
      <TextArea label={t('panel.reason')} isRequired maxLength={LIMITS.text} {...form.field('reason')} />
    </FormFrame>
  );
}
