import type { CharterEvent } from '../../domain/charter/events';
import type { NameOf } from './names';

/** What somebody did, after their name. */
const did: Readonly<Record<CharterEvent['type'], string>> = {
  'dri-nominated': 'nominated somebody',
  'dri-accepted': 'accepted ownership',
  'dri-declined': 'declined ownership',
  'authority-granted': 'changed the authority',
  'no-dependencies-declared': 'declared that there are no dependencies',
  'no-further-dependencies-declared': 'declared that nothing else is needed',
  'agreement-requested': 'asked for an agreement',
  'agreement-acknowledged': 'acknowledged it',
  'agreement-declined': 'declined it',
  'agreement-withdrawn': 'withdrew it',
  'agreement-countered': 'offered other terms',
  'reply-announced': 'said by when they answer',
  'counter-accepted': 'accepted the counter-offer',
  'agreement-restated': 'asked again with other terms',
  'agreement-reassigned': 'asked somebody else',
  'provider-replaced': 'asked somebody else',
  'agreement-taken-back': 'took the request back',
  'agreement-settled': 'said what became of it',
  'agreement-taken-on': 'took it on',
  'agreement-carried': 'brought a promise here from finished work',
  'agreement-step-undone': 'undid their last step',
  'owner-step-undone': 'undid their last step',
  'yes-recorded': 'recorded a yes',
  'more-asked': 'asked back',
  'agreement-delivered': 'delivered it',
  'agreement-confirmed': 'said whether it is still true',
  'delivery-accepted': 'accepted the delivery',
  'delivery-returned': 'returned the delivery',
  'renegotiation-proposed': 'asked for another date',
  'renegotiation-answered': 'answered the new date',
  'agreement-linked': 'linked it to a work item',
  'brief-written': 'changed the brief',
  'check-in-submitted': 'checked in',
  'escalation-raised': 'asked for a decision',
  'escalation-answered': 'decided a question',
  'escalation-redirected': 'put the question to somebody else',
  'escalation-taken-back': 'took the question back',
  'gap-raised': 'raised a gap',
  'gap-answered': 'answered a gap',
  'review-decided': 'decided about this commitment',
  'review-date-set': 'named another day for its review',
  'debrief-written': 'looked back at it',
  'passage-recorded': 'moved the work item',
  'waiver-granted': 'waived a rule',
  'waiver-ended': 'ended the waiver',
  'item-moved': 'moved the work item to another project',
  'step-set-aside': 'set aside a step of another record of this work item',
  'item-deleted': 'deleted the work item',
  'dri-access-changed': 'noticed a change of access',
  'item-restored': 'restored the work item',
  'item-done-changed': 'noticed that the work item was finished or opened again',
};

/** The same for a type that a newer version may have written. */
export const wordDid = (type: string): string => {
  const known: Readonly<Record<string, string>> = did;
  return known[type] ?? 'changed something';
};

/** That somebody was there first, and that nothing was overwritten. */
export const wordConflict = (entry: CharterEvent, name: NameOf): string =>
  `${name(entry.by)} ${did[entry.type]} since you opened this. Nothing of yours was saved over it; look at what holds now, then decide again.`;
