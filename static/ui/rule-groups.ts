import { GROUPS, type RuleGroup } from '../../src/domain/gate/rules/rule';
import { LISTED, type RuleId } from '../../src/domain/policy/rules';

/** The rules of one of the questions that a reader asks. */
export interface RulesOfGroup {
  readonly name: RuleGroup;
  readonly rules: readonly RuleId[];
}

const LAST = Number.MAX_SAFE_INTEGER;

/** The matrix in the questions a reader asks. */
export const RULE_GROUPS: readonly RulesOfGroup[] = GROUPS.map((name) => ({
  name,
  rules: LISTED.filter(({ group }) => group === name)
    .sort((a, b) => (a.row ?? LAST) - (b.row ?? LAST))
    .map(({ id }) => id),
}));
