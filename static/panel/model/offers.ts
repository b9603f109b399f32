import type { CharterAnswer } from '../../../src/contract/answers';
import type { CharterCommand, Facts } from '../../../src/domain/charter/commands';
import { decide } from '../../../src/domain/charter/decide';
import { isSelfDealt, type Agreement } from '../../../src/domain/agreement/agreement';
import type { Finding } from '../../../src/domain/gate/finding';
import type { AccountId, IsoDate, IssueKey, PersonFact } from '../../../src/domain/values';

/** What a request form starts with. */
export interface RequestPrefill {
  readonly provider?: PersonFact | undefined;
  readonly deliverable?: string | undefined;
  readonly acceptance?: string | undefined;
  readonly neededBy?: IsoDate | undefined;
  readonly providerIssueKey?: IssueKey | undefined;
}

/** Something the reader may do now. The name is the verb on its button. */
export type Offer =
  | { readonly kind: 'nominate'; readonly accountId?: AccountId }
  | { readonly kind: 'nominate-now'; readonly accountId: AccountId }
  | { readonly kind: 'accept-nomination' }
  | { readonly kind: 'decline-nomination' }
  | { readonly kind: 'grant-authority' }
  | { readonly kind: 'declare-none' }
  | { readonly kind: 'request'; readonly prefill: RequestPrefill }
  | { readonly kind: 'acknowledge'; readonly agreementId: string }
  | { readonly kind: 'decline'; readonly agreementId: string }
  | { readonly kind: 'withdraw'; readonly agreementId: string }
  /** Withdraws a declined request and asks again, following the suggestion. */
  | { readonly kind: 'ask-again'; readonly agreementId: string };

export const factsOf = (answer: CharterAnswer): Facts => ({
  actor: answer.me,
  people: answer.people,
  issueKey: answer.item.issueKey,
  now: answer.now,
});

/** Somebody who could be asked: lets the domain say whether the reader may ask anyone at all. */
const ANYBODY = '(anybody)';
const SOME_DAY = '9999-12-31';

/** A command that stands for the offer, with blanks filled in so that only permission and state decide. */
function probe(offer: Offer): CharterCommand {
  switch (offer.kind) {
    case 'nominate':
      return { type: 'nominate-dri', accountId: offer.accountId ?? ANYBODY };
    case 'nominate-now':
      return { type: 'nominate-dri', accountId: offer.accountId };
    case 'accept-nomination':
      return { type: 'accept-dri' };
    case 'decline-nomination':
      return { type: 'decline-dri', reason: '-' };
    case 'grant-authority':
      return { type: 'grant-authority', decisions: '-' };
    case 'declare-none':
      return { type: 'declare-no-dependencies' };
    case 'request':
      return {
        type: 'request-agreement',
        providerAccountId: ANYBODY,
        deliverable: '-',
        acceptance: '-',
        neededBy: SOME_DAY,
        providerIssueKey: offer.prefill.providerIssueKey,
      };
    case 'acknowledge':
      return { type: 'acknowledge-agreement', agreementId: offer.agreementId };
    case 'decline':
      return {
        type: 'decline-agreement',
        agreementId: offer.agreementId,
        reason: '-',
        availableFrom: SOME_DAY,
      };
    case 'withdraw':
    case 'ask-again':
      return { type: 'withdraw-agreement', agreementId: offer.agreementId, reason: '-' };
  }
}

/** Whether the domain would let the reader do it now: the panel asks the same code that decides in the backend. */
export function mayDo(answer: CharterAnswer, offer: Offer): boolean {
  const facts = factsOf(answer);
  const anybody = {
    accountId: ANYBODY,
    kind: 'human',
    active: true,
    displayName: '',
    timeZone: 'UTC',
  } as const;
  return decide(answer.charter, probe(offer), {
    ...facts,
    people: { ...facts.people, [ANYBODY]: anybody },
  }).ok;
}

const allowed = (answer: CharterAnswer, offers: readonly Offer[]): readonly Offer[] =>
  offers.filter((offer) => mayDo(answer, offer));

/** What would make a finding go away, best first, as far as the reader may do it; nothing: somebody else must act. */
export function offersForFinding(answer: CharterAnswer, finding: Finding): readonly Offer[] {
  switch (finding.rule) {
    case 'owner.missing':
      return finding.suggested === undefined
        ? allowed(answer, [{ kind: 'nominate' }])
        : allowed(answer, [{ kind: 'nominate-now', accountId: finding.suggested }, { kind: 'nominate' }]);
    case 'owner.shared':
    case 'owner.not-a-person':
    case 'owner.inactive':
      return allowed(answer, [{ kind: 'nominate' }]);
    case 'owner.not-accepted':
      return finding.nominated
        ? allowed(answer, [{ kind: 'accept-nomination' }, { kind: 'decline-nomination' }])
        : allowed(answer, [{ kind: 'nominate-now', accountId: finding.accountId }, { kind: 'nominate' }]);
    case 'dependency.unmapped':
      return allowed(answer, [
        {
          kind: 'request',
          prefill: { providerIssueKey: finding.issueKey, deliverable: finding.summary },
        },
      ]);
    case 'agreement.unacknowledged':
      return allowed(answer, [
        { kind: 'acknowledge', agreementId: finding.agreementId },
        { kind: 'decline', agreementId: finding.agreementId },
      ]);
    case 'agreement.declined':
      return allowed(answer, [{ kind: 'ask-again', agreementId: finding.agreementId }]);
    case 'agreement.self-dealt':
      return allowed(answer, [{ kind: 'withdraw', agreementId: finding.agreementId }]);
    case 'agreement.overdue':
      return [];
    case 'dependencies.undeclared':
      return allowed(answer, [{ kind: 'request', prefill: {} }, { kind: 'declare-none' }]);
    case 'authority.missing':
    case 'authority.expired':
      return allowed(answer, [{ kind: 'grant-authority' }]);
  }
}

export interface AgreementOffers {
  /** What the reader is asked to do now: at most two answers, side by side. */
  readonly now: readonly Offer[];
  /** What they may also do; shown with the details. */
  readonly also: readonly Offer[];
}

export function offersForAgreement(answer: CharterAnswer, agreement: Agreement): AgreementOffers {
  const { id: agreementId, status } = agreement;
  const answers = allowed(answer, [
    { kind: 'acknowledge', agreementId },
    { kind: 'decline', agreementId },
  ]);
  const withdraw = allowed(answer, [{ kind: 'withdraw', agreementId }]);
  if (status === 'declined' && withdraw.length > 0) {
    return { now: [{ kind: 'ask-again', agreementId }], also: withdraw };
  }
  // A promise to oneself cannot be acknowledged; taking it back is the way on.
  if (isSelfDealt(agreement, answer.charter.dri?.accountId)) return { now: withdraw, also: answers };
  return { now: answers, also: withdraw };
}

/** The request that follows a decline: same terms, the suggested person, the day they could do it. */
export function prefillAfterDecline({ people }: CharterAnswer, agreement: Agreement): RequestPrefill {
  const { deliverable, acceptance, neededBy, providerIssueKey, providerAccountId } = agreement;
  const suggestion = agreement.status === 'declined' ? agreement : undefined;
  return {
    deliverable,
    acceptance,
    providerIssueKey,
    provider: people[suggestion?.alternativeAccountId ?? providerAccountId],
    neededBy: suggestion?.availableFrom ?? neededBy,
  };
}
