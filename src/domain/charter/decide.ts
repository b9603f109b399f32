import { decideAgreement } from './agreement/decide-agreement';
import { decideNoDependencies, decideNoFurtherDependencies, decideRequest } from './agreement/decide-request';
import { emptyCharter, type Charter, type Passage } from './charter';
import type { CharterCommand, Facts, Rejection } from './commands';
import { decideFollowThrough } from './follow-through/decide';
import { decideOwnership } from './ownership/decide-ownership';
import { decideWaiver } from './waiver/decide-waiver';
import type { CharterEvent } from './events';
import { evolve } from './evolve';
import { recordAccess, recordDeletion, recordRestoration } from './lifecycle/whereabouts';
import { ok, refuse, type Result } from '../result';

/**
 * What a command means for a charter: the events it causes, or why it is refused.
 * Pure: the same charter, command and facts always decide the same.
 *
 * @example
 * decide(emptyCharter, { type: 'accept-dri' }, facts) // { ok: false, error: { code: 'no-nomination' } }
 */
export function decide(
  charter: Charter,
  command: CharterCommand,
  facts: Facts,
): Result<readonly CharterEvent[], Rejection> {
  switch (command.type) {
    case 'nominate-dri':
    case 'accept-dri':
    case 'decline-dri':
    case 'grant-authority':
    case 'write-brief':
      return decideOwnership(charter, command, facts);
    case 'declare-no-dependencies':
      return decideNoDependencies(charter, facts);
    case 'declare-no-further-dependencies':
      return decideNoFurtherDependencies(charter, facts);
    case 'request-agreement':
      return decideRequest(charter, command, facts);
    case 'acknowledge-agreement':
    case 'counter-agreement':
    case 'accept-counter':
    case 'restate-agreement':
    case 'decline-agreement':
    case 'reassign-agreement':
    case 'deliver-agreement':
    case 'confirm-agreement':
    case 'accept-delivery':
    case 'return-delivery':
    case 'renegotiate-agreement':
    case 'answer-renegotiation':
    case 'withdraw-agreement':
    case 'link-agreement':
      return decideAgreement(charter, command, facts);
    case 'grant-waiver':
    case 'end-waiver':
      return decideWaiver(charter, command, facts);
    case 'submit-check-in':
    case 'raise-escalation':
    case 'answer-escalation':
    case 'raise-gap':
    case 'answer-gap':
    case 'decide-review':
    case 'set-review-date':
    case 'write-debrief':
      return decideFollowThrough(charter, command, facts);
    case 'record-passage':
      return recordPassage(charter, command.passage, facts);
    case 'record-deletion':
      return recordDeletion(charter, facts);
    case 'record-access':
      return recordAccess(charter, command, facts);
    case 'record-restoration':
      return recordRestoration(charter, facts);
  }
}

/**
 * The same move reported twice, by a queue that delivers at least once, is one passage. What it was warned of stands
 * beside the waiver it rested on.
 */
function recordPassage(
  charter: Charter,
  passage: Passage,
  facts: Facts,
): Result<readonly CharterEvent[], Rejection> {
  const known = charter.passages.some(
    (p) =>
      p.at === passage.at &&
      p.checkpoint === passage.checkpoint &&
      p.child === passage.child &&
      (p.reason === 'warned') === (passage.reason === 'warned'),
  );
  return known
    ? refuse({ code: 'already-recorded' })
    : ok([{ type: 'passage-recorded', at: facts.now, by: facts.actor.accountId, passage }]);
}

/** The charter a command would lead to, for showing consequences before the click. */
export function preview(
  charter: Charter | null,
  command: CharterCommand,
  facts: Facts,
): Result<Charter, Rejection> {
  const before = charter ?? emptyCharter;
  const decided = decide(before, command, facts);
  return decided.ok ? ok(decided.value.reduce(evolve, before)) : decided;
}
