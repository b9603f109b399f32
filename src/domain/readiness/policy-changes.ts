import type { Reinforcement } from '../report/drift/reinforcements';
import { CHECKPOINTS, MODES, RULES } from '../policy/rules';
import { INTAKE_FIELDS, type Policy } from '../policy/policy';
import type { Behaviour } from './programme';

/** What one save changed, in the terms of a reinforcement; what is not one, such as who may waive, is left out. */
export function reinforcementsBetween(from: Policy, to: Policy): readonly Reinforcement[] {
  const rules = RULES.flatMap((rule) =>
    CHECKPOINTS.flatMap((checkpoint): readonly Reinforcement[] => {
      const [before, after] = [from.rules[rule][checkpoint], to.rules[rule][checkpoint]];
      return before === after ? [] : [{ kind: 'rule', rule, checkpoint, from: before, to: after }];
    }),
  );
  return [
    ...(from.mode === to.mode ? [] : [{ kind: 'mode', from: from.mode, to: to.mode } as const]),
    ...rules,
    ...(from.acknowledgementHours === to.acknowledgementHours
      ? []
      : [
          {
            kind: 'acknowledgement-hours',
            from: from.acknowledgementHours,
            to: to.acknowledgementHours,
          } as const,
        ]),
    ...INTAKE_FIELDS.filter((field) => to.intake.includes(field) && !from.intake.includes(field)).map(
      (field) => ({ kind: 'intake-added', field }) as const,
    ),
  ];
}

/** How a policy could hold some behaviours more firmly, one step at a time: their rules, and the mode they run in. */
export function firmer(behaviours: readonly Behaviour[], policy: Policy): readonly Reinforcement[] {
  const rules = behaviours.flatMap(({ rule, checkpoint }): readonly Reinforcement[] => {
    const from = policy.rules[rule][checkpoint];
    const to = from === 'off' ? 'warn' : 'block';
    return from === 'block' ? [] : [{ kind: 'rule', rule, checkpoint, from, to }];
  });
  const next = MODES[MODES.indexOf(policy.mode) + 1];
  return [...rules, ...(next ? [{ kind: 'mode', from: policy.mode, to: next } as const] : [])];
}

/** The change that takes another one back; null where the policy page cannot propose it. */
export function takenBack(change: Reinforcement): Reinforcement | null {
  switch (change.kind) {
    case 'intake-added':
      return null;
    case 'acknowledgement-hours':
      return { ...change, from: change.to, to: change.from };
    case 'mode':
      return { ...change, from: change.to, to: change.from };
    case 'rule':
      return { ...change, from: change.to, to: change.from };
  }
}
