import type { Gap } from '../../../src/domain/follow-through/follow-through';
import { FormFrame } from '../../agreement-forms/form-frame';
import { useDeskForm } from '../../agreement-forms/use-desk-form';
import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import { useDesk } from '../desk';

/** Flags something nobody has named; open to whoever sees the work item. */
export function RaiseGapForm() {
  const t = useText();
  const form = useDeskForm({
    call: 'gap/raise',
    about: { kind: 'gaps' },
    draft: 'raise-gap',
    blank: { what: '' },
    answers: (values) => values,
    said: () => t('follow.saidGap'),
  });
  return (
    <FormFrame title={t('follow.gapTitle')} submit={t('follow.raiseGap')} form={form}>
      <p className="hf-subtle">{t('follow.gapHelp')}</p>
      <TextArea
        label={t('follow.gapWhat')}
        help={t('follow.gapWhatHelp')}
        isRequired
        maxLength={LIMITS.text}
        value={form.values.what}
        onChange={(what) => form.set('what', what)}
        error={form.errorOf('what')}
      />
    </FormFrame>
  );
}

/** The DRI's word on a gap. */
export function AnswerGapForm({ gap }: { gap: Gap }) {
  const t = useText();
  const { nameOf } = useDesk();
  const form = useDeskForm({
    call: 'gap/answer',
    about: { kind: 'gaps' },
    draft: `answer-gap:${gap.id}`,
    blank: { answer: '' },
    answers: ({ answer }) => ({ gapId: gap.id, answer }),
    said: () => t('follow.saidGapAnswered'),
  });
  return (
    <FormFrame title={t('follow.gapAnswerTitle')} submit={t('follow.answerGap')} form={form}>
      <blockquote className="hf-quote" dir="auto">
        {gap.what}
      </blockquote>
      <TextArea
        label={t('follow.gapAnswerText')}
        help={t('follow.gapAnswerHelp', { person: nameOf(gap.raisedBy) })}
        isRequired
        maxLength={LIMITS.text}
        value={form.values.answer}
        onChange={(answer) => form.set('answer', answer)}
        error={form.errorOf('answer')}
      />
    </FormFrame>
  );
}
