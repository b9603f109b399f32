import type { PersonFact } from '../../../src/domain/values';
import { withoutBlanks } from '../../ui/check-input';
import { useText } from '../../ui/text';
import { useCharterForm, type CharterForm } from '../../charter-form/use-charter-form';
import type { RequestPrefill } from '../model/offers';
import { usePanel } from '../panel-context';
import { useConsequence } from '../use-consequence';

/** A team that is asked, and whoever takes its requests today. */
export interface AskedTeamValue {
  readonly id: string;
  readonly name: string;
  readonly taker: PersonFact;
}

export interface RequestValues {
  readonly provider: PersonFact | null;
  /** In place of a person. */
  readonly team: AskedTeamValue | null;
  readonly deliverable: string;
  readonly acceptance: string;
  readonly neededBy: string;
  readonly providerIssueKey: string;
  readonly impact: string;
  readonly inputs: string;
}

/** The form that asks for a promise: what it begins with, what the policy wants of it, and what it calls. */
export function useRequestForm(prefill: RequestPrefill): CharterForm<RequestValues> {
  const t = useText();
  const { answer } = usePanel();
  const about = prefill.providerIssueKey ?? prefill.deliverable;
  const blank: RequestValues = {
    provider: answer.people[prefill.provider ?? ''] ?? null,
    team: null,
    deliverable: prefill.deliverable ?? '',
    acceptance: '',
    neededBy: '',
    providerIssueKey: prefill.providerIssueKey ?? '',
    impact: '',
    inputs: '',
  };
  return useCharterForm({
    call: 'agreement/request',
    about: { kind: 'request' },
    draft: about === undefined ? 'request' : `request:${prefill.needId ?? about}`,
    blank,
    answers: ({ provider, team, ...rest }) =>
      withoutBlanks({
        ...rest,
        providerAccountId: team ? null : (provider?.accountId ?? null),
        teamId: team?.id ?? null,
        needId: prefill.needId ?? '',
      }),
    check: (values) =>
      Object.fromEntries(
        answer.policy.intake
          .filter((field) => values[field].trim() === '')
          .map((field) => [field, t('ui.errorRequired')]),
      ),
    said: (values) => t('panel.saidRequested', { person: askedName(values) }),
  });
}

/** Who answers first: of a team, whoever takes its requests. */
export const askedPerson = ({ provider, team }: RequestValues): PersonFact | null => team?.taker ?? provider;

/** Who is asked, by name. */
export const askedName = ({ provider, team }: RequestValues): string =>
  team?.name ?? provider?.displayName ?? '';

/** What the request does to the gate, in words, once it says whom and until when. */
export function useRequestConsequence(values: RequestValues): string | null {
  const consequence = useConsequence();
  const { deliverable, acceptance, neededBy, providerIssueKey } = values;
  const provider = askedPerson(values);
  if (provider === null || neededBy === '') return null;
  return consequence(
    {
      type: 'request-agreement',
      providerAccountId: provider.accountId,
      deliverable,
      acceptance,
      neededBy,
      providerIssueKey: providerIssueKey === '' ? undefined : providerIssueKey,
    },
    provider,
  );
}
