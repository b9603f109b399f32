import type { PersonFact } from '../../../../src/domain/values';
import { FormFrame } from '../../../charter-form/form-frame';
import { useCharterForm } from '../../../charter-form/use-charter-form';
import { LIMITS, withoutBlanks } from '../../../ui/check-input';
import { Choice } from '../../../ui/choice';
import { TextArea } from '../../../ui/fields';
import { PersonPicker } from '../../../ui/person-picker';
import { ReachNotice } from '../../../charter-form/reach-notice';
import { useText } from '../../../ui/text';
import { usePanel } from '../../panel-context';
import type { QuestionPrefill } from '../../model/follow-through-offers';

interface Values {
  readonly who: PersonFact | null;
  readonly question: string;
  readonly aboutAgreementId: string;
}

/** Puts a question that needs a decision to one named person. */
export function AskForm({ prefill }: { prefill: QuestionPrefill }) {
  const t = useText();
  const { answer } = usePanel();
  const form = useCharterForm({
    call: 'escalation/raise',
    about: { kind: 'questions' },
    draft: prefill.question === undefined ? 'ask' : `ask:${prefill.needId ?? prefill.question}`,
    blank: {
      who: answer.people[prefill.toAccountId ?? ''] ?? null,
      question: prefill.question ?? '',
      aboutAgreementId: '',
    } as Values,
    answers: ({ who, ...rest }) =>
      withoutBlanks({ ...rest, toAccountId: who?.accountId ?? null, needId: prefill.needId ?? '' }),
    said: ({ who }) => t('follow.saidAsked', { person: who?.displayName ?? '' }),
  });
  const { who, aboutAgreementId } = form.values;
  const open = answer.charter.agreements.filter(
    ({ status }) => status !== 'withdrawn' && status !== 'accepted',
  );
  return (
    <FormFrame
      title={t('follow.askTitle')}
      submit={who ? t('panel.askPerson', { person: who.displayName }) : t('follow.ask')}
      form={form}
    >
      <p className="hf-subtle">{t('follow.askHelp')}</p>
      <PersonPicker
        label={t('follow.askWho')}
        isRequired
        {...form.field('who', 'toAccountId')}
        excluded={{ [answer.me.accountId]: t('panel.notYourself') }}
      />
      <ReachNotice person={who} asked="question" />
      <TextArea
        label={t('follow.askWhat')}
        help={t('follow.askWhatHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('question')}
      />
      {open.length > 0 && (
        <Choice
          label={t('follow.askAbout')}
          value={aboutAgreementId}
          options={[
            { value: '', label: t('follow.askAboutNone') },
            ...open.map(({ id, deliverable }) => ({ value: id, label: deliverable })),
          ]}
          onChange={(value) => form.set('aboutAgreementId', value)}
        />
      )}
    </FormFrame>
  );
}
