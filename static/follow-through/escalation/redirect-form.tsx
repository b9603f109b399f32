import type { PutQuestion } from './put-question';
import type { PersonFact } from '../../../src/domain/values';
import { useFormContext } from '../../charter-form/form-context';
import { FormFrame } from '../../charter-form/form-frame';
import { ReachNotice } from '../../charter-form/reach-notice';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { withoutBlanks } from '../../ui/check-input';
import { PersonPicker } from '../../ui/person-picker';
import { useText } from '../../ui/text';

interface Values {
  readonly who: PersonFact | null;
}

/** Puts a question to somebody else. */
export function RedirectForm({ question }: { question: PutQuestion }) {
  const t = useText();
  const { modal, nameOf } = useFormContext();
  const form = useCharterForm({
    call: 'escalation/redirect',
    about: { kind: 'questions' },
    draft: `redirect:${question.id}`,
    blank: { who: null } as Values,
    answers: ({ who }) => withoutBlanks({ escalationId: question.id, toAccountId: who?.accountId ?? null }),
    said: ({ who }) => t('follow.saidRedirected', { person: who?.displayName ?? '' }),
  });
  return (
    <FormFrame title={t('follow.redirectTitle')} submit={t('follow.redirect')} form={form}>
      <blockquote className="hf-quote" dir="auto">
        {question.question}
      </blockquote>
      <p className="hf-subtle">{t('follow.redirectHelp', { person: nameOf(question.toAccountId) })}</p>
      <PersonPicker
        label={t('follow.askWho')}
        isRequired
        {...form.field('who', 'toAccountId')}
        excluded={{ [question.raisedBy]: t('follow.redirectNotAsker') }}
      />
      {modal && <ReachNotice person={form.values.who} asked="question" />}
    </FormFrame>
  );
}
