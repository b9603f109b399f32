import type { Passage } from '../charter/charter';
import { RULES, type RuleId } from './rules';

/** The rules a passage names, as far as this version knows them. */
export const rulesOf = ({ rules }: Pick<Passage, 'rules'>): readonly RuleId[] =>
  RULES.filter((rule) => rules.includes(rule));
