import type { Rejection } from '../../domain/charter/commands';
import { wordConflict, wordDid } from './conflicts';
import { plainDate, type Reader } from './names';

const needs = {
  edit: 'Only people who may edit this work item can do this. Ask its DRI or a project administrator.',
  dri: 'Only the DRI who accepted this work item can do this.',
  provider: 'Only the person who was asked for this agreement can answer it.',
  nominee: 'Only the nominated person can answer a nomination.',
  'either-side': 'Only the person who promised it and the DRI can do this.',
  'waiver-right':
    'The policy does not let you waive rules here. Ask a project administrator, or someone the policy names.',
  addressee: 'Only the person who was asked can decide this.',
  asker: 'Only whoever asked, or answers for the work, can do this.',
  sponsor:
    'Nobody owns this yet: who stands behind it, or a project administrator, answers. Nominate an owner.',
  'other-side': 'You proposed this. Now the other side answers.',
} as const;

const intakeNames = {
  impact: 'what stands still without it',
  inputs: 'what the provider gets to start with',
  providerIssueKey: 'the provider’s own issue',
} as const;

const statuses: Readonly<Record<string, string>> = {
  requested: 'still waits for its answer',
  countered: 'has a counter-offer that waits for the DRI',
  acknowledged: 'is already acknowledged',
  delivered: 'is delivered and waits for the DRI',
  accepted: 'is delivered and accepted',
  declined: 'was declined',
  withdrawn: 'was withdrawn',
};

