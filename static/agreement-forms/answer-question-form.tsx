import type { AgreementView } from '../../src/contract/answers';
import { questionOf } from '../../src/domain/charter/agreement/agreement';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Answers what the provider asked back; the request then waits for them again. */
export function AnswerQuestionForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const person = useFormContext().nameOf(agreement.providerAccountId);
  const form = useCharterForm({
    call: 'agreement/restate',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `answer-question:${agreement.id}`,
    blank: { answer: '' },
    answers: ({ answer }) => ({ agreementId: agreement.id, answer }),
    said: () => t('panel.saidRequested', { person }),
  });
  return (
    <FormFrame title={t('agreement.answerQuestion')} submit={t('agreement.answerQuestion')} form={form}>
      <blockquote className="hf-quote" dir="auto">
        {questionOf(agreement)?.text}
      </blockquote>
      <TextArea
        label={t('agreement.answerText')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('answer')}
      />
    </FormFrame>
  );
}
