import type { Agreement } from './agreement/agreement';
import type { IssueKey } from '../values';
import type { Charter } from './charter';
import type { CharterEvent } from './events';

/** A provider's own issue as an agreement or an event names it; older ones know its key alone. */
export interface ProvidersIssue {
  readonly providerIssueKey?: IssueKey | undefined;
  readonly providerIssueId?: string | undefined;
}

/** Whether one reader may see a provider's own issue, by a reading of their own. */
export type SeesIssue = (issue: ProvidersIssue) => boolean;

const isHidden = (one: ProvidersIssue, sees: SeesIssue): boolean =>
  one.providerIssueKey !== undefined && !sees(one);

/** An agreement as one reader may know it: that the provider has an issue of their own, and not which. */
export function agreementAsSeen(whole: Agreement, sees: SeesIssue): Agreement {
  const agreement = proposalAsSeen(whole, sees);
  if (!isHidden(agreement, sees)) return agreement;
  const { providerIssueKey: _key, providerIssueId: _id, ...rest } = agreement;
  return { ...rest, providerIssueHidden: true };
}

function proposalAsSeen(agreement: Agreement, sees: SeesIssue): Agreement {
  const { linkProposal } = agreement;
  if (!linkProposal || !isHidden(linkProposal, sees)) return agreement;
  const { providerIssueKey: _key, providerIssueId: _id, ...rest } = linkProposal;
  return { ...agreement, linkProposal: rest };
}

export const charterAsSeen = (charter: Charter, sees: SeesIssue): Charter => ({
  ...charter,
  agreements: charter.agreements.map((agreement) => agreementAsSeen(agreement, sees)),
});

function eventAsSeen(event: CharterEvent, sees: SeesIssue): CharterEvent {
  if (!('providerIssueKey' in event) || !isHidden(event, sees)) return event;
  const { providerIssueKey: _key, providerIssueId: _id, ...rest } = event;
  return { ...rest, providerIssueHidden: true };
}

/** A history as one reader may know it. */
export const historyAsSeen = (history: readonly CharterEvent[], sees: SeesIssue): readonly CharterEvent[] =>
  history.map((event) => eventAsSeen(event, sees));

/** Every provider's own issue that a history names. */
export const issuesIn = (history: readonly CharterEvent[]): readonly ProvidersIssue[] =>
  history.flatMap((event) => ('providerIssueKey' in event ? [event] : []));
