import type { CharterAnswer } from '../../../src/contract/answers';
import type { CharterCommand } from '../../../src/domain/charter/commands';
import type { Finding } from '../../../src/domain/gate/finding';
import type { RuleId } from '../../../src/domain/policy/rules';
import type { AccountId, Instant, IssueKey } from '../../../src/domain/values';
import {
  ANYBODY,
  SOME_DAY,
  stepCommand,
  type AgreementOffer,
} from '../../agreement-forms/model/agreement-steps';
import { followProbe, isFollowOffer, type FollowOffer } from './follow-offers';
import { mayCommand, stepsOn } from '../../agreement-forms/model/standing';

/** What a request form starts with. */
export interface RequestPrefill {
  readonly deliverable?: string | undefined;
  readonly providerIssueKey?: IssueKey | undefined;
  /** Who is asked. */
  readonly provider?: AccountId | undefined;
  /** The need of a check-in that it answers. */
  readonly needId?: string | undefined;
}

/** Something the reader may do now. The name is the verb on its button. */
export type Offer =
  | { readonly kind: 'nominate'; readonly accountId?: AccountId }
  | { readonly kind: 'nominate-now'; readonly accountId: AccountId }
  | { readonly kind: 'accept-nomination' }
  | { readonly kind: 'decline-nomination' }
  | { readonly kind: 'grant-authority' }
  | { readonly kind: 'declare-none' }
  | { readonly kind: 'declare-no-further' }
  | { readonly kind: 'request'; readonly prefill: RequestPrefill }
  /** Gives accepted ownership back. */
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'write-brief' }
  | { readonly kind: 'waive'; readonly rules: readonly RuleId[] }
  | { readonly kind: 'end-waiver'; readonly waiverId: string }
  | FollowOffer
  | AgreementOffer;

const SHORTLY_MS = 60_000;

/** A command that stands for the offer, with blanks filled in so that only permission and state decide. */
function probe(offer: Offer, soon: Instant): CharterCommand {
  if (isFollowOffer(offer)) return followProbe(offer);
  switch (offer.kind) {
    case 'nominate':
      return { type: 'nominate-dri', accountId: offer.accountId ?? ANYBODY };
    case 'nominate-now':
      return { type: 'nominate-dri', accountId: offer.accountId };
    case 'accept-nomination':
      return { type: 'accept-dri' };
    case 'decline-nomination':
    case 'hand-back':
      return { type: 'decline-dri', reason: '-' };
    case 'grant-authority':
      return { type: 'grant-authority', decisions: '-' };
    case 'declare-none':
      return { type: 'declare-no-dependencies' };
    case 'declare-no-further':
      return { type: 'declare-no-further-dependencies' };
    case 'request':
      return {
        type: 'request-agreement',
        providerAccountId: offer.prefill.provider ?? ANYBODY,
        deliverable: '-',
        acceptance: '-',
        neededBy: SOME_DAY,
        providerIssueKey: offer.prefill.providerIssueKey,
      };
    case 'write-brief':
      return { type: 'write-brief', outcome: '-', whyNow: '-', successMeasure: '-', reviewOn: SOME_DAY };
    case 'waive':
      return { type: 'grant-waiver', rules: offer.rules, reason: '-', expiresAt: soon };
    case 'end-waiver':
      return { type: 'end-waiver', waiverId: offer.waiverId, reason: '-' };
    default:
      return stepCommand(offer);
  }
}

/** Whether the domain would let the reader do it now. */
export const mayDo = (answer: CharterAnswer, offer: Offer): boolean =>
  mayCommand(answer, probe(offer, new Date(Date.parse(answer.now) + SHORTLY_MS).toISOString()));

export const allowed = (answer: CharterAnswer, offers: readonly Offer[]): readonly Offer[] =>
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
      if (finding.hidden) return [];
      return allowed(answer, [
        {
          kind: 'request',
          prefill: { providerIssueKey: finding.issueKey, deliverable: finding.summary },
        },
      ]);
    case 'agreement.unacknowledged':
      return stepsOn(answer, finding.agreementId, ['acknowledge', 'counter', 'decline']);
    case 'agreement.declined':
      return stepsOn(
        answer,
        finding.agreementId,
        finding.alternative === undefined ? ['restate', 'reassign'] : ['reassign', 'restate'],
      );
    case 'agreement.countered':
      return stepsOn(answer, finding.agreementId, ['accept-counter', 'restate']);
    case 'agreement.provider-inactive':
    case 'agreement.self-dealt':
      return stepsOn(answer, finding.agreementId, ['reassign', 'withdraw']);
    case 'agreement.overdue':
      return stepsOn(answer, finding.agreementId, ['deliver', 'renegotiate']);
    case 'agreement.unconfirmed':
      return stepsOn(answer, finding.agreementId, ['confirm', 'doubt', 'renegotiate']);
    case 'agreement.rests-on-unacknowledged':
      return [];
    case 'agreement.open':
      return stepsOn(answer, finding.agreementId, [
        'deliver',
        'accept-delivery',
        'return',
        'acknowledge',
        'accept-counter',
        'withdraw',
      ]);
    case 'checkin.contradicted':
    case 'checkin.off-track':
    case 'checkin.stale':
      return allowed(answer, [{ kind: 'check-in' }]);
    case 'decision.overdue':
    case 'escalation.unanswered':
      return allowed(answer, [{ kind: 'decide', escalationId: finding.escalationId }]);
    case 'brief.incomplete':
      return allowed(answer, [{ kind: 'write-brief' }]);
    case 'dependencies.undeclared':
      return allowed(answer, [{ kind: 'request', prefill: {} }, { kind: 'declare-none' }]);
    case 'dependencies.too-few':
      return allowed(answer, [
        { kind: 'request', prefill: {} },
        finding.have === 0 ? { kind: 'declare-none' } : { kind: 'declare-no-further' },
      ]);
    case 'authority.missing':
    case 'authority.expired':
      return allowed(answer, [{ kind: 'grant-authority' }]);
  }
}
