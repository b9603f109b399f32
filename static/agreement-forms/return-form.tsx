import type { AgreementView } from '../../src/contract/answers';
import type { ReturnCause } from '../../src/domain/charter/agreement/agreement';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { RadioField } from '../ui/radio-field';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { returnText } from './return-causes';
import { useCharterForm } from '../charter-form/use-charter-form';

interface Values {
  readonly cause: ReturnCause | '';
  readonly reason: string;
}

/** Sends a delivery back: on which side of the handoff it went wrong, and what is missing. */
export function ReturnForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/return',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `return:${agreement.id}`,
    blank: { cause: '', reason: '' } as Values,
    answers: (values) => withoutBlanks({ agreementId: agreement.id, ...values }),
    check: ({ cause }): Record<string, string> => (cause === '' ? { cause: t('agreement.causeNeeded') } : {}),
    said: () => t('agreement.saidReturned'),
  });
  const { cause } = form.values;
  return (
    <FormFrame
      title={t('agreement.returnTitle')}
      submit={t('agreement.return')}
      form={form}
      consequence={context.consequence(
        cause === '' ? null : { type: 'return-delivery', agreementId: agreement.id, cause, reason: '-' },
      )}
    >
      <p className="hf-subtle">
        {t('agreement.returnHelp', { person: context.nameOf(agreement.providerAccountId) })}
      </p>
      <RadioField
        legend={t('agreement.cause')}
        name={`cause-${agreement.id}`}
        {...form.field('cause')}
        options={[
          { value: 'spec', label: t(returnText.spec), help: t('agreement.causeSpecHelp') },
          { value: 'quality', label: t(returnText.quality), help: t('agreement.causeQualityHelp') },
        ]}
      />
      <TextArea
        label={t('agreement.returnReason')}
        help={t('agreement.returnReasonHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('reason')}
      />
    </FormFrame>
  );
}
