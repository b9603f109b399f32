import type { Policy } from '../../../src/domain/policy/policy';
import { changesBetween, type Change } from '../../../src/domain/policy/changes';
import {
  clocksErrors,
  isHalfTyped,
  toClocksDraft,
  withClocksDraft,
  type ClocksDraft,
  type ClocksError,
} from './clocks-draft';

/** A number field holds what was typed, because an empty field is not a number yet. */
export interface Draft {
  readonly policy: Omit<Policy, 'minimumDependencies' | 'acknowledgementHours'>;
  readonly minimumDependencies: string;
  readonly acknowledgementHours: string;
  /** Of a waiver. */
  readonly longestDays: string;
  readonly clocks: ClocksDraft;
}

export const NUMBERS = {
  minimumDependencies: { min: 0, max: 10 },
  acknowledgementHours: { min: 1, max: 720 },
  longestDays: { min: 1, max: 365 },
} as const;
export type NumberField = keyof typeof NUMBERS;

export type DraftError =
  | ClocksError
  | { readonly field: NumberField; readonly code: 'out-of-range' }
  | { readonly field: 'workItemTypes'; readonly code: 'required' }
  | { readonly field: 'ownerSource'; readonly code: 'required' };

export function toDraft(whole: Policy): Draft {
  const { minimumDependencies, acknowledgementHours, ...policy } = whole;
  return {
    policy,
    minimumDependencies: String(minimumDependencies),
    acknowledgementHours: String(acknowledgementHours),
    longestDays: String(policy.waivers.longestDays),
    clocks: toClocksDraft(whole),
  };
}

function parseNumber(text: string, field: NumberField): number | null {
  const { min, max } = NUMBERS[field];
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

/** What is wrong with what was typed, in the order of the page. */
export function draftErrors(draft: Draft): readonly DraftError[] {
  const { workItemTypes, ownerSource } = draft.policy;
  const wrong = (...fields: readonly NumberField[]) =>
    fields
      .filter((field) => parseNumber(draft[field], field) === null)
      .map((field) => ({ field, code: 'out-of-range' }) as const);
  return [
    ...(workItemTypes.length === 0 ? [{ field: 'workItemTypes', code: 'required' } as const] : []),
    ...(ownerSource.kind === 'field' && ownerSource.fieldId === ''
      ? [{ field: 'ownerSource', code: 'required' } as const]
      : []),
    ...wrong('minimumDependencies', 'acknowledgementHours'),
    ...clocksErrors(draft.clocks, draft.policy.clocks),
    ...wrong('longestDays'),
  ];
}

/** The policy a draft stands for; a number that cannot be read yet stays what it was. */
export function toPolicy(draft: Draft, base: Policy): Policy {
  const policy = {
    ...draft.policy,
    version: base.version,
    minimumDependencies:
      parseNumber(draft.minimumDependencies, 'minimumDependencies') ?? base.minimumDependencies,
    acknowledgementHours:
      parseNumber(draft.acknowledgementHours, 'acknowledgementHours') ?? base.acknowledgementHours,
    waivers: {
      ...draft.policy.waivers,
      longestDays: parseNumber(draft.longestDays, 'longestDays') ?? base.waivers.longestDays,
    },
  };
  return withClocksDraft(policy, draft.clocks, base);
}

export const draftChanges = (draft: Draft, base: Policy): readonly Change[] =>
  changesBetween(base, toPolicy(draft, base));

/** Whether anything typed would be lost by leaving, readable or not. */
export const isTouched = (draft: Draft, base: Policy): boolean =>
  draftChanges(draft, base).length > 0 ||
  draft.minimumDependencies.trim() !== String(base.minimumDependencies) ||
  draft.acknowledgementHours.trim() !== String(base.acknowledgementHours) ||
  draft.longestDays.trim() !== String(base.waivers.longestDays) ||
  isHalfTyped(draft.clocks, base);
