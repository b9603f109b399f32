import type { AccountId, Instant } from '../values';
import type { Unmet, UnmetOf } from './finding';
import { CHECKS, type FactsByRule, type RuleId } from './rules';
import type { Check, Path } from './rules/rule';
import type { Checkpoint } from './severity';
import type { SubjectFacts } from './subject';

/** Something unmet, before anybody weighed it. */
export interface Found<U = Unmet> {
  readonly unmet: U;
  readonly who: readonly AccountId[];
  readonly path?: Path | undefined;
  /** What tells one path from another: unmet steps with the same are steps of the same thing. */
  readonly pathId?: string | undefined;
}

const checks: { readonly [R in RuleId]: Check<FactsByRule[R]> } = CHECKS;

/** The path of which a rule is a step; undefined where it stands alone. */
export const pathOf = (rule: RuleId): Path | undefined => checks[rule].path;

/** Whether a rule is asked at a checkpoint at all. */
export function isAskedAt(rule: RuleId, checkpoint: Checkpoint): boolean {
  const { at } = checks[rule];
  return at === undefined || at === checkpoint;
}

/**
 * Everything that is unmet of one rule, whatever it weighs.
 *
 * @throws NotRead where it asks about somebody nobody read
 */
export function foundBy<R extends RuleId>(
  rule: R,
  subject: SubjectFacts,
  now: Instant,
): readonly Found<UnmetOf<R>>[] {
  const { unmet, who, path, about } = checks[rule];
  return unmet(subject, now).map((facts) => {
    const one: UnmetOf<R> = { rule, ...facts };
    return {
      unmet: one,
      who: who(facts, subject.charter.dri?.accountId),
      path,
      pathId: path && `${path}:${about?.(facts) ?? ''}`,
    };
  });
}

/** The same of several rules, in their order. @throws NotRead */
export const unmetOf = (rules: readonly RuleId[], subject: SubjectFacts, now: Instant): readonly Unmet[] =>
  rules.flatMap((rule) => foundBy(rule, subject, now)).map(({ unmet }) => unmet);
