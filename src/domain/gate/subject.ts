import { isUndecided } from '../charter/escalation/escalation';
import type { Charter } from '../charter/charter';
import { isOpen } from '../charter/agreement/agreement';
import { isErased } from '../erased';
import type { Policy } from '../policy/policy';
import type { AccountId } from '../values';
import type { WorkItem } from './item';
import type { PeopleRead } from './people';
import { isToCome } from './rules/agreement';

/** Everything an evaluation needs of one work item, gathered and not yet held against what it will be asked. */
export interface SubjectFacts {
  readonly item: WorkItem;
  /** The item's own charter: never one that merely lies under its key. */
  readonly charter: Charter;
  readonly people: PeopleRead;
  readonly policy: Policy;
  /**
   * By agreement id: whether everything that the provider's own issue needs from others is promised to them. `not-shown`:
   * Jira does not show the app that issue, and no verdict weighs it. An agreement that is absent was not read, and nothing
   * is said of it.
   */
  readonly restsOn?: Readonly<Record<string, 'acknowledged' | 'unacknowledged' | 'not-shown'>> | undefined;
  /** The nearest item above that is under policy, where this one is not and follows it. */
  readonly above?: Subject | undefined;
}

declare const complete: unique symbol;

/** Facts that answer every question an evaluation asks. Only `build-subject.ts` makes one, and lint says who may use that. */
export type Subject = SubjectFacts & { readonly [complete]: true };

/** Everyone whose account an evaluation asks about: the owner, or who is named as one, and the providers of what is still to come. */
export function peopleAsked({
  charter,
  item,
}: {
  readonly charter: Charter;
  readonly item: Pick<WorkItem, 'ownerField'>;
}): readonly AccountId[] {
  const named = (item.ownerField?.candidates ?? []).flatMap((candidate) =>
    candidate.kind === 'person' ? [candidate.accountId] : [],
  );
  const providers = charter.agreements
    .filter((agreement) => isOpen(agreement) && isToCome(agreement))
    .map(({ providerAccountId }) => providerAccountId);
  return [...new Set([...(charter.dri ? [charter.dri.accountId] : []), ...named, ...providers])].filter(
    (accountId) => !isErased(accountId),
  );
}

/** Whom the words of a finding may name beyond those: no verdict rests on what is read of them. */
export function peopleNamed(charter: Charter): readonly AccountId[] {
  const { declinedNomination: declined, agreements, escalations, checkIns } = charter;
  const named = [
    declined?.accountId,
    declined?.suggestedAccountId,
    ...agreements.map((agreement) =>
      agreement.status === 'declined' ? agreement.alternativeAccountId : undefined,
    ),
    ...escalations.filter(isUndecided).map(({ toAccountId }) => toAccountId),
    checkIns.at(-1)?.by,
  ];
  return [...new Set(named.filter((accountId) => accountId !== undefined))];
}
