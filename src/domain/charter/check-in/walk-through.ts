import type { AgreementId } from '../../ids';
import { mondayOf, type Instant, type IsoDate } from '../../time/time';
import { isUnsettled, type Agreement } from '../agreement/agreement';
import type { Charter } from '../charter';
import type { Facts } from '../facts';
import { todayOfDri, type ZonePolicy } from '../ownership/dri-zone';
import type { Refusal } from '../rejection';
import type { ReviewedAgreement } from './check-in';

/** Every open promise is asked about by name in as many weeks: week one is when a broken dependency is found. */
export const WALK_THROUGHS = 2;

/** What is known of the moment of a check-in. */
interface Circumstances {
  /** Where the work stands in Jira; absent where nobody asked. */
  readonly progress?: Facts['progress'];
  readonly policy?: ZonePolicy;
  readonly now: Instant;
}

/** The Monday of the week it is for the DRI. */
const weekOf = (charter: Charter, { policy, now }: Circumstances): IsoDate =>
  mondayOf(todayOfDri(charter, policy, now));

/**
 * The promises that a check-in given now asks about by name: all open ones, in the first two weeks with a check-in after
 * the work began. None before it begins, in a week that had its walk-through, and once there were two.
 */
export function toWalkThrough(charter: Charter, about: Circumstances): readonly Agreement[] {
  const weeks = charter.walkedWeeks ?? [];
  const isDue =
    about.progress === 'indeterminate' &&
    weeks.length < WALK_THROUGHS &&
    !weeks.includes(weekOf(charter, about));
  return isDue ? charter.agreements.filter(isUnsettled) : [];
}

/** Answers by name, as a check-in may give them: a bare id says that its agreement was asked about, and no more. */
export type Reviewed = readonly (AgreementId | ReviewedAgreement)[];

export interface ReadReviewed {
  /** Those that were asked about. */
  readonly reviewed: readonly AgreementId[];
  /** What was said of each; absent where nothing was said of any. */
  readonly answers?: readonly ReviewedAgreement[];
}

/** What was said of each agreement; of several words on one, the last. */
export function readReviewed(given: Reviewed): ReadReviewed {
  const said = given.filter((one): one is ReviewedAgreement => typeof one !== 'string');
  const answers = [...new Map(said.map((one) => [one.agreementId, one])).values()];
  const silent = new Set(
    answers.filter(({ answer }) => answer === 'not-asked').map(({ agreementId }) => agreementId),
  );
  const named = given.map((one) => (typeof one === 'string' ? one : one.agreementId));
  return {
    reviewed: [...new Set(named)].filter((agreementId) => !silent.has(agreementId)),
    ...(answers.length > 0 && { answers }),
  };
}

/** The week whose walk-through a check-in is, or why it is not complete; nothing where none is due. */
export function walkedThrough(
  charter: Charter,
  { answers = [] }: ReadReviewed,
  about: Circumstances,
): { readonly refusal?: Refusal; readonly week?: IsoDate } {
  const due = toWalkThrough(charter, about);
  if (due.length === 0) return {};
  const left = due.find(({ id }) => !answers.some(({ agreementId }) => agreementId === id));
  return left
    ? { refusal: { code: 'walk-through-incomplete', field: 'reviewed', agreementId: left.id } }
    : { week: weekOf(charter, about) };
}

/** Agreements after what was said of them, each in its own place; what is settled stays as it is. */
export function withAnswers(
  { agreements }: Pick<Charter, 'agreements'>,
  at: Instant,
  answers: readonly ReviewedAgreement[],
): readonly Agreement[] {
  const said = new Map(answers.map(({ agreementId, answer }) => [agreementId, answer]));
  return agreements.map((agreement): Agreement => {
    const answer = said.get(agreement.id);
    return answer === undefined || !isUnsettled(agreement)
      ? agreement
      : { ...agreement, walkedThrough: { answer, at } };
  });
}
