import type { AgreementView } from '../../src/contract/answers';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Sends a request back with a question; it waits for whoever asked until that is answered. */
export function AskMoreForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { nameOf, dri } = useFormContext();
  const form = useCharterForm({
    call: 'agreement/ask-more',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `ask-more:${agreement.id}`,
    blank: { question: '' },
    answers: ({ question }) => ({ agreementId: agreement.id, question }),
    said: () => t('agreement.saidAskedMore'),
  });
  return (
    <FormFrame title={t('agreement.askMore')} submit={t('agreement.askMoreSubmit')} form={form}>
      <p className="hf-subtle">
        {t('agreement.askMoreHelp', { person: nameOf(dri ?? agreement.requestedBy) })}
      </p>
      <TextArea
        label={t('agreement.askMoreWhat')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('question')}
      />
    </FormFrame>
  );
}
