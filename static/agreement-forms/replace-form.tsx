import type { AgreementView } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { TextArea } from '../ui/fields';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { ReachNotice } from '../charter-form/reach-notice';
import { useCharterForm } from '../charter-form/use-charter-form';

interface Values {
  readonly person: PersonFact | null;
  readonly reason: string;
}

/** Asks somebody else for what was promised and does not come. */
export function ReplaceForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/replace',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `replace:${agreement.id}`,
    blank: { person: null, reason: '' } as Values,
    answers: ({ person, reason }) =>
      withoutBlanks({ agreementId: agreement.id, providerAccountId: person?.accountId ?? null, reason }),
    said: ({ person }) => t('panel.saidRequested', { person: person?.displayName ?? '' }),
  });
  return (
    <FormFrame title={t('agreement.replaceTitle')} submit={t('agreement.replace')} form={form}>
      <p className="hf-subtle">
        {t('agreement.replaceHelp', { person: context.nameOf(agreement.providerAccountId) })}
      </p>
      <PersonPicker
        label={t('panel.requestWho')}
        isRequired
        {...form.field('person', 'providerAccountId')}
        excluded={{
          [agreement.requestedBy]: t('agreement.askedForIt'),
          [context.me]: t('agreement.askedForIt'),
          [agreement.providerAccountId]: t('agreement.hasItAlready'),
        }}
      />
      {context.modal && (
        <ReachNotice person={form.values.person} asked="agreement" neededBy={agreement.neededBy} />
      )}
      <TextArea label={t('panel.reason')} isRequired maxLength={LIMITS.text} {...form.field('reason')} />
    </FormFrame>
  );
}
