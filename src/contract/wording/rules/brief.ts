import type { RuleIn } from '../../../domain/gate/rules';
import type { ToldOf } from './say';

/** What goes into the sentences of `texts/en/rules.json`. */
export const told: ToldOf<RuleIn<'brief'>> = {
  'brief.incomplete': () => ({}),
};
