import {
  CHECKPOINTS,
  RULES,
  type Checkpoint,
  type Mode,
  type RuleId,
  type Severity,
} from '../../../src/domain/gate/rules';
import type { IntakeField, OwnerSource, Policy } from '../../../src/domain/policy/policy';
import type { AccountId } from '../../../src/domain/values';
import {
  clockChanges,
  clockSubject,
  isClockChange,
  withClockChange,
  type ClockChange,
} from './clock-changes';

/** One difference between two policies, in the terms a reader decides about. */
export type Change =
  | ClockChange
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
  | { readonly kind: 'acknowledgement-hours'; readonly from: number; readonly to: number }
  | { readonly kind: 'waiver-admins'; readonly to: boolean }
  | { readonly kind: 'waiver-person-added'; readonly accountId: AccountId }
  | { readonly kind: 'waiver-person-removed'; readonly accountId: AccountId }
  | { readonly kind: 'waiver-days'; readonly from: number; readonly to: number }
  | { readonly kind: 'intake-added'; readonly field: IntakeField }
  | { readonly kind: 'intake-removed'; readonly field: IntakeField }
  | { readonly kind: 'children-follow'; readonly to: boolean }
  | { readonly kind: 'nominate-assignee'; readonly to: boolean };

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
  return [...changes, ...clockChanges(from, to), ...waiverChanges(from, to), ...habitChanges(from, to)];
}

const missingIn = <T>(all: readonly T[], others: readonly T[]): readonly T[] =>
  all.filter((one) => !others.includes(one));

/** Who may waive, and for how long. */
function waiverChanges({ waivers: from }: Policy, { waivers: to }: Policy): readonly Change[] {
  return [
    ...(from.projectAdmins === to.projectAdmins
      ? []
      : [{ kind: 'waiver-admins', to: to.projectAdmins } as const]),
    ...missingIn(to.people, from.people).map((accountId): Change => ({
      kind: 'waiver-person-added',
      accountId,
    })),
    ...missingIn(from.people, to.people).map((accountId): Change => ({
      kind: 'waiver-person-removed',
      accountId,
    })),
    ...(from.longestDays === to.longestDays
      ? []
      : [{ kind: 'waiver-days', from: from.longestDays, to: to.longestDays } as const]),
  ];
}

/** What a request brings, whose gate a child asks, and what an assignment means. */
function habitChanges(from: Policy, to: Policy): readonly Change[] {
  return [
    ...missingIn(to.intake, from.intake).map((field): Change => ({ kind: 'intake-added', field })),
    ...missingIn(from.intake, to.intake).map((field): Change => ({ kind: 'intake-removed', field })),
    ...(from.childrenFollow === to.childrenFollow
      ? []
      : [{ kind: 'children-follow', to: to.childrenFollow } as const]),
    ...(from.nominateAssignee === to.nominateAssignee
      ? []
      : [{ kind: 'nominate-assignee', to: to.nominateAssignee } as const]),
  ];
}

const withWaivers = (policy: Policy, waivers: Partial<Policy['waivers']>): Policy => ({
  ...policy,
  waivers: { ...policy.waivers, ...waivers },
});

function applied(policy: Policy, change: Change): Policy {
  if (isClockChange(change)) return withClockChange(policy, change);
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
    case 'waiver-admins':
      return withWaivers(policy, { projectAdmins: change.to });
    case 'waiver-person-added':
      return withWaivers(policy, {
        people: [...missingIn(policy.waivers.people, [change.accountId]), change.accountId],
      });
    case 'waiver-person-removed':
      return withWaivers(policy, { people: missingIn(policy.waivers.people, [change.accountId]) });
    case 'waiver-days':
      return withWaivers(policy, { longestDays: change.to });
    case 'intake-added':
      return { ...policy, intake: [...missingIn(policy.intake, [change.field]), change.field] };
    case 'intake-removed':
      return { ...policy, intake: missingIn(policy.intake, [change.field]) };
    case 'children-follow':
      return { ...policy, childrenFollow: change.to };
    case 'nominate-assignee':
      return { ...policy, nominateAssignee: change.to };
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

/** What a change is about, whichever way it goes. */
function subjectOf(change: Change): string {
  if (isClockChange(change)) return clockSubject(change);
  switch (change.kind) {
    case 'rule':
      return `rule ${change.rule} ${change.checkpoint}`;
    case 'type-added':
    case 'type-removed':
      return `type ${change.name.toLowerCase()}`;
    case 'waiver-person-added':
    case 'waiver-person-removed':
      return `person ${change.accountId}`;
    case 'intake-added':
    case 'intake-removed':
      return `intake ${change.field}`;
    default:
      return change.kind;
  }
}

/** Two changes decide the same thing, perhaps differently. */
export const sameSubject = (a: Change, b: Change): boolean => subjectOf(a) === subjectOf(b);
