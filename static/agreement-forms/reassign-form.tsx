import type { AgreementView } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { ReachNotice } from '../charter-form/reach-notice';
import { useCharterForm } from '../charter-form/use-charter-form';

interface Values {
  readonly person: PersonFact | null;
}

/** Puts the request to somebody else: the DRI asks another, or the provider hands over. The new person answers afresh. */
export function ReassignForm({ agreement, handsOver }: { agreement: AgreementView; handsOver: boolean }) {
  const t = useText();
  const context = useFormContext();
  const { people } = context;
  const suggested = agreement.status === 'declined' ? agreement.alternativeAccountId : undefined;
  const form = useCharterForm({
    call: 'agreement/reassign',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `reassign:${agreement.id}`,
    blank: { person: (suggested !== undefined && people[suggested]) || null } as Values,
    answers: ({ person }) => ({ agreementId: agreement.id, providerAccountId: person?.accountId }),
    said: ({ person }) =>
      t(handsOver ? 'agreement.saidHandedOver' : 'panel.saidRequested', {
        person: person?.displayName ?? '',
      }),
  });
  const { person } = form.values;
  const current = context.nameOf(agreement.providerAccountId);
  return (
    <FormFrame
      title={t(handsOver ? 'agreement.handOverTitle' : 'agreement.reassignTitle')}
      submit={person ? t('panel.askPerson', { person: person.displayName }) : t('panel.request')}
      form={form}
      consequence={context.consequence(
        person && {
          type: 'reassign-agreement',
          agreementId: agreement.id,
          providerAccountId: person.accountId,
        },
        person,
      )}
    >
      <p className="hf-subtle">
        {handsOver ? t('agreement.handOverHelp') : t('agreement.reassignHelp', { person: current })}
      </p>
      <PersonPicker
        label={t('panel.requestWho')}
        help={t('panel.requestWhoHelp')}
        isRequired
        {...form.field('person', 'providerAccountId')}
        excluded={{
          [agreement.requestedBy]: t('agreement.askedForIt'),
          ...(context.dri !== undefined && { [context.dri]: t('agreement.askedForIt') }),
          [agreement.providerAccountId]: t('agreement.hasItAlready'),
        }}
      />
      {/* In My commitments no work item is at hand to ask about; whoever hands over may not know how another is reached. */}
      {context.modal && !handsOver && (
        <ReachNotice
          person={person}
          providerIssueKey={agreement.providerIssueKey}
          asked="agreement"
          neededBy={agreement.neededBy}
        />
      )}
    </FormFrame>
  );
}
