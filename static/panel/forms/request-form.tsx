import { localDate } from '../../../src/domain/time/local-date';
import { zoneOfPerson } from '../../../src/domain/charter/ownership/dri-zone';
import type { PersonFact } from '../../../src/domain/values';
import { LIMITS, withoutBlanks } from '../../ui/check-input';
import { DateField, TextArea, TextField } from '../../ui/fields';
import { PersonPicker } from '../../ui/person-picker';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import type { RequestPrefill } from '../model/offers';
import { useConsequence } from '../use-consequence';
import { FormFrame } from '../../agreement-forms/form-frame';
import { IntakeFields } from './intake-fields';
import { RequestPreview } from './request-preview';
import { useCharterForm } from '../../agreement-forms/use-charter-form';

export interface RequestValues {
  readonly provider: PersonFact | null;
  readonly deliverable: string;
  readonly acceptance: string;
  readonly neededBy: string;
  readonly providerIssueKey: string;
  readonly impact: string;
  readonly inputs: string;
}

/** Asks one person for one promise. */
export function RequestForm({ prefill }: { prefill: RequestPrefill }) {
  const t = useText();
  const panel = usePanel();
  const { answer } = panel;
  const consequence = useConsequence();
  const about = prefill.providerIssueKey ?? prefill.deliverable;
  const form = useCharterForm({
    call: 'agreement/request',
    about: { kind: 'request' },
    draft: about === undefined ? 'request' : `request:${prefill.needId ?? about}`,
    blank: {
      provider: answer.people[prefill.provider ?? ''] ?? null,
      deliverable: prefill.deliverable ?? '',
      acceptance: '',
      neededBy: '',
      providerIssueKey: prefill.providerIssueKey ?? '',
      impact: '',
      inputs: '',
    } as RequestValues,
    answers: ({ provider, ...rest }) =>
      withoutBlanks({
        ...rest,
        providerAccountId: provider?.accountId ?? null,
        needId: prefill.needId ?? '',
      }),
    check: (values) =>
      Object.fromEntries(
        answer.policy.intake
          .filter((field) => values[field].trim() === '')
          .map((field) => [field, t('ui.errorRequired')]),
      ),
    said: (values) => t('panel.saidRequested', { person: values.provider?.displayName }),
  });
  const { provider, deliverable, acceptance, neededBy, providerIssueKey } = form.values;
  const complete = provider !== null && neededBy !== '';
  const today = localDate(answer.now, zoneOfPerson(provider ?? undefined, answer.policy));
  return (
    <FormFrame
      title={
        prefill.providerIssueKey === undefined
          ? t('panel.requestTitle')
          : t('panel.requestTitleFor', { issueKey: prefill.providerIssueKey })
      }
      submit={provider ? t('panel.askPerson', { person: provider.displayName }) : t('panel.request')}
      form={form}
      consequence={
        complete
          ? consequence(
              {
                type: 'request-agreement',
                providerAccountId: provider.accountId,
                deliverable,
                acceptance,
                neededBy,
                providerIssueKey: providerIssueKey === '' ? undefined : providerIssueKey,
              },
              provider,
            )
          : null
      }
    >
      <PersonPicker
        label={t('panel.requestWho')}
        help={t('panel.requestWhoHelp')}
        isRequired
        value={provider}
        onChange={(person) => form.set('provider', person)}
        error={form.errorOf('providerAccountId')}
        excluded={{ [answer.me.accountId]: t('panel.notYourself') }}
      />
      <TextField
        label={t('panel.requestWhat')}
        isRequired
        maxLength={LIMITS.short}
        value={deliverable}
        onChange={(value) => form.set('deliverable', value)}
        error={form.errorOf('deliverable')}
      />
      <TextArea
        label={t('panel.requestAcceptance')}
        help={t('panel.requestAcceptanceHelp')}
        isRequired
        maxLength={LIMITS.text}
        value={acceptance}
        onChange={(value) => form.set('acceptance', value)}
        error={form.errorOf('acceptance')}
      />
      <IntakeFields values={form.values} set={form.set} errorOf={form.errorOf} />
      <div className="hf-form-pair">
        <DateField
          label={t('panel.requestBy')}
          isRequired
          value={neededBy}
          min={today}
          onChange={(value) => form.set('neededBy', value)}
          error={form.errorOf('neededBy')}
        />
        <TextField
          label={t('panel.requestIssue')}
          isRequired={answer.policy.intake.includes('providerIssueKey')}
          value={providerIssueKey}
          placeholder="PLAT-1"
          onChange={(value) => form.set('providerIssueKey', value.toUpperCase())}
          error={form.errorOf('providerIssueKey')}
        />
      </div>
      <RequestPreview values={form.values} />
    </FormFrame>
  );
}
