import type { RuleIn } from '../../../domain/gate/rules';
import { plainDate } from '../names';
import type { ToldOf } from './say';

/** What goes into the sentences of `texts/en/rules.json`. */
export const told: ToldOf<RuleIn<'authority'>> = {
  'authority.missing': ({ accountId }, { name }) => ({
    owned: accountId === undefined ? 'no' : 'yes',
    person: accountId === undefined ? '' : name(accountId),
  }),
  'authority.expired': ({ accountId, expiresOn }, { name, today }) => ({
    person: name(accountId),
    date: plainDate(expiresOn, today),
  }),
};
