import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormDesk } from './form-desk';
import { FormFrame } from './form-frame';
import { useDeskForm } from './use-desk-form';

/** Says that a promise does not hold as things are, and why; another day is asked for apart. */
export function DoubtForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const desk = useFormDesk();
  const form = useDeskForm({
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
      consequence={desk.consequence({
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
        value={form.values.reason}
        onChange={(reason) => form.set('reason', reason)}
        error={form.errorOf('reason')}
      />
    </FormFrame>
  );
}
