import { CHECKPOINTS, RULES, type Checkpoint, type Mode, type RuleId, type Severity } from './rules';
import { clockChanges, type ClockChange } from './clock-changes';
import type { IntakeField, OwnerSource, Policy } from './policy';
import { rightChanges, type RightChange } from '../access/rights';
import { linkKey, typesWithout, type WaitsFor, type WorkItemType } from './scope';

/** One difference between two policies, in the terms a reader decides about. */
export type Change =
  | ClockChange
  | RightChange
  | { readonly kind: 'mode'; readonly from: Mode; readonly to: Mode }
  | { readonly kind: 'type-added'; readonly type: WorkItemType }
  | { readonly kind: 'type-removed'; readonly type: WorkItemType }
  | { readonly kind: 'waits-for'; readonly from: WaitsFor; readonly to: WaitsFor }
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
  | { readonly kind: 'waiver-days'; readonly from: number; readonly to: number }
  | { readonly kind: 'intake-added'; readonly field: IntakeField }
  | { readonly kind: 'intake-removed'; readonly field: IntakeField }
  | { readonly kind: 'children-follow'; readonly to: boolean }
  | { readonly kind: 'nominate-assignee'; readonly to: boolean }
  | { readonly kind: 'shares-numbers'; readonly to: boolean };

const keysOf = (waitsFor: WaitsFor): string =>
  waitsFor === 'by-words' ? waitsFor : [...waitsFor].map(linkKey).sort().join();

const sameLinks = (a: WaitsFor, b: WaitsFor): boolean => keysOf(a) === keysOf(b);

const sameSource = (a: OwnerSource, b: OwnerSource): boolean =>
  a.kind === b.kind && (a.kind !== 'field' || b.kind !== 'field' || a.fieldId === b.fieldId);

/** What leads from one policy to the other, in the order of the page; versions do not count. */
export function changesBetween(from: Policy, to: Policy): readonly Change[] {
  const changes: Change[] = [];
  if (from.mode !== to.mode) changes.push({ kind: 'mode', from: from.mode, to: to.mode });
  for (const type of typesWithout(to.workItemTypes, from.workItemTypes))
    changes.push({ kind: 'type-added', type });
  for (const type of typesWithout(from.workItemTypes, to.workItemTypes))
    changes.push({ kind: 'type-removed', type });
  if (!sameLinks(from.waitsFor, to.waitsFor)) {
    changes.push({ kind: 'waits-for', from: from.waitsFor, to: to.waitsFor });
  }
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
  return [
    ...changes,
    ...clockChanges(from, to),
    ...rightChanges(from, to),
    ...waiverDays(from, to),
    ...habitChanges(from, to),
  ];
}

/** What is in one list and not in the other. */
export const missingIn = <T>(all: readonly T[], others: readonly T[]): readonly T[] =>
  all.filter((one) => !others.includes(one));

/** For how long a rule is waived at most. */
const waiverDays = ({ waivers: from }: Policy, { waivers: to }: Policy): readonly Change[] =>
  from.longestDays === to.longestDays
    ? []
    : [{ kind: 'waiver-days', from: from.longestDays, to: to.longestDays }];

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
    ...(from.sharesNumbers === to.sharesNumbers
      ? []
      : [{ kind: 'shares-numbers', to: to.sharesNumbers } as const]),
  ];
}
