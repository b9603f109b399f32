import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Says that it is done, and where the other side can see it. */
export function DeliverForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/deliver',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `deliver:${agreement.id}`,
    blank: { evidence: '' },
    answers: ({ evidence }) => ({ agreementId: agreement.id, evidence }),
    said: () => t('agreement.saidDelivered'),
  });
  return (
    <FormFrame
      title={t('agreement.deliverTitle')}
      submit={t('agreement.deliver')}
      form={form}
      consequence={context.consequence({
        type: 'deliver-agreement',
        agreementId: agreement.id,
        evidence: '-',
      })}
    >
      <p className="hf-subtle">{t('agreement.deliverHelp', { acceptance: agreement.acceptance })}</p>
      <TextArea
        label={t('agreement.evidence')}
        help={t('agreement.evidenceHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('evidence')}
      />
    </FormFrame>
  );
}
