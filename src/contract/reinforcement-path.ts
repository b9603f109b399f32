import type { Reinforcement } from '../domain/report/drift/reinforcements';
import { CHECKPOINTS, MODES, RULES, SEVERITIES } from '../domain/policy/rules';
import { INTAKE_FIELDS, type Policy } from '../domain/policy/policy';

/** A proposed change as part of the policy page's address: `try/hours/72`. */
export function pathOfReinforcement(change: Reinforcement): string {
  switch (change.kind) {
    case 'intake-added':
      return `try/intake/${change.field}`;
    case 'acknowledgement-hours':
      return `try/hours/${change.to}`;
    case 'rule':
      return `try/rule/${change.rule}/${change.checkpoint}/${change.to}`;
    case 'mode':
      return `try/mode/${change.to}`;
  }
}

const oneOf = <T extends string>(all: readonly T[], text: string | undefined): T | undefined =>
  all.find((one) => one === text);

/** The change an address proposes to a policy; null where it proposes none, or what already holds. */
export function reinforcementAt(path: string, policy: Policy): Reinforcement | null {
  const [start, kind, first, second, third] = path.split('/').filter((part) => part !== '');
  if (start !== 'try') return null;
  if (kind === 'intake') {
    const field = oneOf(INTAKE_FIELDS, first);
    return field && !policy.intake.includes(field) ? { kind: 'intake-added', field } : null;
  }
  if (kind === 'hours') {
    const to = /^[1-9][0-9]{0,2}$/.test(first ?? '') ? Number(first) : 0;
    const from = policy.acknowledgementHours;
    return to >= 1 && to <= 720 && to !== from ? { kind: 'acknowledgement-hours', from, to } : null;
  }
  if (kind === 'mode') {
    const to = oneOf(MODES, first);
    return to && to !== policy.mode ? { kind: 'mode', from: policy.mode, to } : null;
  }
  const [rule, checkpoint, to] = [oneOf(RULES, first), oneOf(CHECKPOINTS, second), oneOf(SEVERITIES, third)];
  if (kind !== 'rule' || !rule || !checkpoint || !to) return null;
  const from = policy.rules[rule][checkpoint];
  return from === to ? null : { kind: 'rule', rule, checkpoint, from, to };
}
