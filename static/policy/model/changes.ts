import {
  CHECKPOINTS,
  RULES,
  type Checkpoint,
  type Mode,
  type RuleId,
  type Severity,
} from '../../../src/domain/gate/rules';
import type { OwnerSource, Policy } from '../../../src/domain/policy/policy';

/** One difference between two policies, in the terms a reader decides about. */
export type Change =
  | { readonly kind: 'mode'; readonly from: Mode; readonly to: Mode }
  | { readonly kind: 'type-added'; readonly name: string }
  | { readonly kind: 'type-removed'; readonly name: string }
  | { readonly kind: 'owner-source'; readonly from: OwnerSource; readonly to: OwnerSource }
  | {
      readonly kind: 'rule';
      readonly rule: RuleId;
      readonly checkpoint: Checkpoint;
      readonly from: Severity;
      readonly to: Severity;
    }
  | { readonly kind: 'minimum-dependencies'; readonly from: number; readonly to: number }
  | { readonly kind: 'acknowledgement-hours'; readonly from: number; readonly to: number };

/** Jira compares type names without regard to case. */
const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const without = (names: readonly string[], others: readonly string[]): readonly string[] =>
  names.filter((name) => !others.some((other) => sameName(name, other)));

export const sameSource = (a: OwnerSource, b: OwnerSource): boolean =>
  a.kind === b.kind && (a.kind !== 'field' || b.kind !== 'field' || a.fieldId === b.fieldId);

/** What leads from one policy to the other, in the order of the page; versions do not count. */
export function changesBetween(from: Policy, to: Policy): readonly Change[] {
  const changes: Change[] = [];
  if (from.mode !== to.mode) changes.push({ kind: 'mode', from: from.mode, to: to.mode });
  for (const name of without(to.workItemTypes, from.workItemTypes))
    changes.push({ kind: 'type-added', name });
  for (const name of without(from.workItemTypes, to.workItemTypes))
    changes.push({ kind: 'type-removed', name });
  if (!sameSource(from.ownerSource, to.ownerSource)) {
    changes.push({ kind: 'owner-source', from: from.ownerSource, to: to.ownerSource });
  }
  for (const rule of RULES) {
    for (const checkpoint of CHECKPOINTS) {
      const [before, after] = [from.rules[rule][checkpoint], to.rules[rule][checkpoint]];
      if (before !== after) changes.push({ kind: 'rule', rule, checkpoint, from: before, to: after });
    }
  }
  if (from.minimumDependencies !== to.minimumDependencies) {
    changes.push({
      kind: 'minimum-dependencies',
      from: from.minimumDependencies,
      to: to.minimumDependencies,
    });
  }
  if (from.acknowledgementHours !== to.acknowledgementHours) {
    changes.push({
      kind: 'acknowledgement-hours',
      from: from.acknowledgementHours,
      to: to.acknowledgementHours,
    });
  }
  return changes;
}

function applied(policy: Policy, change: Change): Policy {
  switch (change.kind) {
    case 'mode':
      return { ...policy, mode: change.to };
    case 'type-added':
      return {
        ...policy,
        workItemTypes: [...without(policy.workItemTypes, [change.name]), change.name],
      };
    case 'type-removed':
      return { ...policy, workItemTypes: without(policy.workItemTypes, [change.name]) };
    case 'owner-source':
      return { ...policy, ownerSource: change.to };
    case 'rule':
      return withSeverity(policy, change.rule, change.checkpoint, change.to);
    case 'minimum-dependencies':
      return { ...policy, minimumDependencies: change.to };
    case 'acknowledgement-hours':
      return { ...policy, acknowledgementHours: change.to };
  }
}

/** A policy with changes made elsewhere put on top of it. It keeps its own version. */
export const withChanges = (policy: Policy, changes: readonly Change[]): Policy =>
  changes.reduce(applied, policy);

export const withSeverity = <P extends Pick<Policy, 'rules'>>(
  policy: P,
  rule: RuleId,
  checkpoint: Checkpoint,
  severity: Severity,
): P => ({
  ...policy,
  rules: { ...policy.rules, [rule]: { ...policy.rules[rule], [checkpoint]: severity } },
});

/** Two changes decide the same thing, perhaps differently. */
export function sameSubject(a: Change, b: Change): boolean {
  if (a.kind === 'rule' && b.kind === 'rule') return a.rule === b.rule && a.checkpoint === b.checkpoint;
  const names = [a, b].flatMap((one) =>
    one.kind === 'type-added' || one.kind === 'type-removed' ? [one.name] : [],
  );
  const [first, second] = names;
  if (first !== undefined && second !== undefined) return sameName(first, second);
  return a.kind === b.kind;
}
