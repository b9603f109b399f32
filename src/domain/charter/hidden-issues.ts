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

const hides = (issueKey: IssueKey | undefined, sees: SeesIssue): boolean =>
  isHidden({ providerIssueKey: issueKey }, sees);

/** The work items that a promise came from and went to: an agreement without those that its reader may not see. */
function withoutWays(agreement: Agreement, sees: SeesIssue): Agreement {
  const { carriedFrom, ...rest } = agreement;
  const from = hides(carriedFrom?.issueKey, sees) ? rest : agreement;
  if (from.status !== 'withdrawn' || !hides(from.movedTo, sees)) return from;
  const { movedTo: _hidden, ...stayed } = from;
  return stayed;
}

/** An agreement as one reader may know it: that the provider has an issue of their own, and not which. */
export function agreementAsSeen(whole: Agreement, sees: SeesIssue): Agreement {
  const agreement = proposalAsSeen(withoutWays(whole, sees), sees);
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

/** Every other work item that an agreement names. */
export const issuesOf = (agreement: Agreement): readonly ProvidersIssue[] => [
  agreement,
  ...(agreement.linkProposal ? [agreement.linkProposal] : []),
  ...(agreement.carriedFrom ? [{ providerIssueKey: agreement.carriedFrom.issueKey }] : []),
  ...(agreement.status === 'withdrawn' && agreement.movedTo !== undefined
    ? [{ providerIssueKey: agreement.movedTo }]
    : []),
];

export const charterAsSeen = (charter: Charter, sees: SeesIssue): Charter => ({
  ...charter,
  agreements: charter.agreements.map((agreement) => agreementAsSeen(agreement, sees)),
});

function eventAsSeen(recorded: CharterEvent, sees: SeesIssue): CharterEvent {
  const event = withoutWay(recorded, sees);
  if (!('providerIssueKey' in event) || !isHidden(event, sees)) return event;
  const { providerIssueKey: _key, providerIssueId: _id, ...rest } = event;
  return { ...rest, providerIssueHidden: true };
}

function withoutWay(event: CharterEvent, sees: SeesIssue): CharterEvent {
  if (event.type === 'agreement-settled' && hides(event.toIssueKey, sees)) {
    const { toIssueKey: _hidden, ...rest } = event;
    return rest;
  }
  if (event.type === 'agreement-carried' && hides(event.from, sees)) {
    const { from: _hidden, ...rest } = event;
    return rest;
  }
  return event;
}

/** A history as one reader may know it. */
export const historyAsSeen = (history: readonly CharterEvent[], sees: SeesIssue): readonly CharterEvent[] =>
  history.map((event) => eventAsSeen(event, sees));

/** Every provider's own issue that a history names. */
export const issuesIn = (history: readonly CharterEvent[]): readonly ProvidersIssue[] =>
  history.flatMap((event) => [
    ...('providerIssueKey' in event ? [event] : []),
    ...(event.type === 'agreement-settled' ? [{ providerIssueKey: event.toIssueKey }] : []),
    ...(event.type === 'agreement-carried' ? [{ providerIssueKey: event.from }] : []),
  ]);
