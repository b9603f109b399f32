import { jiraDifferences } from '../../../src/domain/charter/agreement/jira-differences';
import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import type { IsoDate, PersonFact } from '../../../src/domain/values';
import type { IssueStatus } from '../../jira/issues';
import { mayCommand, type CommandContext } from './command-context';

/** A difference between Jira and an agreement, as one reader may act on it. */
export type JiraOffer =
  | { readonly kind: 'begun-unanswered'; readonly isYours: boolean; readonly provider: string }
  /** `isYours`: the reader can deliver it. */
  | { readonly kind: 'done-undelivered'; readonly isYours: boolean }
  | { readonly kind: 'assigned-elsewhere'; readonly assignee: PersonFact; readonly mayAsk: boolean }
  /** `step`: how the reader can ask for that day; undefined where they cannot. */
  | { readonly kind: 'due-before'; readonly due: IsoDate; readonly step?: 'renegotiate' | 'restate' };

/** How the reader can ask for that day; undefined where they cannot, or it is over. */
function stepTo(context: CommandContext, { id, status }: Agreement, due: IsoDate) {
  const [step, command] =
    status === 'acknowledged'
      ? ([
          'renegotiate',
          { type: 'renegotiate-agreement', agreementId: id, committedBy: due, reason: '-' },
        ] as const)
      : (['restate', { type: 'restate-agreement', agreementId: id, neededBy: due }] as const);
  return mayCommand(context, command) ? { step } : {};
}

/** What Jira tells the reader otherwise, and what the domain would let them do about it now. */
export const jiraOffers = (
  context: CommandContext,
  agreement: Agreement,
  issue: IssueStatus | undefined,
  due: IsoDate | undefined,
): readonly JiraOffer[] =>
  jiraDifferences(
    agreement,
    issue && { category: issue.category, assignee: issue.assignee?.accountId },
    due,
  ).flatMap((difference): readonly JiraOffer[] => {
    const { id: agreementId, providerAccountId } = agreement;
    switch (difference.kind) {
      case 'begun-unanswered': {
        const provider = context.people[providerAccountId]?.displayName ?? '';
        return [{ kind: difference.kind, isYours: providerAccountId === context.me.accountId, provider }];
      }
      case 'done-undelivered': {
        const command = { type: 'deliver-agreement', agreementId, evidence: '-' } as const;
        return [{ kind: difference.kind, isYours: mayCommand(context, command) }];
      }
      case 'assigned-elsewhere': {
        const assignee = issue?.assignee;
        if (!assignee) return [];
        const { accountId } = assignee;
        const known = { ...context, people: { ...context.people, [accountId]: assignee } };
        const command = { type: 'reassign-agreement', agreementId, providerAccountId: accountId } as const;
        return [{ kind: difference.kind, assignee, mayAsk: mayCommand(known, command) }];
      }
      case 'due-before':
        return [{ ...difference, ...stepTo(context, agreement, difference.due) }];
    }
  });
