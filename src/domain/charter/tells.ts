import type { AccountId, AgreementId, EscalationId } from '../ids';
import { instantOf, isBefore, msOf, type Instant } from '../time/time';
import { isUnsettled, type Agreement, type AgreementStatus } from './agreement/agreement';
import { answersFor } from './agreement/settling';
import { sponsorOf } from './ownership/sponsor';
import {
  driWhen,
  lastOwner,
  nominatorOf,
  ownerBefore,
  providerWhen,
  type Moment,
  type PastEvent,
  type Told,
} from './past';

/** Moves for one person within this time are told together, and what is undone in it is not told. */
export const GATHERED_SECONDS = 180;

/** Until when nobody has been told of what happened at a moment. */
export const toldBefore = (at: Instant): Instant => instantOf(msOf(at) + GATHERED_SECONDS * 1000);

/** Of an event that is nobody's move and that nobody waited for. */
export const nobody = (): Told => [];

export const move = (...who: readonly (AccountId | null | undefined)[]): Told =>
  who.map((accountId) => [accountId, 'move']);

export const answer = (who: AccountId | null | undefined): Told => [[who, 'answer']];

/** The same, and where there is nobody the lead's. */
export const moveOrLeads = (who: AccountId | null | undefined): Told => [[who, 'move', 'lead']];

/** The move of whoever stands behind the work; where nobody does, the lead's. */
export const sponsorMove = (moment: Moment): Told => moveOrLeads(sponsorNow(moment));

export const sponsorHears = (moment: Moment): Told => [[sponsorNow(moment), 'answer', 'lead']];

/** Whoever stands behind the work hears of it in the mail of their day: nothing is theirs to do. */
export const sponsorHearsToday = (moment: Moment): Told => [[sponsorNow(moment), 'news']];

/** An agreement or a question. */
type Asked = { readonly agreementId: AgreementId } | { readonly escalationId: EscalationId };

const isAbout = (event: PastEvent, asked: Asked): boolean =>
  'agreementId' in asked
    ? event.agreementId === asked.agreementId
    : event.escalationId === asked.escalationId;

/** Whether nothing has put it to anybody since this event did. */
export const putLast = ({ history, at, putBy }: Moment, asked: Asked): boolean =>
  !history.slice(at + 1).some((event) => putBy(event) !== undefined && isAbout(event, asked));

/** Whether whoever was asked last before this event, at this moment, had not been told of it yet. */
export function wasUntold({ history, at, putBy }: Moment, asked: Asked, when: Instant): boolean {
  const before = history.slice(0, at).findLast((event) => isAbout(event, asked));
  return (
    before !== undefined &&
    putBy(before) !== undefined &&
    msOf(when) - msOf(before.at) < GATHERED_SECONDS * 1000
  );
}

/** Whoever stands behind the owner or nominee; without either, behind the last one. Never that one themself. */
function sponsorNow(moment: Moment): AccountId | undefined {
  const { authority, dri } = moment.charter;
  if (dri) return sponsorOf(moment.charter) ?? undefined;
  if (moment.charter.vacancy) return sponsorOf(moment.charter) ?? undefined;
  const last = lastOwner(moment);
  if (authority && authority.grantedTo === last) return authority.grantedBy;
  const nominator = last === undefined ? undefined : nominatorOf(moment, last);
  return nominator === last ? undefined : nominator;
}

/** The agreement, if it is in the state to which this event brought it and nobody took their turn since. */
export function stands(
  { charter, history, at, keepsTurn }: Moment,
  agreementId: AgreementId,
  status: AgreementStatus,
): Agreement | undefined {
  const found = charter.agreements.find(({ id }) => id === agreementId);
  const isOver = history
    .slice(at + 1)
    .some((event) => event.agreementId === agreementId && !keepsTurn(event));
  return found?.status === status && !isOver ? found : undefined;
}

interface OfAgreement {
  readonly agreementId: AgreementId;
}

/** The turn of the owner, or of who stands behind work that nobody owns, as long as the agreement stands where the event brought it. */
export const driTurn =
  (status: AgreementStatus) =>
  ({ agreementId }: OfAgreement, moment: Moment): Told => {
    const agreement = stands(moment, agreementId, status);
    return agreement ? moveOrLeads(answersFor(moment.charter, agreement.providerAccountId)) : [];
  };

/** The answer that the owner, else whoever asked, waited for. */
export const driHears = ({ agreementId }: OfAgreement, moment: Moment): Told =>
  answer(driWhen(moment, agreementId));

/** The same in the mail of their day: nothing is theirs to do. */
export const driHearsToday = ({ agreementId }: OfAgreement, moment: Moment): Told => [
  [driWhen(moment, agreementId), 'news'],
];

/** The answer that the provider waited for. */
export const providerHears = ({ agreementId }: OfAgreement, moment: Moment): Told =>
  answer(providerWhen(moment, agreementId));

/** Everybody who was asked for something before this event, and has neither declined nor had it accepted since. */
export const promisersHear = ({ at }: PastEvent, { charter }: Moment): Told =>
  charter.agreements
    .filter((one) => isUnsettled(one) && one.status !== 'declined' && !isBefore(at, one.requestedAt))
    .flatMap(({ providerAccountId }) => answer(providerAccountId));

/** Nobody owns it any more since this event: whoever stands behind it asks somebody. */
export function afterLeaving(by: AccountId, moment: Moment): Told {
  const { charter, history, at, putBy } = moment;
  if (charter.dri || history.slice(at + 1).some((event) => putBy(event) === 'ownership')) return [];
  const owner = ownerBefore(moment);
  return owner === undefined || owner === by ? sponsorMove(moment) : move(nominatorOf(moment, by));
}
