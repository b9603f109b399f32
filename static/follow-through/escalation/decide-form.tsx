import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import { useFormContext } from '../../charter-form/form-context';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';

/** The decision somebody was asked for, in words that can be acted on. */
export function DecideForm({
  escalationId,
  askedBy,
  question,
}: {
  escalationId: string;
  /** Account id. */
  askedBy: string;
  /** Repeated where it does not stand right above. */
  question?: string;
}) {
  const t = useText();
  const { nameOf } = useFormContext();
  const form = useCharterForm({
    call: 'escalation/answer',
    about: { kind: 'questions' },
    draft: `decide:${escalationId}`,
    blank: { decision: '' },
    answers: ({ decision }) => ({ escalationId, decision }),
    said: () => t('commitments.saidDecided'),
  });
  return (
    <FormFrame title={t('commitments.decideTitle')} submit={t('commitments.decide')} form={form}>
      {question !== undefined && (
        <blockquote className="hf-quote" dir="auto">
          {question}
        </blockquote>
      )}
      <p className="hf-subtle">{t('commitments.decideHelp', { person: nameOf(askedBy) })}</p>
      <TextArea
        label={t('commitments.decision')}
        help={t('commitments.decisionHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('decision')}
      />
    </FormFrame>
  );
}
