import type { Agreement } from '../agreement/agreement';
import type { AccountId, Instant, IsoDate } from '../values';

/** The directly responsible individual: at most one, by construction. */
export interface Dri {
  readonly accountId: AccountId;
  readonly status: 'nominated' | 'accepted';
  readonly nominatedBy: AccountId;
  readonly nominatedAt: Instant;
  readonly acceptedAt?: Instant;
}

/** The last nomination that was turned down, or ownership that was handed back, and not yet followed by another. */
export interface DeclinedNomination {
  readonly accountId: AccountId;
  readonly reason: string;
  readonly suggestedAccountId?: AccountId;
  /** They had accepted before. */
  readonly handedBack: boolean;
  readonly at: Instant;
}

/** The decisions a DRI may take alone, in writing. It is given to a person, so it ends when the DRI changes. */
export interface AuthorityGrant {
  readonly grantedTo: AccountId;
  readonly grantedBy: AccountId;
  readonly grantedAt: Instant;
  readonly decisions: string;
  readonly boundaries?: string;
  readonly inputs?: string;
  readonly escalateWhen?: string;
  readonly expiresOn?: IsoDate;
}

/** The clarity answers, and the day they are looked at again. */
export interface Brief {
  readonly writtenBy: AccountId;
  readonly writtenAt: Instant;
  /** What exactly must happen. */
  readonly outcome: string;
  readonly whyNow: string;
  /** What success looks like, in observable terms. */
  readonly successMeasure: string;
  readonly reviewOn: IsoDate;
}

/** A move that passed although rules were unmet: the mode did not block, or the gate could not check. */
export interface Passage {
  readonly at: Instant;
  readonly checkpoint: 'start' | 'finish';
  readonly reason: 'observe' | 'coach' | 'unchecked';
  readonly rules: readonly string[];
  readonly movedBy?: AccountId;
}

/** The accountability record of one work item. Changes only through `decide` and `evolve`. */
export interface Charter {
  readonly dri: Dri | null;
  readonly declinedNomination: DeclinedNomination | null;
  readonly authority: AuthorityGrant | null;
  readonly brief: Brief | null;
  /** The DRI's statement that nothing is needed from anyone else; ends with the next request. */
  readonly noDependencies: { readonly declaredBy: AccountId; readonly at: Instant } | null;
  readonly agreements: readonly Agreement[];
  /** The latest passages, newest last; older ones stay in the history. */
  readonly passages: readonly Passage[];
  /** Since when Jira no longer has the work item. */
  readonly itemDeletedAt?: Instant;
}

export const emptyCharter: Charter = {
  dri: null,
  declinedNomination: null,
  authority: null,
  brief: null,
  noDependencies: null,
  agreements: [],
  passages: [],
};

/** Passages kept in the charter itself. */
export const PASSAGES_KEPT = 20;

/** The accepted DRI's account, if there is one. */
export const acceptedDri = (charter: Charter): AccountId | null =>
  charter.dri?.status === 'accepted' ? charter.dri.accountId : null;

/** Whether the DRI holds a written grant, and whether it is still in force on `today`. */
export function authorityOf(charter: Charter, today: IsoDate): 'missing' | 'expired' | 'in-force' {
  const { authority, dri } = charter;
  if (!authority || !dri || authority.grantedTo !== dri.accountId) return 'missing';
  return authority.expiresOn !== undefined && authority.expiresOn < today ? 'expired' : 'in-force';
}
