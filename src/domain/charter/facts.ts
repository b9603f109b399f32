import type { AccountId, IssueKey } from '../ids';
import type { Policy } from '../policy/policy';
import type { WithPresence } from '../team/presence';
import type { Instant } from '../time/time';
import type { PersonFact } from '../values';

/** What the outside world says at the moment of deciding; gathered before, so that deciding stays pure. */
export interface Facts {
  readonly actor: {
    readonly accountId: AccountId;
    /** Jira lets this person edit the work item, which makes them part of the requester's team. */
    readonly canEdit: boolean;
    /** An administrator hands on what waits for this person, who leaves: nobody needs their leave to ask somebody else. */
    readonly handsOnFrom?: AccountId | undefined;
    /** Administers the item's project. */
    readonly administers?: boolean | undefined;
    /** Ids of the roles and groups they hold, as far as the policy's rights ask; absent where nobody asked. */
    readonly memberOf?: { readonly roles: readonly string[]; readonly groups: readonly string[] } | undefined;
  };
  /** Everyone the command names, as Jira knows them; a missing entry means Jira knows no such account. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** The work item's own key: it cannot depend on itself. */
  readonly issueKey: IssueKey;
  /** What the policy in force asks of a request, to whom it gives which right, and where its days end. */
  readonly policy?: (Pick<Policy, 'intake' | 'waivers' | 'rights' | 'clocks'> & WithPresence) | undefined;
  /** Where the work stands in Jira; absent where nobody asked, and nothing is wanted that depends on it. */
  readonly progress?: 'new' | 'indeterminate' | 'done' | undefined;
  /** When whoever is asked was reached is recorded; else asked counts as reached. */
  readonly tracksReach?: true;
  readonly now: Instant;
}
