import { isOverdue } from '../agreement/agreement';
import { acceptedDri, type Charter } from '../charter';
import type { Facts, Rejection } from '../commands';
import type { CharterEvent } from '../events';
import { todayOfDri } from '../ownership/dri-zone';
import { refusePerson } from '../ownership/person-rules';
import { refuse, type Result } from '../../result';
import { refuseNeed } from './check-ins';
import type { FollowThroughCommand } from './commands';
import { KEPT } from './follow-through';

type Decision = Result<readonly CharterEvent[], Rejection>;
type CommandOf<T extends FollowThroughCommand['type']> = Extract<FollowThroughCommand, { type: T }>;

/** Runs the checks in order; the first refusal wins, else the event happens. */
function unless(refusals: readonly (Rejection | null | undefined)[], event: CharterEvent): Decision {
  const refused = refusals.find((one) => one !== null && one !== undefined);
  return refused ? refuse(refused) : { ok: true, value: [event] };
}

const notDri = (charter: Charter, { actor }: Facts): Rejection | null =>
  acceptedDri(charter) === actor.accountId ? null : { code: 'forbidden', needs: 'dri' };

const stamp = ({ now, actor }: Facts) => ({ at: now, by: actor.accountId });

function checkIn(charter: Charter, command: CommandOf<'submit-check-in'>, facts: Facts): Decision {
  const { onTrack, biggestRisk, needs, decision, reviewed = [] } = command;
  const known = new Set(charter.agreements.map(({ id }) => id));
  const unknown = reviewed.find((agreementId) => !known.has(agreementId));
  return unless(
    [
      notDri(charter, facts),
      ...needs.map(({ accountId }, index) => refusePerson(facts, accountId, `needs.${index}.accountId`)),
      unknown === undefined ? null : { code: 'agreement-unknown', field: 'reviewed', agreementId: unknown },
    ],
    {
      type: 'check-in-submitted',
      ...stamp(facts),
      onTrack,
      biggestRisk,
      needs: needs.map(({ accountId, what }, place) => ({
        id: `N${charter.checkInCount + 1}.${place + 1}`,
        accountId,
        what,
      })),
      ...(decision !== undefined && { decision }),
      reviewed: [...new Set(reviewed)],
    },
  );
}

function raise(charter: Charter, command: CommandOf<'raise-escalation'>, facts: Facts): Decision {
  const { question, toAccountId, aboutAgreementId, needId } = command;
  const about = charter.agreements.some(({ id }) => id === aboutAgreementId);
  return unless(
    [
      notDri(charter, facts),
      toAccountId === facts.actor.accountId
        ? { code: 'escalation-to-oneself', field: 'toAccountId' }
        : refusePerson(facts, toAccountId, 'toAccountId'),
      aboutAgreementId === undefined || about
        ? null
        : { code: 'agreement-unknown', field: 'aboutAgreementId', agreementId: aboutAgreementId },
      refuseNeed(charter, needId),
      charter.escalations.length >= KEPT.escalations
        ? { code: 'too-many-escalations', limit: KEPT.escalations }
        : null,
    ],
    {
      type: 'escalation-raised',
      ...stamp(facts),
      escalationId: `E${charter.escalations.length + 1}`,
      question,
      toAccountId,
      ...(aboutAgreementId !== undefined && { aboutAgreementId }),
      ...(needId !== undefined && { needId }),
    },
  );
}

/** Only the person who was asked decides; whoever asked still needs their word. */
function answer(charter: Charter, command: CommandOf<'answer-escalation'>, facts: Facts): Decision {
  const { escalationId, decision } = command;
  const escalation = charter.escalations.find(({ id }) => id === escalationId);
  if (!escalation) return refuse({ code: 'escalation-not-found', escalationId });
  return unless(
    [
      escalation.toAccountId === facts.actor.accountId ? null : { code: 'forbidden', needs: 'addressee' },
      escalation.answer ? { code: 'escalation-answered', escalationId } : null,
    ],
    { type: 'escalation-answered', ...stamp(facts), escalationId, decision },
  );
}

/** Open to anyone who may see the item: whoever was let through to it. */
const raiseGap = (charter: Charter, { what }: CommandOf<'raise-gap'>, facts: Facts): Decision =>
  unless([charter.gaps.length >= KEPT.gaps ? { code: 'too-many-gaps', limit: KEPT.gaps } : null], {
    type: 'gap-raised',
    ...stamp(facts),
    gapId: `G${charter.gaps.length + 1}`,
    what,
  });

