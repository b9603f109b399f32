import type { AccountId, NeedId } from '../../ids';
import { ok, refuse, type Result } from '../../result';
import type { IsoDate } from '../../time/time';
import { isOpen } from '../agreement/agreement';
import { requestAgreement, type AgreementRequested } from '../agreement/request';
import type { Charter } from '../charter';
import { raiseEscalation, type EscalationRaised } from '../escalation/raise';
import type { Facts } from '../facts';
import { sponsorOf } from '../ownership/sponsor';
import { refusePerson } from '../refusals';
import type { Refusal } from '../rejection';
import type { NeedKind } from './check-in';
import type { TypedNext } from './next-move';

/** A need as it is typed: a question unless it says that it is to be an agreement. */
export interface TypedNeed {
  readonly accountId: AccountId;
  readonly what: string;
  readonly as?: NeedKind | undefined;
  readonly by?: IsoDate | undefined;
  /** How both sides will know that an agreement is kept; what is needed, where nothing else is said. */
  readonly acceptance?: string | undefined;
  /** What the policy may want to know of every request. */
  readonly impact?: string | undefined;
  readonly inputs?: string | undefined;
}

/** Whoever is asked for a need, by what the check-in caused. */
export type Asking = AgreementRequested | EscalationRaised;

/** Fields of what is asked, by the field of the need that they come from. */
const FIELDS: Readonly<Record<string, string>> = {
  providerAccountId: 'accountId',
  toAccountId: 'accountId',
  deliverable: 'what',
  question: 'what',
  neededBy: 'by',
};

/** A refusal of what a need became, naming the field of the need. */
function ofNeed(refusal: Refusal, place: number): Refusal {
  if (!('field' in refusal)) return refusal;
  return { ...refusal, field: `needs.${place}.${FIELDS[refusal.field] ?? refusal.field}` };
}

/** A need has no place for the provider's own issue, which either side may link afterwards; the rest of an intake it has. */
function factsOfNeed(facts: Facts): Facts {
  const { policy } = facts;
  if (!policy) return facts;
  return {
    ...facts,
    policy: { ...policy, intake: policy.intake.filter((field) => field !== 'providerIssueKey') },
  };
}

/** The same stands asked of the same person, and is not over: saying every week that it is needed asks once. */
const standsAsked = (charter: Charter, { accountId, what, as }: TypedNeed): boolean =>
  as === 'agreement'
    ? charter.agreements.some(
        (one) =>
          isOpen(one) &&
          one.status !== 'accepted' &&
          one.status !== 'declined' &&
          one.providerAccountId === accountId &&
          one.deliverable === what,
      )
    : charter.escalations.some(
        ({ toAccountId, question, answer }) => !answer && toAccountId === accountId && question === what,
      );

function askOne(
  charter: Charter,
  need: TypedNeed,
  needId: NeedId,
  facts: Facts,
): Result<readonly Asking[], Refusal> {
  const { accountId, what, as, by, acceptance = what, impact, inputs } = need;
  if (accountId === facts.actor.accountId) {
    return refuse({ code: 'need-of-oneself', field: 'accountId' });
  }
  if (standsAsked(charter, need)) return ok([]);
  if (as !== 'agreement') {
    return raiseEscalation.decide(
      charter,
      { type: 'raise-escalation', question: what, toAccountId: accountId, needId, neededBy: by },
      facts,
    );
  }
  if (by === undefined) return refuse({ code: 'need-without-day', field: 'by' });
  return requestAgreement.decide(
    charter,
    {
      type: 'request-agreement',
      providerAccountId: accountId,
      deliverable: what,
      acceptance,
      neededBy: by,
      impact,
      inputs,
      needId,
    },
    factsOfNeed(facts),
  );
}

/** What is asked for, one after the other, on the charter that the ones before lead to. */
export function askForNeeds(
  charter: Charter,
  needs: readonly (TypedNeed & { readonly id: NeedId })[],
  facts: Facts,
): Result<{ readonly events: readonly Asking[]; readonly after: Charter }, Refusal> {
  let after = charter;
  const events: Asking[] = [];
  for (const [place, need] of needs.entries()) {
    const asked = askOne(after, need, need.id, facts);
    if (!asked.ok) return refuse(ofNeed(asked.error, place));
    events.push(...asked.value);
    after = asked.value.reduce(led, after);
  }
  return ok({ events, after });
}

const led = (charter: Charter, event: Asking): Charter =>
  event.type === 'agreement-requested'
    ? requestAgreement.evolve(charter, event)
    : raiseEscalation.evolve(charter, event);

/**
 * The question that somebody off track puts to whoever stands behind them. Where nobody does, or nobody who can answer,
 * the check-in says it alone: an honest no is refused for no such reason.
 */
export function askSponsor(
  charter: Charter,
  next: TypedNext | undefined,
  facts: Facts,
): Result<readonly Asking[], Refusal> {
  const sponsor = sponsorOf(charter);
  if (!next || next.reason === undefined || sponsor === null) return ok([]);
  if (next.choice === 'recommit' || next.choice === 'wait') return ok([]);
  const { choice, reason, until } = next;
  if (refusePerson(facts, sponsor, 'next') || standsAsked(charter, { accountId: sponsor, what: reason })) {
    return ok([]);
  }
  return raiseEscalation.decide(
    charter,
    {
      type: 'raise-escalation',
      question: reason,
      toAccountId: sponsor,
      ...(choice === 'decision'
        ? { neededBy: until }
        : { asks: { choice, ...(until !== undefined && { until }) } }),
    },
    facts,
  );
}
