import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import { evaluateGate, type GateQuestion } from '../../src/domain/gate/evaluate';
import type { GateResult } from '../../src/domain/gate/finding';
import { RULES, type RuleId, type Severity } from '../../src/domain/gate/rules';
import type { Policy, RuleSeverities } from '../../src/domain/policy/policy';
import { enforcing } from './policies';
import { deepFreeze, NOW } from './charter-spec';
import { epic } from './items';

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
    item = epic(),
    policy = strict,
    checkpoint = 'start',
    now = NOW,
  }: Partial<Omit<GateQuestion, 'charter'>> = {},
): GateResult => evaluateGate(deepFreeze({ charter: replay(history), item, policy, checkpoint, now }));

export const rulesOf = ({ findings }: GateResult): readonly RuleId[] => findings.map(({ rule }) => rule);
