import type { Checkpoint, RuleId } from '../../domain/policy/rules';
import type { Change } from '../../domain/policy/changes';
import type { ClockNumber } from '../../domain/policy/clock-changes';
import type { IntakeField } from '../../domain/policy/policy';
import type { WorkItemType } from '../../domain/policy/scope';
import * as authority from './rules/authority';
import * as brief from './rules/brief';
import * as dependencies from './rules/dependencies';
import * as followThrough from './rules/follow-through';
import * as owner from './rules/owner';

/** What somebody must have done before work starts or finishes, for every rule of the gate. */
export const demanded: Readonly<Record<RuleId, string>> = {
  ...owner.demanded,
  ...dependencies.demanded,
  ...authority.demanded,
  ...brief.demanded,
  ...followThrough.demanded,
};

/** What a request brings. */
const brought: Readonly<Record<IntakeField, string>> = {
  inputs: 'what the provider gets to start with',
  impact: 'what stands still without it',
  providerIssueKey: 'the provider’s own work item',
};

const verb: Readonly<Record<Checkpoint, string>> = { start: 'starts', finish: 'finishes' };
const clockNames: Readonly<Record<ClockNumber, string>> = {
  acceptanceHours: 'Hours to accept ownership',
  decisionHours: 'Hours to decide a question',
  checkInEveryDays: 'Days between check-ins',
  dueSoonHours: 'Hours before a date at which it is due soon',
  endingDays: 'Days before something ends at which people are told',
  confirmDays: 'Days of silence after which a provider is asked whether a promise still holds',
  silentDays: 'Days of silence after which a promise no longer counts as a yes',
};
const modes = {
  observe: 'Moves with unmet rules are only recorded',
  coach: 'Moves with unmet rules are commented on',
  enforce: 'Moves with unmet rules are refused',
} as const;

/** Levels of Jira's hierarchy that have a usual name. */
const levels: Readonly<Record<number, string>> = {
  [-1]: 'Every type of sub-task',
  0: 'Every type at the level of stories',
  1: 'Every type at the level of epics',
};

/** What an entry of a policy is called: as it was when it was chosen. */
export function nameOfType(type: WorkItemType): string {
  if ('level' in type) return levels[type.level] ?? `Every type of level ${type.level}`;
  return 'id' in type ? type.name : type.named;
}

/** What holds from a change of policy on, as one line; null for what changes nobody’s work, such as who may waive. */
export function wordPolicyChange(change: Change): string | null {
  switch (change.kind) {
    case 'mode':
      return modes[change.to];
    case 'type-added':
      return `${nameOfType(change.type)} is under the policy`;
    case 'type-removed':
      return `${nameOfType(change.type)} is no longer under the policy`;
    case 'waits-for':
      return 'Other links say that an item waits for another';
    case 'owner-source':
      return 'The owner is read from another place';
    case 'rule': {
      const [when, what] = [verb[change.checkpoint], demanded[change.rule]];
      if (change.to === 'block') return `Work ${when} only once ${what}`;
      return change.to === 'warn'
        ? `A warning comes where work ${when} before ${what}`
        : `Work ${when} whether or not ${what}`;
    }
    case 'minimum-dependencies':
      return `An item needs ${change.to} agreements instead of ${change.from}, or an explicit none`;
    case 'acknowledgement-hours':
      return `An answer is expected within ${change.to} hours instead of ${change.from}`;
    case 'intake-added':
      return `Every request says ${brought[change.field]}`;
    case 'intake-removed':
      return `A request need not say ${brought[change.field]}`;
    case 'children-follow':
      return change.to ? 'No child starts before its parent may' : 'Children start by themselves';
    case 'nominate-assignee':
      return change.to ? 'Whoever is assigned is nominated' : 'To be assigned is not to be nominated';
    case 'clock-number':
      return `${clockNames[change.field]}: ${change.to} instead of ${change.from}`;
    case 'measure':
      return change.to === 'working' ? 'Clocks count working hours' : 'Clocks count every hour';
    case 'time-zone':
    case 'workdays':
    case 'day-hours':
    case 'holiday-added':
    case 'holiday-removed':
      return 'The working calendar is another';
    case 'programme-lead':
      return 'Somebody else is told at the last step of escalation';
    case 'rung-added':
    case 'rung-removed':
    case 'rung-changed':
      return 'The steps of escalation are others';
    // Who sees numbers changes nobody's work either.
    case 'shares-numbers':
    case 'waiver-admins':
    case 'waiver-person-added':
    case 'waiver-person-removed':
    case 'waiver-days':
      return null;
  }
}
