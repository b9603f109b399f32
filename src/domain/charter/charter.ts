import type { Agreement } from './agreement/agreement';
import type { CheckIn } from './check-in/check-in';
import type { Departure } from './departures';
import type { Escalation } from './escalation/escalation';
import type { Gap } from './gap/gap';
import type { Slip } from './undo/slips';
import type { Vacancy } from './ownership/vacancy';
import type { Review } from './review/review';
import type { Reachable } from './reach';
import type { RuleId } from '../policy/rules';
import type { AccountId, IssueKey, WaiverId } from '../ids';
import { compareInstants, isBefore, type Instant, type IsoDate, type TimeZone } from '../time/time';

/** The directly responsible individual: at most one, by construction. */
export interface Dri extends Reachable {
  readonly accountId: AccountId;
  readonly status: 'nominated' | 'accepted';
  readonly nominatedBy: AccountId;
  readonly nominatedAt: Instant;
  readonly acceptedAt?: Instant;
  /** Theirs, as Jira told it when they were nominated or accepted; absent where it tells none. */
  readonly zone?: TimeZone;
  /** Since when Jira no longer shows them the work item, as far as was noticed. */
  readonly lostAccessAt?: Instant;
  /** The DRI before, where it was they who asked this person; whoever hands on stays bound until the other accepts. */
  readonly handedOverBy?: AccountId;
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

/**
 * Why a move passed although rules were unmet: the mode does not block (`observe`, `coach`), the gate could not look
 * (`unchecked`), every blocking rule was waived (`waived`), rules only warn under `enforce` (`warned`), or the move never
 * met the gate at all (`bypass`). What nobody is accused of: the rule's configuration cannot be read
 * (`misconfigured`), the app's licence had lapsed (`unlicensed`), or the item was beyond the border already when it came under policy (`entered`).
 */
export const PASSAGE_REASONS = [
  'observe',
  'coach',
  'unchecked',
  'waived',
  'warned',
  'bypass',
  'misconfigured',
  'unlicensed',
  'entered',
] as const;
export type PassageReason = (typeof PASSAGE_REASONS)[number];

/** Rules that somebody allowed to let pass, why, and until when. Never deleted: it ends, or is ended. */
export interface Waiver {
  /** `W1`, `W2`, … in order of granting. */
  readonly id: WaiverId;
  readonly rules: readonly RuleId[];
  readonly reason: string;
  readonly expiresAt: Instant;
  readonly grantedBy: AccountId;
  readonly grantedAt: Instant;
  /** Ended before its time. */
  readonly ended?: { readonly at: Instant; readonly by: AccountId; readonly reason: string };
}

/** A move that passed although rules were unmet. */
export interface Passage {
  readonly at: Instant;
  readonly checkpoint: 'start' | 'finish';
  readonly reason: PassageReason;
  readonly rules: readonly string[];
  readonly movedBy?: AccountId;
  /** The child that moved, where the gate was asked on its behalf. */
  readonly child?: IssueKey;
}

/** The accountability record of one work item. Changes only through `decide` and `evolve`. */
export interface Charter {
  readonly dri: Dri | null;
  readonly declinedNomination: DeclinedNomination | null;
  /** The last time in which nobody owned it; absent where that never was, or was before it was kept. */
  readonly vacancy?: Vacancy;
  readonly authority: AuthorityGrant | null;
  readonly brief: Brief | null;
  /** The DRI's statement that nothing is needed from anyone else; ends with the next request. */
  readonly noDependencies: { readonly declaredBy: AccountId; readonly at: Instant } | null;
  /** The DRI's statement that the open agreements are everything that is needed; ends with the next request. */
  readonly noFurtherDependencies?: { readonly declaredBy: AccountId; readonly at: Instant };
  readonly agreements: readonly Agreement[];
  readonly waivers: readonly Waiver[];
  /** The latest check-ins, newest last, and how many there ever were. */
  readonly checkIns: readonly CheckIn[];
  readonly checkInCount: number;
  /** The Mondays of the weeks in which every open promise was asked about by name. */
  readonly walkedWeeks?: readonly IsoDate[];
  readonly escalations: readonly Escalation[];
  readonly gaps: readonly Gap[];
  /** What the DRI last decided about a commitment past its review date. */
  readonly review: Review | null;
  /** Who marked it as one of the vital few, and when; absent while it is none of them. */
  readonly vital?: { readonly markedBy: AccountId; readonly markedAt: Instant };
  /** The latest passages, newest last (`latestPassages`); older ones stay in the history. */
  readonly passages: readonly Passage[];
  /** Since when Jira no longer has the work item. */
  readonly itemDeletedAt?: Instant;
  /** Since when Jira counts the work item as done, as far as was noticed. */
  readonly finishedAt?: Instant;
  /** Those on whom something rested here when their account was found deactivated, until they are back. */
  readonly departed?: readonly Departure[];
  /** When it was last opened again; absent while it is done, and where that never was. */
  readonly reopenedAt?: Instant;
  /** Steps of the last minutes that can be undone, or on which somebody acted since; gone with what happens after. */
  readonly slips?: readonly Slip[];
}

export const emptyCharter: Charter = {
  dri: null,
  declinedNomination: null,
  authority: null,
  brief: null,
  noDependencies: null,
  agreements: [],
  waivers: [],
  checkIns: [],
  checkInCount: 0,
  escalations: [],
  gaps: [],
  review: null,
  passages: [],
};

/** Passages kept in the charter itself; the warned ones, which are many and weigh little, apart from the others. */
export const PASSAGES_KEPT = 20;
export const WARNED_KEPT = 5;

/** The latest passages, so that no number of warned moves makes room by dropping one that passed around the gate. */
export function latestPassages(passages: readonly Passage[]): readonly Passage[] {
  const warned = passages.filter(({ reason }) => reason === 'warned').slice(-WARNED_KEPT);
  const others = passages.filter(({ reason }) => reason !== 'warned').slice(-PASSAGES_KEPT);
  return passages.filter((one) => warned.includes(one) || others.includes(one));
}

/** The accepted DRI's account, if there is one. */
export const acceptedDri = (charter: Charter): AccountId | null =>
  charter.dri?.status === 'accepted' ? charter.dri.accountId : null;

/** A statement of the DRI's: it counts while whoever made it is the DRI. */
interface Declared {
  readonly declaredBy: AccountId;
  readonly at: Instant;
}

/** What the DRI says of dependencies: that there are none, or none besides the open agreements. */
export function declaredBy(charter: Charter): {
  readonly none: Declared | null;
  readonly noFurther: Declared | null;
} {
  const owner = acceptedDri(charter);
  const stillDeclared = (declared: Declared | null | undefined): Declared | null =>
    declared && declared.declaredBy === owner ? declared : null;
  return {
    none: stillDeclared(charter.noDependencies),
    noFurther: stillDeclared(charter.noFurtherDependencies),
  };
}

/** Whether the DRI holds a written grant, and whether it is still in force on `today`. */
export function authorityOf(charter: Charter, today: IsoDate): 'missing' | 'expired' | 'in-force' {
  const { authority, dri } = charter;
  if (!authority || !dri || authority.grantedTo !== dri.accountId) return 'missing';
  return authority.expiresOn !== undefined && authority.expiresOn < today ? 'expired' : 'in-force';
}

/** Whether somebody answers for the item, is asked to, or has only asked somebody else to. */
const answersFor = ({ dri }: Pick<Charter, 'dri'>, accountId: AccountId): boolean =>
  dri?.accountId === accountId || (dri?.status === 'nominated' && dri.handedOverBy === accountId);

/** Whether a waiver counts now: it lasts, and whoever granted it does not answer for the item themselves. */
export const counts = (waiver: Waiver, charter: Pick<Charter, 'dri'>, now: Instant): boolean =>
  isInForce(waiver, now) && !answersFor(charter, waiver.grantedBy);

/** The waiver that covers a rule at a moment, if one does; of several, the one that lasts longest. */
export function waiverOf(charter: Charter, rule: RuleId, now: Instant): Waiver | undefined {
  return charter.waivers
    .filter((waiver) => counts(waiver, charter, now) && waiver.rules.includes(rule))
    .sort((a, b) => compareInstants(b.expiresAt, a.expiresAt))[0];
}

/** A waiver ends with the moment it names, or when somebody ends it. */
export const isInForce = ({ ended, expiresAt }: Waiver, now: Instant): boolean =>
  !ended && isBefore(now, expiresAt);