/** Why a command was refused, and the way out, in a sentence or two. */
export function wordRejection(rejection: Rejection, { name, today }: Reader): string {
  switch (rejection.code) {
    case 'forbidden':
      return needs[rejection.needs];
    case 'person-not-found':
      return 'Jira knows no person with this account. Search by name and pick someone from the list.';
    case 'person-inactive':
      return `The account of ${name(rejection.accountId)} is deactivated. Pick someone who is still here.`;
    case 'person-not-human':
      return `${name(rejection.accountId)} is not a person. Only a person can own or promise; pick one.`;
    case 'already-nominated':
      return `${name(rejection.accountId)} is already nominated. They can accept or decline.`;
    case 'already-accepted':
      return `${name(rejection.accountId)} already accepted this work item. Ask them to hand it over.`;
    case 'no-nomination':
      return 'Nobody is nominated here. Nominate one person first.';
    case 'no-dri':
      return 'Authority is given to a person. Nominate one first.';
    case 'grantor-is-dri':
      return 'Nobody grants authority to themselves. Ask your sponsor or a project administrator.';
    case 'date-in-past':
      return `${plainDate(rejection.date, rejection.today)} has passed where it counts: today is ${plainDate(rejection.today, rejection.today)}. Choose today or later.`;
    case 'date-too-far':
      return `${plainDate(rejection.date, today)} is too far ahead. Choose a day until ${plainDate(rejection.latest, today)}; it can be moved later.`;
    case 'own-issue':
      return 'A work item cannot depend on itself. Name the other team’s issue, or leave it empty.';
    case 'already-asked':
      return `This was already asked, as ${rejection.agreementId}. Withdraw that request before asking again.`;
    case 'too-many-agreements':
      return `This work item already has ${rejection.limit} agreements, the most it can hold. Split the work item.`;
    case 'agreements-open':
      return 'There are open agreements, so there are dependencies. Withdraw them before declaring none.';
    case 'already-declared':
      return 'This is declared already. It holds until somebody asks for an agreement.';
    case 'no-agreements':
      return 'Nothing is asked of anybody here yet. Ask for what is needed, or declare that there are no dependencies.';
    case 'agreement-not-found':
      return 'This agreement does not exist here. It may have been removed; reload to see the current ones.';
    case 'wrong-status':
      return `This agreement ${statuses[rejection.status] ?? 'has changed'}. Reload to see where it stands.`;
    case 'not-finished':
      return 'This work item is not done. While it goes on, deliver, accept or withdraw instead.';
    case 'target-missing':
      return 'Name the work item that still needs it: its owner is asked to take it on.';
    case 'target-without-move':
      return 'Only a promise that moves has a work item to move to. Leave it empty, or say that it is still needed.';
    case 'target-finished':
      return 'That work item is done as well. Name one that goes on.';
    case 'target-unowned':
      return 'Nobody owns that work item yet, so nobody could take the promise on. Name one that has an owner.';
    case 'taken-on-already':
      return 'This is taken on already. Reload to see where it stands.';
    case 'nothing-to-undo':
      return `There is nothing of yours to undo here: a step can be undone for ${rejection.minutes} minutes by whoever took it.`;
    case 'acted-meanwhile':
      return `It cannot be undone any more: ${name(rejection.accountId)} ${wordDid(rejection.step)} since. Talk to them, or go on from there.`;
    case 'nothing-restated':
      return 'Nothing changed. Change the date, what is asked, or how it will be known to be done.';
    case 'same-date':
      return 'This is the day that already holds. Choose another one.';
    case 'same-provider':
      return 'This person already has it. Choose someone else.';
    case 'same-issue':
      return 'This work item is linked already. Name another one, or leave it as it is.';
    case 'doubt-without-reason':
      return 'Say why it is no longer true: whoever waits for it can act on that.';
    case 'issue-not-found':
      return `${rejection.issueKey} does not exist, or you may not see it. Name an issue that you see, or none.`;
    case 'provider-asked-for-it':
      return `${name(rejection.accountId)} is on the asking side, and a promise to oneself binds nobody. Choose someone else; if nobody can do it, withdraw the request or decline it.`;
    case 'no-renegotiation':
      return 'No new date is proposed here. It may have been answered already; reload to see.';
    case 'reply-announced':
      return `The answer was announced for ${plainDate(rejection.replyBy, today)} already. Say yes, propose another day, or decline.`;
    case 'reply-after-needed':
      return `It is needed by ${plainDate(rejection.neededBy, today)}. Answer on that day or before, or propose a later day for the work itself.`;
    case 'more-asked-already':
      return 'Your question waits for its answer. You can still say yes, propose another day, or decline.';
    case 'nothing-asked':
      return 'Nothing was asked back here. Change the date, what is asked, or how it will be known to be done.';
    case 'alternative-missing':
      return 'Name who could do it instead, or from when you can. A decline needs one of the two.';
    case 'alternative-is-self':
      return 'Suggest someone other than yourself.';
    case 'alternative-is-asker':
      return `${name(rejection.accountId)} is on the asking side. Name somebody who could do it, or from when you can.`;
    case 'intake-missing':
      return `The policy asks every request for ${intakeNames[rejection.missing]}. Add it and ask again.`;
    case 'waiver-for-oneself':
      return 'Nobody waives a rule for a work item they answer for. Ask another administrator.';
    case 'waiver-ends-in-past':
      return 'A waiver ends in the future. Choose a later end.';
    case 'waiver-too-long':
      return `The policy lets a waiver last ${rejection.longestDays} ${rejection.longestDays === 1 ? 'day' : 'days'} at most. Choose an earlier end; it can be granted again.`;
    case 'waiver-not-found':
      return 'This waiver does not exist here. Reload to see the current ones.';
    case 'waiver-over':
      return 'This waiver has already ended.';
    case 'too-many-waivers':
      return `This work item already had ${rejection.limit} waivers. Change the policy instead.`;
    case 'agreement-unknown':
      return `There is no agreement ${rejection.agreementId} here. Reload to see the current ones.`;
    case 'need-of-oneself':
      return 'A need is asked of somebody else. Pick the person you need it from.';
    case 'need-without-day':
      return 'Say by when it is needed: whoever promises it is asked for a day.';
    case 'walk-through-incomplete':
      return `In the first two weeks a check-in asks about every open promise by name. Say of ${rejection.agreementId} whether it is on track, at risk, or not asked about.`;
    case 'next-while-on-track':
      return 'What comes next is asked of whoever is off track. Leave it out, or say that it is off track.';
    case 'next-without-day':
      return 'Name the day: the one you ask for, or the one you wait for.';
    case 'next-without-reason':
      return 'Say what you ask for, or why you wait: whoever reads it can act on that.';
    case 'need-unknown':
      return 'No check-in stated this need. Reload to see what is still needed.';
    case 'escalation-to-oneself':
      return 'A question is put to somebody else. Pick the person who can decide it.';
    case 'escalation-not-found':
      return 'This question does not exist here. Reload to see the current ones.';
    case 'escalation-answered':
      return 'This question is already decided. Reload to see the decision.';
    case 'question-taken-back':
      return 'This question was taken back. Reload to see the current ones.';
    case 'same-addressee':
      return 'This question is put to that person already. Choose someone else.';
    case 'too-many-escalations':
      return `This work item already raised ${rejection.limit} questions. Split the work item.`;
    case 'gap-not-found':
      return 'This gap does not exist here. Reload to see the current ones.';
    case 'gap-answered':
      return 'This gap is already answered. Reload to see the answer.';
    case 'too-much-open':
      return 'What you asked for and is still open fills your share of this work item’s record. Take back what is no longer needed, or wait for answers.';
    case 'too-many-gaps':
      return `This work item already has ${rejection.limit} raised gaps. Talk to its DRI.`;
    case 'no-brief':
      return 'There is no brief to review yet. Write it first, with the day it is looked at again.';
    case 'review-date-missing':
      return 'Say when this is looked at again. Keeping or moving a commitment needs a day.';
    case 'review-due':
      return `Its review date, ${plainDate(rejection.reviewOn, today)}, has passed, and its DRI is asked whether it still holds. They keep it, move it or let it go first.`;
    case 'reason-missing':
      return 'Say why. Moving or releasing a commitment needs a reason; “not now” is a good one.';
    case 'not-broken':
      return 'This promise is not broken, so there is nothing to look back at.';
    case 'already-recorded':
      return 'This move is already recorded.';
    case 'changed-meanwhile':
      return wordConflict(rejection.entry, name);
    case 'self-acknowledgement':
      return 'Nobody acknowledges their own request. Ask someone else, or let someone else own the work item.';
  }
}

/** The form field a rejection belongs to, where it belongs to one. */
export function fieldOf(rejection: Rejection): string | undefined {
  if ('field' in rejection) return rejection.field;
  return rejection.code === 'alternative-missing' ? 'alternativeAccountId' : undefined;
}
