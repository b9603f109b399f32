import { RULES } from '../../src/domain/policy/rules';
import { siteDefault, type Policy, type RuleSeverities } from '../../src/domain/policy/policy';

const OFF = { start: 'off', finish: 'off' } as const;
const BLOCK = { start: 'block', finish: 'block' } as const;
const WARN_THEN_BLOCK = { start: 'warn', finish: 'block' } as const;

const rules: Partial<RuleSeverities> = {
  'owner.missing': BLOCK,
  'owner.shared': BLOCK,
  'owner.not-a-person': BLOCK,
  'owner.inactive': BLOCK,
  'owner.not-accepted': BLOCK,
  'dependency.unmapped': BLOCK,
  'agreement.declined': BLOCK,
  'agreement.countered': BLOCK,
  'agreement.provider-inactive': BLOCK,
  'agreement.unacknowledged': BLOCK,
  'agreement.self-dealt': BLOCK,
  'agreement.overdue': WARN_THEN_BLOCK,
  'dependencies.undeclared': BLOCK,
  'checkin.contradicted': WARN_THEN_BLOCK,
  'escalation.unanswered': { start: 'warn', finish: 'warn' },
};

/**
 * A project that decided to enforce: one owner and every agreement block; authority, briefs and check-ins are not asked
 * for, and one promise is enough. What a test means that speaks of a refusal, whatever Holdfast ships with.
 */
export const enforcing: Policy = {
  ...siteDefault,
  mode: 'enforce',
  minimumDependencies: 1,
  rules: { ...(Object.fromEntries(RULES.map((id) => [id, OFF])) as RuleSeverities), ...rules },
};
