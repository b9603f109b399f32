import type { Charter } from '../charter';
import type { FollowThroughEvent } from './events';
import { KEPT } from './follow-through';

/** The charter after an event of follow-through. */
export function evolveFollowThrough(charter: Charter, event: FollowThroughEvent): Charter {
  const { at, by } = event;
  switch (event.type) {
    case 'check-in-submitted': {
      const { type: _type, ...checkIn } = event;
      return {
        ...charter,
        checkIns: [...charter.checkIns, checkIn].slice(-KEPT.checkIns),
        checkInCount: charter.checkInCount + 1,
      };
    }
    case 'escalation-raised': {
      const { escalationId: id, question, toAccountId, aboutAgreementId, needId } = event;
      const raised = {
        id,
        question,
        toAccountId,
        raisedBy: by,
        raisedAt: at,
        ...(aboutAgreementId !== undefined && { agreementId: aboutAgreementId }),
        ...(needId !== undefined && { needId }),
      };
      return { ...charter, escalations: [...charter.escalations, raised] };
    }
    case 'escalation-answered':
      return {
        ...charter,
        escalations: charter.escalations.map((one) =>
          one.id === event.escalationId ? { ...one, answer: { decision: event.decision, by, at } } : one,
        ),
      };
    case 'gap-raised': {
      const { gapId: id, what } = event;
      return { ...charter, gaps: [...charter.gaps, { id, what, raisedBy: by, raisedAt: at }] };
    }
    case 'gap-answered':
      return {
        ...charter,
        gaps: charter.gaps.map((gap) =>
          gap.id === event.gapId ? { ...gap, answer: { text: event.answer, by, at } } : gap,
        ),
      };
    case 'debrief-written': {
      const { type: _type, agreementId, ...debrief } = event;
      return {
        ...charter,
        agreements: charter.agreements.map((one) => (one.id === agreementId ? { ...one, debrief } : one)),
      };
    }
    case 'review-date-set':
      return { ...charter, brief: charter.brief && { ...charter.brief, reviewOn: event.reviewOn } };
    case 'review-decided': {
      const { type: _type, ...review } = event;
      const { brief, dri } = charter;
      // Released: nobody answers for it any more, until somebody is asked anew.
      if (event.choice === 'release') return { ...charter, review, dri: dri?.accountId === by ? null : dri };
      return {
        ...charter,
        review,
        brief: brief && event.reviewOn !== undefined ? { ...brief, reviewOn: event.reviewOn } : brief,
      };
    }
  }
}
