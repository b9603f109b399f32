import { useFormContext } from '../../charter-form/form-context';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';

/** The DRI's word on a gap. */
export function AnswerGapForm({
  gapId,
  raisedBy,
  what,
}: {
  gapId: string;
  /** Account id. */
  raisedBy: string;
  /** Repeated where it does not stand right above. */
  what?: string;
}) {
  const t = useText();
  const { nameOf } = useFormContext();
  const form = useCharterForm({
    call: 'gap/answer',
    about: { kind: 'gaps' },
    draft: `answer-gap:${gapId}`,
    blank: { answer: '' },
    answers: ({ answer }) => ({ gapId, answer }),
    said: () => t('follow.saidGapAnswered'),
  });
  return (
    <FormFrame title={t('follow.gapAnswerTitle')} submit={t('follow.answerGap')} form={form}>
      {what !== undefined && (
        <blockquote className="hf-quote" dir="auto">
          {what}
        </blockquote>
      )}
      <TextArea
        label={t('follow.gapAnswerText')}
        help={t('follow.gapAnswerHelp', { person: nameOf(raisedBy) })}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('answer')}
      />
    </FormFrame>
  );
}
