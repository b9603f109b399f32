import type { CharterAnswer } from '../../../src/contract/answers';
import type { CharterCommand, Rejection } from '../../../src/domain/charter/commands';
import { preview } from '../../../src/domain/charter/decide';
import { evaluate } from '../../../src/domain/gate/evaluate';
import type { Finding } from '../../../src/domain/gate/finding';
import { peopleRead } from '../../../src/domain/gate/people';
import type { Checkpoint } from '../../../src/domain/policy/rules';
import { subjectOrNull } from '../../../src/domain/gate/build-subject';
import type { PersonFact } from '../../../src/domain/values';
import { factsOf } from '../../agreement-forms/model/command-context';

/** What pressing a button would do to the next move. */
export type Effect =
  | { readonly kind: 'unblocks' }
  | { readonly kind: 'blocks' }
  /** The way is then barred by nothing but this person's answer. */
  | { readonly kind: 'waits-for'; readonly accountId: string; readonly answer: 'accept' | 'acknowledge' }
  /** So many findings then still block. */
  | { readonly kind: 'leaves'; readonly blocking: number }
  | { readonly kind: 'none' };

export type Consequence =
  { readonly ok: true; readonly effect: Effect } | { readonly ok: false; readonly rejection: Rejection };

const blocking = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => severity === 'block');

/** The one person whose answer is all that remains, if that is so. */
function lastWait(findings: readonly Finding[]): Effect | null {
  const [only, another] = findings;
  if (!only || another) return null;
  if (only.rule === 'agreement.unacknowledged') {
    return { kind: 'waits-for', accountId: only.provider, answer: 'acknowledge' };
  }
  return only.rule === 'owner.not-accepted' && only.nominated
    ? { kind: 'waits-for', accountId: only.accountId, answer: 'accept' }
    : null;
}

/**
 * The effect of a command on a checkpoint, by the code the backend itself decides with. None where no verdict is known,
 * where it is the verdict of the item above, or where the command leads to somebody nobody read.
 * `person`: someone the command names whom the answer did not describe.
 */
export function consequenceOf(
  answer: CharterAnswer,
  command: CharterCommand,
  checkpoint: Checkpoint,
  person?: PersonFact | null,
): Consequence {
  const facts = factsOf(answer);
  const people = person ? { ...facts.people, [person.accountId]: person } : facts.people;
  const after = preview(answer.charter, command, { ...facts, people });
  if (!after.ok) return { ok: false, rejection: after.error };
  const none = { ok: true, effect: { kind: 'none' } } as const;
  const gate = answer.gates?.[checkpoint];
  // Outside `enforce` nothing is held back, so nothing can be set free.
  if (gate?.mode !== 'enforce' || gate.ofAncestor !== undefined) return none;
  const { item, policy, now } = answer;
  const subject = subjectOrNull({ item, policy, charter: after.value, people: peopleRead(people) });
  if (!subject) return none;
  const was = blocking(gate.findings.flatMap(({ finding }) => finding ?? []));
  const becomes = blocking(evaluate(subject, checkpoint, now).findings);
  return { ok: true, effect: effectOf(was, becomes) };
}

function effectOf(was: readonly Finding[], becomes: readonly Finding[]): Effect {
  if (becomes.length === 0) return { kind: was.length > 0 ? 'unblocks' : 'none' };
  if (was.length === 0) return lastWait(becomes) ?? { kind: 'blocks' };
  const wait = lastWait(becomes);
  if (wait) return wait;
  return becomes.length < was.length ? { kind: 'leaves', blocking: becomes.length } : { kind: 'none' };
}
