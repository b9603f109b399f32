import type { Checkpoint, RuleId, Severity } from '../../../src/domain/policy/rules';
import { missingIn, type Change } from '../../../src/domain/policy/changes';
import { clockSubject, isClockChange, withClockChange } from '../../../src/domain/policy/clock-changes';
import type { Policy } from '../../../src/domain/policy/policy';
import { isRightChange, rightSubject, withRightChange } from '../../../src/domain/access/rights';
import { typeKey, typesWithout } from '../../../src/domain/policy/scope';

function applied(policy: Policy, change: Change): Policy {
  if (isClockChange(change)) return withClockChange(policy, change);
  if (isRightChange(change)) return withRightChange(policy, change);
  switch (change.kind) {
    case 'mode':
      return { ...policy, mode: change.to };
    case 'type-added':
      return {
        ...policy,
        workItemTypes: [...typesWithout(policy.workItemTypes, [change.type]), change.type],
      };
    case 'type-removed':
      return { ...policy, workItemTypes: typesWithout(policy.workItemTypes, [change.type]) };
    case 'waits-for':
      return { ...policy, waitsFor: change.to };
    case 'owner-source':
      return { ...policy, ownerSource: change.to };
    case 'rule':
      return withSeverity(policy, change.rule, change.checkpoint, change.to);
    case 'minimum-dependencies':
      return { ...policy, minimumDependencies: change.to };
    case 'acknowledgement-hours':
      return { ...policy, acknowledgementHours: change.to };
    case 'waiver-days':
      return { ...policy, waivers: { ...policy.waivers, longestDays: change.to } };
    case 'intake-added':
      return { ...policy, intake: [...missingIn(policy.intake, [change.field]), change.field] };
    case 'intake-removed':
      return { ...policy, intake: missingIn(policy.intake, [change.field]) };
    case 'children-follow':
      return { ...policy, childrenFollow: change.to };
    case 'nominate-assignee':
      return { ...policy, nominateAssignee: change.to };
    case 'shares-numbers':
      return { ...policy, sharesNumbers: change.to };
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
  if (isRightChange(change)) return rightSubject(change);
  switch (change.kind) {
    case 'rule':
      return `rule ${change.rule} ${change.checkpoint}`;
    case 'type-added':
    case 'type-removed':
      return `type ${typeKey(change.type)}`;
    case 'intake-added':
    case 'intake-removed':
      return `intake ${change.field}`;
    default:
      return change.kind;
  }
}

/** Two changes decide the same thing, perhaps differently. */
export const sameSubject = (a: Change, b: Change): boolean => subjectOf(a) === subjectOf(b);
