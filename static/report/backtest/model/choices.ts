import type { ProposedChange } from '../../../../src/contract/proposal-path';
import { observableRules } from '../../../../src/domain/report/backtest/observable-rules';
import {
  CHECKPOINTS,
  type Checkpoint,
  type RuleId,
  type Severity,
} from '../../../../src/domain/policy/rules';
import type { OwnerSource, Policy } from '../../../../src/domain/policy/policy';
import { typesWithout, type WorkItemType } from '../../../../src/domain/policy/scope';
import type { Instant, IsoDate } from '../../../../src/domain/values';
import type { OfferedType } from '../../../policy/model/jira-shapes';
import type { Past } from '../../view/view-state';

/** What the reader asks of the past; everything else is as the saved policy has it. */
export interface Choices {
  readonly from: IsoDate | '';
  readonly to: IsoDate | '';
  readonly types: readonly WorkItemType[];
  readonly ownerSource: OwnerSource;
  readonly rules: Policy['rules'];
}

/** The year up to now. Jira knows no DRI of a time before Holdfast: then the assignee stands in for the owner. */
export function usualChoices(policy: Policy, now: Instant): Choices {
  const today = now.slice(0, 10);
  return {
    from: `${Number(today.slice(0, 4)) - 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`,
    to: today,
    types: policy.workItemTypes,
    ownerSource: policy.ownerSource.kind === 'charter' ? { kind: 'assignee' } : policy.ownerSource,
    rules: policy.rules,
  };
}

/** Days and types of a named past, everything else as it was chosen; types that the project does not have are left out. */
export function choicesOf(
  { from, to, typeIds }: Past,
  offered: readonly OfferedType[],
  choices: Choices,
): Choices {
  const types = offered.filter(({ id }) => typeIds.includes(id)).map(({ id, name }) => ({ id, name }));
  return { ...choices, from, to, types: types.length > 0 ? types : choices.types };
}

export const asSaved = (choices: Choices, policy: Policy, now: Instant): Choices => ({
  ...usualChoices(policy, now),
  from: choices.from,
  to: choices.to,
});

export const withSeverity = (
  choices: Choices,
  rule: RuleId,
  checkpoint: Checkpoint,
  severity: Severity,
): Choices => ({
  ...choices,
  rules: { ...choices.rules, [rule]: { ...choices.rules[rule], [checkpoint]: severity } },
});

/** The saved policy with what was chosen instead. */
export const policyOf = (policy: Policy, { types, ownerSource, rules }: Choices): Policy => ({
  ...policy,
  workItemTypes: [...types],
  ownerSource,
  rules,
});

/** Rules that can be told, whatever the owner is read from: those a reader can vary to see a difference. */
export const VARIED: readonly RuleId[] = observableRules({ ownerSource: { kind: 'assignee' } });

/** What would have to change in the saved policy to hold what was replayed: it has to be enforced, among other things. */
export function proposalOf(
  policy: Policy,
  { types, ownerSource, rules }: Choices,
): readonly ProposedChange[] {
  return [
    ...(policy.mode === 'enforce'
      ? []
      : [{ kind: 'mode' as const, from: policy.mode, to: 'enforce' as const }]),
    ...typesWithout(types, policy.workItemTypes).map((type) => ({ kind: 'type-added' as const, type })),
    ...typesWithout(policy.workItemTypes, types).map((type) => ({ kind: 'type-removed' as const, type })),
    ...(JSON.stringify(ownerSource) === JSON.stringify(policy.ownerSource)
      ? []
      : [{ kind: 'owner-source' as const, from: policy.ownerSource, to: ownerSource }]),
    ...VARIED.flatMap((rule) =>
      CHECKPOINTS.flatMap((checkpoint) => {
        const [from, to] = [policy.rules[rule][checkpoint], rules[rule][checkpoint]];
        return from === to ? [] : [{ kind: 'rule' as const, rule, checkpoint, from, to }];
      }),
    ),
  ];
}

/** What keeps it from running; null where nothing does. */
export function problemOf({ from, to, types }: Choices): 'types' | 'from' | 'to' | 'order' | null {
  if (types.length === 0) return 'types';
  if (from === '') return 'from';
  if (to === '') return 'to';
  return from > to ? 'order' : null;
}
