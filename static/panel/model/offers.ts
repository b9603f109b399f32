import type { CharterAnswer } from '../../../src/contract/answers';
import type { CharterCommand } from '../../../src/domain/charter/commands';
import type { Finding, UnmetOf } from '../../../src/domain/gate/finding';
import type { RuleId } from '../../../src/domain/policy/rules';
import type { AccountId, Instant, IsoDate, IssueKey } from '../../../src/domain/values';
import {
  ANYBODY,
  someDay,
  stepCommand,
  type AgreementOffer,
} from '../../agreement-forms/model/agreement-steps';
import { followThroughProbe, isFollowThroughOffer, type FollowThroughOffer } from './follow-through-offers';
import { mayCommand, stepsOn } from '../../agreement-forms/model/command-context';

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
  | { readonly kind: 'mark-vital' }
  | { readonly kind: 'unmark-vital' }
  | { readonly kind: 'waive'; readonly rules: readonly RuleId[] }
  | { readonly kind: 'end-waiver'; readonly waiverId: string }
  | FollowThroughOffer
  | AgreementOffer;

const SHORTLY_MS = 60_000;

/** A command that stands for the offer, with blanks filled in so that only permission and state decide. */
function probe(offer: Offer, soon: Instant, day: IsoDate): CharterCommand {
  if (isFollowThroughOffer(offer)) return followThroughProbe(offer, day);
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
        neededBy: day,
        providerIssueKey: offer.prefill.providerIssueKey,
      };
    case 'write-brief':
      return { type: 'write-brief', outcome: '-', whyNow: '-', successMeasure: '-', reviewOn: day };
    case 'mark-vital':
    case 'unmark-vital':
      return { type: 'mark-vital', vital: offer.kind === 'mark-vital' };
    case 'waive':
      return { type: 'grant-waiver', rules: offer.rules, reason: '-', expiresAt: soon };
    case 'end-waiver':
      return { type: 'end-waiver', waiverId: offer.waiverId, reason: '-' };
    default:
      return stepCommand(offer, day);
  }
}

/** Whether the domain would let the reader do it now. */
export const mayDo = (answer: CharterAnswer, offer: Offer): boolean =>
  mayCommand(
    answer,
    probe(offer, new Date(Date.parse(answer.now) + SHORTLY_MS).toISOString(), someDay(answer.now)),
  );

export const allowed = (answer: CharterAnswer, offers: readonly Offer[]): readonly Offer[] =>
  offers.filter((offer) => mayDo(answer, offer));

type OffersOf<R extends RuleId> = (answer: CharterAnswer, finding: UnmetOf<R>) => readonly Offer[];

const nominate: OffersOf<RuleId> = (answer) => allowed(answer, [{ kind: 'nominate' }]);
const grantAuthority: OffersOf<RuleId> = (answer) => allowed(answer, [{ kind: 'grant-authority' }]);
const checkIn: OffersOf<RuleId> = (answer) => allowed(answer, [{ kind: 'check-in' }]);

const decide = (
  answer: CharterAnswer,
  { escalationId }: UnmetOf<'decision.overdue' | 'escalation.unanswered'>,
) => allowed(answer, [{ kind: 'decide', escalationId }]);

/** Steps on the agreement that a finding is about. */
const steps =
  (...verbs: Parameters<typeof stepsOn>[2]) =>
  (answer: CharterAnswer, { agreementId }: { readonly agreementId: string }): readonly Offer[] =>
    stepsOn(answer, agreementId, verbs);

/** Nothing the panel has a button for. */
const nothing = (): readonly Offer[] => [];

const offersByRule: { readonly [R in RuleId]: OffersOf<R> } = {
  'owner.missing': (answer, { suggested }) =>
    allowed(
      answer,
      suggested === undefined
        ? [{ kind: 'nominate' }]
        : [{ kind: 'nominate-now', accountId: suggested }, { kind: 'nominate' }],
    ),
  'owner.shared': nominate,
  'owner.not-a-person': nominate,
  'owner.inactive': nominate,
  'owner.not-accepted': (answer, { nominated, accountId }) =>
    allowed(
      answer,
      nominated
        ? [{ kind: 'accept-nomination' }, { kind: 'decline-nomination' }]
        : [{ kind: 'nominate-now', accountId }, { kind: 'nominate' }],
    ),
  'dependency.unmapped': (answer, finding) => {
    if (finding.hidden) return [];
    const { issueKey: providerIssueKey, summary: deliverable } = finding;
    return allowed(answer, [{ kind: 'request', prefill: { providerIssueKey, deliverable } }]);
  },
  'agreement.declined': (answer, { agreementId, alternative }) =>
    stepsOn(
      answer,
      agreementId,
      alternative === undefined ? ['restate', 'reassign'] : ['reassign', 'restate'],
    ),
  'agreement.countered': steps('accept-counter', 'restate'),
  'agreement.provider-inactive': steps('reassign', 'withdraw'),
  'agreement.unacknowledged': steps('acknowledge', 'counter', 'decline'),
  'agreement.self-dealt': steps('reassign', 'withdraw'),
  'agreement.overdue': steps('deliver', 'renegotiate'),
  'agreement.unconfirmed': steps('confirm', 'doubt', 'renegotiate'),
  'agreement.rests-on-unacknowledged': nothing,
  'agreement.open': steps(
    'deliver',
    'accept-delivery',
    'return',
    'acknowledge',
    'accept-counter',
    'withdraw',
  ),
  'dependencies.undeclared': (answer) =>
    allowed(answer, [{ kind: 'request', prefill: {} }, { kind: 'declare-none' }]),
  'dependencies.too-few': (answer, { have }) =>
    allowed(answer, [
      { kind: 'request', prefill: {} },
      have === 0 ? { kind: 'declare-none' } : { kind: 'declare-no-further' },
    ]),
  'authority.missing': grantAuthority,
  'authority.expired': grantAuthority,
  'brief.incomplete': (answer) => allowed(answer, [{ kind: 'write-brief' }]),
  'checkin.contradicted': checkIn,
  'checkin.off-track': checkIn,
  'decision.overdue': decide,
  'escalation.unanswered': decide,
  'checkin.stale': checkIn,
};

const offersOf = <R extends RuleId>(rule: R, answer: CharterAnswer, finding: UnmetOf<R>): readonly Offer[] =>
  offersByRule[rule](answer, finding);

/** What would make a finding go away, best first, as far as the reader may do it; nothing: somebody else must act. */
export const offersForFinding = (answer: CharterAnswer, finding: Finding): readonly Offer[] =>
  offersOf(finding.rule, answer, finding);