function answerGap(charter: Charter, command: CommandOf<'answer-gap'>, facts: Facts): Decision {
  const { gapId, answer: text } = command;
  const gap = charter.gaps.find(({ id }) => id === gapId);
  return unless(
    [
      notDri(charter, facts),
      gap ? null : { code: 'gap-not-found', gapId },
      gap?.answer ? { code: 'gap-answered', gapId } : null,
    ],
    { type: 'gap-answered', ...stamp(facts), gapId, answer: text },
  );
}

function review(charter: Charter, command: CommandOf<'decide-review'>, facts: Facts): Decision {
  const { choice, reviewOn, reason } = command;
  const today = todayOfDri(charter, facts.policy, facts.now);
  const released = choice === 'release';
  return unless(
    [
      notDri(charter, facts),
      charter.brief ? null : { code: 'no-brief' },
      released || reviewOn !== undefined ? null : { code: 'review-date-missing', field: 'reviewOn' },
      reviewOn !== undefined && reviewOn < today
        ? { code: 'date-in-past', field: 'reviewOn', date: reviewOn, today }
        : null,
      choice !== 'recommit' && reason === undefined ? { code: 'reason-missing', field: 'reason' } : null,
    ],
    {
      type: 'review-decided',
      ...stamp(facts),
      choice,
      ...(!released && reviewOn !== undefined && { reviewOn }),
      ...(reason !== undefined && { reason }),
    },
  );
}

/**
 * Names the day a commitment is looked at again, before the day it has is over. Once that has passed the DRI is asked
 * whether the commitment still holds: nobody answers that in passing for them, and a new day of their own says yes.
 */
function setReviewDate(charter: Charter, { reviewOn }: CommandOf<'set-review-date'>, facts: Facts): Decision {
  const { brief, dri } = charter;
  const { accountId, canEdit } = facts.actor;
  const today = todayOfDri(charter, facts.policy, facts.now);
  if (brief && brief.reviewOn < today && acceptedDri(charter) === accountId) {
    return review(charter, { type: 'decide-review', choice: 'recommit', reviewOn }, facts);
  }
  return unless(
    [
      canEdit || dri?.accountId === accountId ? null : { code: 'forbidden', needs: 'edit' },
      brief ? null : { code: 'no-brief' },
      reviewOn < today ? { code: 'date-in-past', field: 'reviewOn', date: reviewOn, today } : null,
      brief && brief.reviewOn < today && acceptedDri(charter) !== null
        ? { code: 'review-due', field: 'reviewOn', reviewOn: brief.reviewOn }
        : null,
      brief?.reviewOn === reviewOn ? { code: 'same-date', field: 'reviewOn' } : null,
    ],
    { type: 'review-date-set', ...stamp(facts), reviewOn },
  );
}

/** Looks back at a broken promise: the condition, not the person. Either side may, and again as both learn more. */
function debrief(charter: Charter, command: CommandOf<'write-debrief'>, facts: Facts): Decision {
  const { agreementId } = command;
  const agreement = charter.agreements.find(({ id }) => id === agreementId);
  if (!agreement) return refuse({ code: 'agreement-not-found', agreementId });
  const me = facts.actor.accountId;
  const isSide = agreement.providerAccountId === me || acceptedDri(charter) === me;
  const broken = agreement.breach !== undefined || isOverdue(agreement, facts.now);
  return unless(
    [
      isSide ? null : { code: 'forbidden', needs: 'either-side' },
      broken ? null : { code: 'not-broken', agreementId },
    ],
    { ...command, type: 'debrief-written', ...stamp(facts) },
  );
}

/** Check-ins, escalations, gaps and reviews: who may take which step, and what it means. */
export function decideFollowThrough(charter: Charter, command: FollowThroughCommand, facts: Facts): Decision {
  switch (command.type) {
    case 'submit-check-in':
      return checkIn(charter, command, facts);
    case 'raise-escalation':
      return raise(charter, command, facts);
    case 'answer-escalation':
      return answer(charter, command, facts);
    case 'raise-gap':
      return raiseGap(charter, command, facts);
    case 'answer-gap':
      return answerGap(charter, command, facts);
    case 'decide-review':
      return review(charter, command, facts);
    case 'set-review-date':
      return setReviewDate(charter, command, facts);
    case 'write-debrief':
      return debrief(charter, command, facts);
  }
}
