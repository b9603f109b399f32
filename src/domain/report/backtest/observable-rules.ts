import { CHECKPOINTS, LISTED, RULES, type RuleId } from '../../policy/rules';
import { weighedBy, type Policy } from '../../policy/policy';

/**
 * Rules that Jira's own history can answer for a time before Holdfast. Nobody recorded acceptances, grants, briefs,
 * promises or check-ins then, so what they ask for cannot be told: neither met nor unmet.
 */
export const observableRules = ({ ownerSource }: Pick<Policy, 'ownerSource'>): readonly RuleId[] =>
  LISTED.filter(
    ({ inJira }) => inJira === 'links' || (inJira === 'owner-source' && ownerSource.kind !== 'charter'),
  ).map(({ id }) => id);

const OFF = { start: 'off', finish: 'off' } as const;

/** The policy with these rules alone. */
export const onlyRules = (policy: Policy, told: readonly RuleId[]): Policy => ({
  ...policy,
  rules: weighedBy(({ id }) => (told.includes(id) ? policy.rules[id] : OFF)),
});

/** Rules the policy asks for that Jira's history cannot tell. */
export function unobservableRules(policy: Pick<Policy, 'ownerSource' | 'rules'>): readonly RuleId[] {
  const told = observableRules(policy);
  return RULES.filter(
    (rule) =>
      !told.includes(rule) && CHECKPOINTS.some((checkpoint) => policy.rules[rule][checkpoint] !== 'off'),
  );
}
