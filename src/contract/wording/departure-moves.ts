import { passedOn } from '../../domain/charter/lifecycle/passed-on';
import { quoted, say, type MoveFacts, type Of } from './move-facts';

/** What rested on somebody who left, and is the reader's to put to somebody else. */
export function wordDeparture(
  { charter, prompt, name }: MoveFacts,
  { accountId }: Of<'departure-changed'>,
): readonly string[] {
  const person = name(accountId);
  return passedOn(charter, accountId).flatMap(({ to, what }) => {
    if (to !== prompt.who) return [];
    switch (what.kind) {
      case 'owner':
      case 'nominee':
        return [say(`left.${what.kind}`, { person })];
      case 'promise':
        return [say('left.promise', { person, what: quoted(what.agreement.deliverable) })];
      case 'question':
        return [say('left.question', { person, question: quoted(what.escalation.question) })];
    }
  });
}
