import type { CommitmentEntry } from '../../src/contract/answers';
import { FormFrame } from '../agreement-forms/form-frame';
import { useAnnounce } from '../ui/announcer';
import { LIMITS } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { useText } from '../ui/text';
import { useForm } from '../ui/use-form';
import { useCommitmentsDesk } from './desk';

/** The decision somebody was asked for, in words that can be acted on. */
export function DecideForm({ entry: { ref, question, awaitedBy } }: { entry: CommitmentEntry }) {
  const t = useText();
  const announce = useAnnounce();
  const desk = useCommitmentsDesk();
  const form = useForm({
    call: 'escalation/answer',
    draft: `${ref}:${desk.accountId}:decide`,
    blank: { decision: '' },
    answers: ({ decision }) => ({ escalationId: question?.escalationId, decision }),
    send: async (input) => {
      const [outcome] = await desk.answer([{ ref, call: 'escalation/answer', input: { ...input } }]);
      desk.tell(outcome ? [outcome] : []);
      if (outcome?.problem) return outcome.problem;
      announce(t('commitments.saidDecided'));
      return null;
    },
    onDone: desk.close,
  });
  return (
    <FormFrame
      title={t('commitments.decideTitle')}
      submit={t('commitments.decide')}
      form={{ ...form, conflict: null }}
    >
      <p className="hf-subtle">{t('commitments.decideHelp', { person: desk.nameOf(awaitedBy ?? '') })}</p>
      <TextArea
        label={t('commitments.decision')}
        help={t('commitments.decisionHelp')}
        isRequired
        maxLength={LIMITS.text}
        value={form.values.decision}
        onChange={(decision) => form.set('decision', decision)}
        error={form.errorOf('decision')}
      />
    </FormFrame>
  );
}
