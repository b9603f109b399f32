import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import { evaluate } from '../../src/domain/gate/evaluate';
import type { GateResult } from '../../src/domain/gate/finding';
import { RULES, type RuleId, type Severity } from '../../src/domain/policy/rules';
import type { Policy, RuleSeverities } from '../../src/domain/policy/policy';
import { enforcing } from './policies';
import { deepFreeze, NOW } from './charter-spec';
import { subjectWith, type GateQuestion, type SubjectSpec } from './subject';

/** A policy in which every rule weighs the same at both checkpoints, but for the rules named. */
export const policyWith = (
  severity: Severity,
  rules: Partial<RuleSeverities> = {},
  more: Partial<Policy> = {},
): Policy => ({
  ...enforcing,
  ...more,
  rules: {
    ...(Object.fromEntries(RULES.map((id) => [id, { start: severity, finish: severity }])) as RuleSeverities),
    ...rules,
  },
});

export const strict = policyWith('block');

/** Every rule blocks at `start`, unless the test says otherwise. */
export const gateOf = (
  history: readonly CharterEvent[],
  {
    checkpoint = 'start',
    now = NOW,
    policy = strict,
    ...about
  }: Omit<SubjectSpec, 'charter'> & Partial<Pick<GateQuestion, 'checkpoint' | 'now'>> = {},
): GateResult =>
  evaluate(subjectWith(deepFreeze({ charter: replay(history), policy, ...about })), checkpoint, now);

export const rulesOf = ({ findings }: GateResult): readonly RuleId[] => findings.map(({ rule }) => rule);
