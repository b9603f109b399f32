import type { RuleIn } from '../../../domain/gate/rules';
import { list } from '../names';
import { count, type ToldOf } from './say';

/** What goes into the sentences of `texts/en/rules.json`. */
export const told: ToldOf<RuleIn<'owner'>> = {
  'owner.missing': ({ declinedBy, handedBack, suggested }, { name }) => ({
    how: declinedBy === undefined ? 'none' : handedBack ? 'handedBack' : 'declined',
    declinedBy: declinedBy === undefined ? '' : name(declinedBy),
    step: declinedBy === undefined ? 'first' : suggested === undefined ? 'another' : 'suggested',
    suggested: suggested === undefined ? '' : name(suggested),
  }),
  'owner.shared': ({ people, others, dri, fieldName }, { name }) => ({
    count: count(people.length + others.length),
    who: others.length === 0 ? 'people' : 'names',
    all: list([...people.map(name), ...others]),
    picked: dri === undefined ? 'nobody' : 'somebody',
    field: fieldName,
    person: dri === undefined ? '' : name(dri),
  }),
  'owner.not-a-person': ({ name: named }) => ({ named }),
  'owner.inactive': ({ accountId, lostAccess }, { name }) => ({
    lost: lostAccess ? 'access' : 'account',
    person: name(accountId),
  }),
  'owner.not-accepted': ({ accountId, nominated, unreached }, { name }) => ({
    stands: !nominated ? 'named' : unreached ? 'unreached' : 'nominated',
    person: name(accountId),
  }),
};
