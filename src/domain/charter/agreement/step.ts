import type { AccountId, AgreementId } from '../../ids';
import { refuse } from '../../result';
import { localDate } from '../../time/local-date';
import type { Instant, IsoDate } from '../../time/time';
import { acceptedDri, type Charter } from '../charter';
import type { Decision, OfAgreement } from '../define-command';
import type { Facts } from '../facts';
import { unfitDay } from '../refusals';
import { actsForOwner } from '../stand-in';
import type { Refusal } from '../rejection';
import { inState, isOverdue, type Agreement, type AgreementStatus } from './agreement';

/** Everything a decision about one agreement looks at. */
export interface Case {
  readonly charter: Charter;
  readonly agreement: Agreement;
  readonly facts: Facts;
}

/** Decides a step on the agreement that a command names, which has to exist. */
export const onAgreement =
  <C extends { readonly agreementId: AgreementId }, E>(step: (c: Case, command: C) => Decision<E>) =>
  (charter: Charter, command: C, facts: Facts): Decision<E> => {
    const { agreementId } = command;
    const agreement = charter.agreements.find(({ id }) => id === agreementId);
    return agreement
      ? step({ charter, agreement, facts }, command)
      : refuse({ code: 'agreement-not-found', agreementId });
  };

/**
 * Applies an event to the agreement it names. An event that the agreement's state does not know leaves it as it is:
 * what happened, happened.
 */
export const inAgreement =
  <E extends OfAgreement>(after: (agreement: Agreement, event: E) => Agreement) =>
  (charter: Charter, event: E): Charter => ({
    ...charter,
    agreements: charter.agreements.map((agreement) =>
      agreement.id === event.agreementId
        ? takenOn(after(agreement, event), event, acceptedDri(charter))
        : agreement,
    ),
  });

/** Whatever an owner does with a promise that nobody had taken on says that it is theirs now. */
function takenOn(agreement: Agreement, { at, by }: OfAgreement, dri: AccountId | null): Agreement {
  if (!agreement.untaken || by !== dri) return agreement;
  const { untaken: _open, ...taken } = agreement;
  return { ...taken, resumedAt: at };
}

/** When a step is taken, by whom, and on which agreement. */
export const stampOf = ({ agreement, facts }: Case): OfAgreement => ({
  at: facts.now,
  by: facts.actor.accountId,
  agreementId: agreement.id,
});

/** The named provider's steps are theirs alone. */
export const notProvider = ({ agreement, facts }: Case): Refusal | null =>
  agreement.providerAccountId === facts.actor.accountId ? null : { code: 'forbidden', needs: 'provider' };

/** Whether the actor takes the owner's part: nobody stands on both sides of a promise. */
const actsAsRequester = ({ charter, agreement, facts }: Case): boolean =>
  (actsForOwner(charter, facts) || facts.actor.handsOnFrom === agreement.providerAccountId) &&
  (agreement.providerAccountId !== facts.actor.accountId || acceptedDri(charter) === facts.actor.accountId);

/** The requester's steps are the DRI's, once they have accepted to be it, and whoever acts for them. */
export const notRequester = (c: Case): Refusal | null =>
  actsAsRequester(c) ? null : { code: 'forbidden', needs: 'dri' };

/** Whoever a provider's question is put to: the owner, and while nobody owns the item, whoever asked. */
export const askerNow = (charter: Charter, { requestedBy }: Agreement): AccountId =>
  acceptedDri(charter) ?? requestedBy;

/** Refuses who cannot answer what the provider asked back. */
export const notAsker = (c: Case): Refusal | null =>
  askerNow(c.charter, c.agreement) === c.facts.actor.accountId ? null : notRequester(c);

/** Which side of the handoff the actor stands on, if any. */
export function sideOf(c: Case): 'provider' | 'requester' | null {
  if (c.agreement.providerAccountId === c.facts.actor.accountId) return 'provider';
  return actsAsRequester(c) ? 'requester' : null;
}

export const neitherSide = (c: Case): Refusal | null =>
  sideOf(c) === null ? { code: 'forbidden', needs: 'either-side' } : null;

/** Refuses unless the agreement is in one of the states the step starts from. */
export function wrongStatus({ agreement }: Case, ...allowed: readonly AgreementStatus[]): Refusal | null {
  return allowed.includes(agreement.status)
    ? null
    : { code: 'wrong-status', agreementId: agreement.id, status: agreement.status };
}

/** Refuses a day that was named before and has already ended where the promise is given. */
export function pastDate({ agreement, facts }: Case, field: string, date: IsoDate): Refusal | null {
  const today = localDate(facts.now, agreement.providerZone);
  return date < today ? { code: 'date-in-past', field, date, today } : null;
}

/** Refuses a day that somebody names now and that has ended where the promise is given, or lies too far ahead. */
export const unfitDate = (
  { agreement, facts }: Case,
  field: string,
  date: IsoDate | undefined,
): Refusal | null => unfitDay(field, date, localDate(facts.now, agreement.providerZone));

/** Asked anew: the question is a fresh one, with its own clock. */
export const askedAgain = (agreement: Agreement, at: Instant, changes: Partial<Agreement>): Agreement =>
  inState({ ...agreement, ...changes, requestedAt: at, rounds: agreement.rounds + 1 } as Agreement, {
    status: 'requested',
  });

/** The promise broke when its day ended undelivered, however it goes on; it is said once. */
export const brokenBy = (agreement: Agreement, at: Instant): Pick<Agreement, 'breach'> =>
  !agreement.breach && isOverdue(agreement, at) ? { breach: { side: 'late', at } } : {};
