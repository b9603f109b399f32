import type { CharterCommand } from '../../../src/domain/charter/commands';
import { datePlus, utcDate } from '../../../src/domain/time/time';
import type { Instant, IsoDate } from '../../../src/domain/values';

/** A step in the life of one agreement, by the verb on its button. */
export type AgreementStep =
  | 'acknowledge'
  | 'counter'
  | 'decline'
  /** Says by when there will be an answer. */
  | 'reply-later'
  /** Asks back before answering. */
  | 'ask-more'
  /** Writes down a yes that was said aloud. */
  | 'record-yes'
  /** Answers what was asked back. */
  | 'answer-question'
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
  /** The same by whoever asked, where they are not the DRI. */
  | 'take-back'
  /** The DRI asks another person for what was promised and does not come. */
  | 'replace'
  /** Says what became of a promise to finished work. */
  | 'settle'
  /** Needs what was promised to the owner before, or to other work. */
  | 'take-on'
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
  'acknowledge' | 'accept-counter' | 'accept-date' | 'keep-date' | 'accept-delivery' | 'confirm' | 'take-on';

/** A form about one agreement, opened where the agreement stands. */
export interface AgreementFormKind extends AgreementOffer {
  readonly kind: Exclude<AgreementStep, OneClick>;
}

/** Somebody who could be asked: lets the domain say whether the reader may ask anyone at all. */
export const ANYBODY = '(anybody)';
/** No key Jira gives out: it stands for an issue nobody has named. */
const ANY_ISSUE = 'ANY-0';
/** A day that is neither over nor further away than promises are given for. */
export const someDay = (now: Instant): IsoDate => datePlus(utcDate(now), 1000);

/** The command behind an offer, with this day and blanks filled in so that only permission and state decide. */
export function stepCommand({ kind, agreementId }: AgreementOffer, day: IsoDate): CharterCommand {
  switch (kind) {
    case 'acknowledge':
      return { type: 'acknowledge-agreement', agreementId };
    case 'counter':
      return { type: 'counter-agreement', agreementId, committedBy: day, reason: '-' };
    case 'decline':
      return { type: 'decline-agreement', agreementId, reason: '-', availableFrom: day };
    case 'reply-later':
      return { type: 'reply-later', agreementId, by: day };
    case 'accept-counter':
      return { type: 'accept-counter', agreementId };
    case 'restate':
      return { type: 'restate-agreement', agreementId, neededBy: day };
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
      return { type: 'renegotiate-agreement', agreementId, committedBy: day, reason: '-' };
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
    case 'record-yes':
      return { type: 'record-yes', agreementId };
    case 'ask-more':
      return { type: 'ask-more', agreementId, question: '-' };
    case 'answer-question':
      return { type: 'restate-agreement', agreementId, answer: '-' };
    case 'take-back':
      return { type: 'take-back-agreement', agreementId, reason: '-' };
    case 'replace':
      return { type: 'replace-provider', agreementId, providerAccountId: ANYBODY, reason: '-' };
    case 'settle':
      return { type: 'settle-agreement', agreementId, as: 'not-needed' };
    case 'take-on':
      return { type: 'take-on-agreement', agreementId };
    case 'withdraw':
      return { type: 'withdraw-agreement', agreementId, reason: '-' };
  }
}
