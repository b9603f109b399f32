import { localDate } from '../../../src/domain/time/local-date';
import { zoneOfPerson } from '../../../src/domain/charter/ownership/dri-zone';
import { LIMITS } from '../../ui/check-input';
import { DateField, TextField } from '../../ui/fields';
import { PersonPicker } from '../../ui/person-picker';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import type { RequestPrefill } from '../model/offers';
import { ObservableArea } from '../../charter-form/observable-area';
import { FormFrame } from '../../charter-form/form-frame';
import { IntakeFields } from './intake-fields';
import { ReachNotice } from '../../charter-form/reach-notice';
import { RequestPreview } from './request-preview';
import { TeamChoice } from './team-choice';
import { askedName, askedPerson, useRequestConsequence, useRequestForm } from './use-request-form';

/** Asks one person, or a team, for one promise. */
export function RequestForm({ prefill }: { prefill: RequestPrefill }) {
  const t = useText();
  const { answer } = usePanel();
  const form = useRequestForm(prefill);
  const consequence = useRequestConsequence(form.values);
  const { team } = form.values;
  const provider = askedPerson(form.values);
  const name = askedName(form.values);
  return (
    <FormFrame
      title={
        prefill.providerIssueKey === undefined
          ? t('panel.requestTitle')
          : t('panel.requestTitleFor', { issueKey: prefill.providerIssueKey })
      }
      submit={name === '' ? t('panel.request') : t('panel.askPerson', { person: name })}
      form={form}
      consequence={consequence}
    >
      {!team && (
        <PersonPicker
          label={t('panel.requestWho')}
          help={t('panel.requestWhoHelp')}
          isRequired
          {...form.field('provider', 'providerAccountId')}
          excluded={{ [answer.me.accountId]: t('panel.notYourself') }}
        />
      )}
      <TeamChoice {...form.field('team', 'teamId')} />
      <ReachNotice
        person={provider}
        providerIssueKey={prefill.providerIssueKey}
        asked="agreement"
        neededBy={form.values.neededBy}
      />
      <TextField
        label={t('panel.requestWhat')}
        isRequired
        maxLength={LIMITS.short}
        {...form.field('deliverable')}
      />
      <ObservableArea
        label={t('panel.requestAcceptance')}
        help={t('panel.requestAcceptanceHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('acceptance')}
      />
      <DateField
        label={t('panel.requestBy')}
        isRequired
        {...form.field('neededBy')}
        min={localDate(answer.now, zoneOfPerson(provider ?? undefined, answer.policy))}
      />
      <IntakeFields form={form} />
      <RequestPreview values={form.values} />
    </FormFrame>
  );
}
