import type { PersonFact } from '../../../src/domain/values';
import Button from '@atlaskit/button/default/button';
import { isChoosable } from '../../ui/search-people';
import { PersonPicker } from '../../ui/person-picker';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { useConsequence } from '../use-consequence';
import { FormFrame } from '../../charter-form/form-frame';
import { likelyOwners } from '../model/likely-owners';
import { ReachNotice } from '../../charter-form/reach-notice';
import { useCharterForm } from '../../charter-form/use-charter-form';

interface Values {
  readonly person: PersonFact | null;
}

/** Names one person, who then accepts or declines. */
export function NominateForm({ accountId }: { accountId?: string }) {
  const t = useText();
  const panel = usePanel();
  const { answer } = panel;
  const consequence = useConsequence();
  const form = useCharterForm({
    call: 'dri/nominate',
    about: { kind: 'owner' },
    draft: 'nominate',
    blank: { person: (accountId && answer.people[accountId]) || null } as Values,
    answers: ({ person }) => ({ accountId: person?.accountId }),
    said: (values) => t('panel.saidNominated', { person: values.person?.displayName ?? '' }),
  });
  const { person } = form.values;
  const current = answer.charter.dri;
  return (
    <FormFrame
      title={t('panel.nominateTitle')}
      submit={person ? t('panel.nominatePerson', { person: person.displayName }) : t('panel.nominate')}
      form={form}
      consequence={consequence(person && { type: 'nominate-dri', accountId: person.accountId }, person)}
    >
      <p className="hf-subtle">{t('panel.nominateHelp')}</p>
      <PersonPicker
        label={t('panel.nominateWho')}
        isRequired
        {...form.field('person', 'accountId')}
        excluded={current ? { [current.accountId]: t('panel.alreadyDri') } : {}}
      />
      <ReachNotice person={person} asked="ownership" />
      <div className="hf-actions" role="group" aria-label={t('panel.likelyOwners')}>
        <span className="hf-subtle hf-small" aria-hidden="true">
          {t('panel.likelyOwners')}
        </span>
        {likelyOwners(answer)
          .filter(isChoosable)
          .map((candidate) => (
            <Button
              key={candidate.accountId}
              spacing="compact"
              isSelected={candidate.accountId === person?.accountId}
              onClick={() => form.set('person', candidate)}
            >
              {candidate.displayName}
            </Button>
          ))}
      </div>
    </FormFrame>
  );
}
