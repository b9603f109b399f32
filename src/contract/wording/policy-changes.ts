import { texts } from '../../../texts/compiled/en/policy-changes';
import { texts as demands } from '../../../texts/compiled/en/rule-demands';
import type { Change } from '../../domain/policy/changes';
import type { RuleId } from '../../domain/policy/rules';
import type { WorkItemType } from '../../domain/policy/scope';
import { speak } from '../texts/message';

const say = speak(texts);

/** What somebody must have done before work starts or finishes, for every rule of the gate. */
export const demanded = (rule: RuleId): string => demands[`demanded.${rule}`];

/** Levels of Jira's hierarchy that have a usual name. */
const usualLevels: Readonly<Record<number, 'typesOf.subtasks' | 'typesOf.stories' | 'typesOf.epics'>> = {
  [-1]: 'typesOf.subtasks',
  0: 'typesOf.stories',
  1: 'typesOf.epics',
};

/** What an entry of a policy is called: as it was when it was chosen. */
export function nameOfType(type: WorkItemType): string {
  if ('level' in type) {
    const usual = usualLevels[type.level];
    return usual ? say(usual) : say('typesOf.level', { level: type.level });
  }
  return 'id' in type ? type.name : type.named;
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** What holds from a change of policy on, as one line; null for what changes nobody’s work, such as who may waive. */
export function wordPolicyChange(change: Change): string | null {
  switch (change.kind) {
    case 'mode':
      return say(`change.mode.${change.to}`);
    case 'type-added':
    case 'type-removed':
      return say(`change.${change.kind}`, { type: nameOfType(change.type) });
    case 'rule': {
      const { to, checkpoint: when, rule } = change;
      return say('change.rule', { to, when, demanded: demanded(rule) });
    }
    case 'minimum-dependencies':
    case 'acknowledgement-hours':
      return say(`change.${change.kind}`, { to: change.to, from: change.from });
    case 'intake-added':
    case 'intake-removed':
      return say(`change.${change.kind}`, { brought: say(`brought.${change.field}`) });
    case 'children-follow':
    case 'nominate-assignee':
      return say(`change.${change.kind}`, { to: yesOrNo(change.to) });
    case 'clock-number': {
      const { to, from, field } = change;
      return say('change.clock-number', { name: say(`clockNumber.${field}`), to, from });
    }
    case 'measure':
      return say('change.measure', { to: change.to });
    case 'time-zone':
    case 'workdays':
    case 'day-hours':
    case 'holiday-added':
    case 'holiday-removed':
      return say('change.calendar');
    case 'waits-for':
    case 'owner-source':
    case 'programme-lead':
      return say(`change.${change.kind}`);
    case 'step-added':
    case 'step-removed':
    case 'step-changed':
      return say('change.steps');
    // Who sees numbers changes nobody's work either.
    case 'shares-numbers':
    case 'right-holder':
    case 'right-parties':
    case 'right-person':
    case 'right-named':
    case 'waiver-days':
      return null;
  }
}
