import type { PutQuestion } from './put-question';
import { useFormContext } from '../../charter-form/form-context';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';

/** Takes back a question that needs no decision any more. */
export function TakeBackQuestionForm({ question }: { question: PutQuestion }) {
  const t = useText();
  const { nameOf } = useFormContext();
  const form = useCharterForm({
    call: 'escalation/take-back',
    about: { kind: 'questions' },
    draft: `take-back-question:${question.id}`,
    blank: { reason: '' },
    answers: ({ reason }) => ({ escalationId: question.id, reason }),
    said: () => t('follow.saidTakenBack'),
  });
  return (
    <FormFrame title={t('follow.takeBackTitle')} submit={t('follow.takeBack')} form={form}>
      <blockquote className="hf-quote" dir="auto">
        {question.question}
      </blockquote>
      <p className="hf-subtle">{t('follow.takeBackHelp', { person: nameOf(question.toAccountId) })}</p>
      <TextArea
        label={t('follow.takeBackReason')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('reason')}
      />
    </FormFrame>
  );
}
