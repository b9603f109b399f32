import type { CharterEvent } from '../../../src/domain/charter/events';
import type { Known } from './agreement-history';
import type { Told } from './history';

const reviewedText = {
  recommit: 'historyRecommitted',
  're-date': 'historyRedated',
  release: 'historyReleased',
} as const;

type FollowThroughEvent = Extract<
  CharterEvent,
  {
    type:
      | 'check-in-submitted'
      | 'escalation-raised'
      | 'escalation-answered'
      | 'escalation-redirected'
      | 'escalation-taken-back'
      | 'question-taken-over'
      | 'gap-raised'
      | 'gap-answered'
      | 'review-decided'
      | 'review-date-set'
      | 'debrief-written';
  }
>;

/** What was asked, answered and decided on the way, as a line. */
export function followThroughEntry(event: FollowThroughEvent, known: Known): Told {
  const stamp = { at: event.at, by: event.by };
  switch (event.type) {
    case 'check-in-submitted':
      return {
        ...stamp,
        topic: 'ownership',
        text: event.onTrack ? 'historyOnTrack' : 'historyOffTrack',
        quote: event.biggestRisk,
      };
    case 'escalation-raised':
      return {
        ...stamp,
        topic: 'ownership',
        text: 'historyEscalated',
        person: event.toAccountId,
        quote: event.question,
      };
    case 'escalation-answered':
      return { ...stamp, topic: 'ownership', text: 'historyDecided', quote: event.decision };
    case 'escalation-redirected':
      return { ...stamp, topic: 'ownership', text: 'historyRedirected', person: event.toAccountId };
    case 'question-taken-over':
      return { ...stamp, topic: 'ownership', text: 'historyQuestionTakenOver', person: event.fromAccountId };
    case 'escalation-taken-back':
      return { ...stamp, topic: 'ownership', text: 'historyTakenBack', quote: event.reason };
    case 'gap-raised':
      return { ...stamp, topic: 'ownership', text: 'historyGapRaised', quote: event.what };
    case 'gap-answered':
      return { ...stamp, topic: 'ownership', text: 'historyGapAnswered', quote: event.answer };
    case 'review-decided':
      return {
        ...stamp,
        topic: 'ownership',
        text: reviewedText[event.choice],
        date: event.reviewOn,
        quote: event.reason,
      };
    case 'review-date-set':
      return { ...stamp, topic: 'ownership', text: 'historyReviewDate', date: event.reviewOn };
    case 'debrief-written':
      return {
        ...stamp,
        topic: 'agreements',
        text: 'historyDebrief',
        what: known.deliverables.get(event.agreementId) ?? event.agreementId,
        quote: event.changesNow,
      };
  }
}
