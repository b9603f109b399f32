import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Says that a promise does not hold as things are, and why; another day is asked for apart. */
export function DoubtForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/confirm',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `doubt:${agreement.id}`,
    blank: { reason: '' },
    answers: ({ reason }) => ({ agreementId: agreement.id, onTrack: false, reason }),
    said: () => t('agreement.saidDoubted'),
  });
  return (
    <FormFrame
      title={t('agreement.doubtTitle')}
      submit={t('agreement.doubt')}
      form={form}
      consequence={context.consequence({
        type: 'confirm-agreement',
        agreementId: agreement.id,
        onTrack: false,
        reason: '-',
      })}
    >
      <p className="hf-subtle">{t('agreement.doubtHelp')}</p>
      <TextArea
        label={t('agreement.doubtReason')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('reason')}
      />
    </FormFrame>
  );
}
