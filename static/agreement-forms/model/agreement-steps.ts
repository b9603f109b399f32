import type { CharterCommand } from '../../../src/domain/charter/commands';
import type { IsoDate } from '../../../src/domain/values';

/** A step in the life of one agreement, by the verb on its button. */
export type AgreementStep =
  | 'acknowledge'
  | 'counter'
  | 'decline'
  | 'accept-counter'
  | 'restate'
  /** The DRI asks another person. */
  | 'reassign'
  /** The provider passes their promise on. */
  | 'hand-over'
  | 'deliver'
  /** Still true. */
  | 'confirm'
  /** No longer true, because. */
  | 'doubt'
  | 'accept-delivery'
  | 'return'
  | 'renegotiate'
  | 'accept-date'
  | 'keep-date'
  | 'withdraw'
  /** Names the provider's own issue. */
  | 'link'
  /** Looks back at a broken promise. */
  | 'debrief';

/** One of those steps, on one agreement. */
export interface AgreementOffer {
  readonly kind: AgreementStep;
  readonly agreementId: string;
}

/** Steps taken with one click; every other step asks for words first. */
export type OneClick =
  'acknowledge' | 'accept-counter' | 'accept-date' | 'keep-date' | 'accept-delivery' | 'confirm';

/** A form about one agreement, opened where the agreement stands. */
export interface AgreementFormKind extends AgreementOffer {
  readonly kind: Exclude<AgreementStep, OneClick>;
}

/** Somebody who could be asked: lets the domain say whether the reader may ask anyone at all. */
export const ANYBODY = '(anybody)';
/** No key Jira gives out: it stands for an issue nobody has named. */
const ANY_ISSUE = 'ANY-0';
export const SOME_DAY: IsoDate = '9999-12-31';

/** The command behind an offer, with blanks filled in so that only permission and state decide. */
export function stepCommand({ kind, agreementId }: AgreementOffer): CharterCommand {
  switch (kind) {
    case 'acknowledge':
      return { type: 'acknowledge-agreement', agreementId };
    case 'counter':
      return { type: 'counter-agreement', agreementId, committedBy: SOME_DAY, reason: '-' };
    case 'decline':
      return { type: 'decline-agreement', agreementId, reason: '-', availableFrom: SOME_DAY };
    case 'accept-counter':
      return { type: 'accept-counter', agreementId };
    case 'restate':
      return { type: 'restate-agreement', agreementId, neededBy: SOME_DAY };
    case 'reassign':
    case 'hand-over':
      return { type: 'reassign-agreement', agreementId, providerAccountId: ANYBODY };
    case 'confirm':
      return { type: 'confirm-agreement', agreementId, onTrack: true };
    case 'doubt':
      return { type: 'confirm-agreement', agreementId, onTrack: false, reason: '-' };
    case 'deliver':
      return { type: 'deliver-agreement', agreementId, evidence: '-' };
    case 'accept-delivery':
      return { type: 'accept-delivery', agreementId };
    case 'return':
      return { type: 'return-delivery', agreementId, cause: 'quality', reason: '-' };
    case 'renegotiate':
      return { type: 'renegotiate-agreement', agreementId, committedBy: SOME_DAY, reason: '-' };
    case 'accept-date':
      return { type: 'answer-renegotiation', agreementId, accept: true };
    case 'keep-date':
      return { type: 'answer-renegotiation', agreementId, accept: false };
    case 'link':
      return { type: 'link-agreement', agreementId, providerIssueKey: ANY_ISSUE };
    case 'debrief':
      return {
        type: 'write-debrief',
        agreementId,
        hadOneOwner: true,
        wereAssuming: true,
        whoSaw: '-',
        cause: 'too-complex',
        changesNow: '-',
      };
    case 'withdraw':
      return { type: 'withdraw-agreement', agreementId, reason: '-' };
  }
}
