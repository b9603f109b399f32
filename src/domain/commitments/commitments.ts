import { isPromised, type Agreement } from '../charter/agreement/agreement';
import { isToConfirm } from '../charter/agreement/silence';
import { dayIsOver, localDate } from '../time/local-date';
import type { Charter } from '../charter/charter';
import type { AccountId } from '../values';
import { addDays, compareInstants, daysBetween, type IsoDate } from '../time/time';
import { dutiesOf, isLate, type Duty, type DutyFacts } from './duties';

export const URGENCIES = ['overdue', 'soon', 'later'] as const;
/** `soon`: to be answered now, or due within a week. */
export type Urgency = (typeof URGENCIES)[number];

/** Something that waits, as it stands now. */
export interface Commitment extends Duty {
  readonly urgency: Urgency;
  /** The day that binds: promised, or needed where nothing is promised yet. */
  readonly dueOn?: IsoDate;
}

export interface CommitmentFacts extends DutyFacts {
  /** Whether an answer to a request is late, as the policy's clocks count. */
  readonly answerIsLate: (agreement: Agreement) => boolean;
}

export interface Commitments {
  /** What waits for this person. */
  readonly yours: readonly Commitment[];
  /** What this person waits for. */
  readonly awaited: readonly Commitment[];
}

const SOON_DAYS = 7;

function urgencyOf(duty: Duty, { now, answerIsLate, clocks }: CommitmentFacts): Urgency {
  const { kind, agreement } = duty;
  // Whoever checks in within a day of being asked is in time.
  if (kind === 'check-in') return daysBetween(duty.since, now) < 1 ? 'soon' : 'overdue';
  if (!agreement) return kind === 'write-brief' ? 'later' : 'soon';
  // Nobody is late with what nobody waits for.
  if (kind === 'settle' || kind === 'take-on' || kind === 'answer-link') return 'soon';
  if (isLate(duty, now) || answerIsLate(agreement)) return 'overdue';
  const { providerZone } = agreement;
  if (isPromised(agreement)) {
    if (kind !== 'deliver') return 'soon';
    // They are asked whether it still holds.
    if (isToConfirm(agreement, now, clocks)) return 'soon';
    const soon = localDate(addDays(now, SOON_DAYS), providerZone);
    return agreement.committedBy <= soon ? 'soon' : 'later';
  }
  return dayIsOver(agreement.neededBy, providerZone, now) ? 'overdue' : 'soon';
}

function withUrgency(duty: Duty, facts: CommitmentFacts): Commitment {
  const { agreement } = duty;
  const ofAgreement = agreement && (isPromised(agreement) ? agreement.committedBy : agreement.neededBy);
  const dueOn = ofAgreement ?? duty.dueOn;
  return { ...duty, urgency: urgencyOf(duty, facts), ...(dueOn !== undefined && { dueOn }) };
}

/**
 * What of a charter waits for a person, and what they wait for. About one agreement a person is told one thing:
 * their own turn before somebody else's.
 *
 * @example commitmentsOf(charter, 'u-platform', facts).yours[0] // { kind: 'acknowledge', urgency: 'overdue', … }
 */
export function commitmentsOf(charter: Charter, accountId: AccountId, facts: CommitmentFacts): Commitments {
  const duties = dutiesOf(charter, facts);
  const yours = duties.filter(({ who }) => who === accountId);
  const told = new Set(yours.map(({ agreement }) => agreement?.id));
  const awaited = duties.filter(
    ({ who, awaitedBy, agreement }) =>
      awaitedBy === accountId && who !== accountId && !(agreement && told.has(agreement.id)),
  );
  return {
    yours: yours.map((duty) => withUrgency(duty, facts)),
    awaited: awaited.map((duty) => withUrgency(duty, facts)),
  };
}

/** Most urgent first, then by the day that binds, then the longest wait. */
export const byUrgency = (
  a: Pick<Commitment, 'urgency' | 'dueOn' | 'since'>,
  b: Pick<Commitment, 'urgency' | 'dueOn' | 'since'>,
): number =>
  URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
  compareInstants(a.since, b.since);
