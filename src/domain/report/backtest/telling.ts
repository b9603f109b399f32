import { CHECKPOINTS, RULES, type RuleId } from '../../policy/rules';
import type { Policy, RuleSeverities } from '../../policy/policy';

const OWNER: readonly RuleId[] = ['owner.missing', 'owner.shared', 'owner.not-a-person', 'owner.inactive'];

/**
 * Rules that Jira's own history can answer for a time before Holdfast. Nobody recorded acceptances, grants, briefs,
 * promises or check-ins then, so what they ask for cannot be told: neither met nor unmet.
 */
export const toldByJira = ({ ownerSource }: Pick<Policy, 'ownerSource'>): readonly RuleId[] => [
  ...(ownerSource.kind === 'charter' ? [] : OWNER),
  'dependency.unmapped',
];

const OFF = { start: 'off', finish: 'off' } as const;

/** The policy with these rules alone. */
export const onlyRules = (policy: Policy, told: readonly RuleId[]): Policy => ({
  ...policy,
  rules: Object.fromEntries(
    RULES.map((rule) => [rule, told.includes(rule) ? policy.rules[rule] : OFF]),
  ) as RuleSeverities,
});

/** Rules the policy asks for that Jira's history cannot tell. */
export function untoldRules(policy: Pick<Policy, 'ownerSource' | 'rules'>): readonly RuleId[] {
  const told = toldByJira(policy);
  return RULES.filter(
    (rule) =>
      !told.includes(rule) && CHECKPOINTS.some((checkpoint) => policy.rules[rule][checkpoint] !== 'off'),
  );
}
