import { declaredBy } from '../../charter/charter';
import type { SubjectFacts } from '../subject';
import { openIn } from './agreement';

/**
 * How many agreements there are, and how many the policy asks for; null where there are enough or the DRI says that
 * nothing, or nothing else, is needed. A policy that asks for none asks for no word either.
 */
export function tooFew({
  charter,
  policy: { minimumDependencies: need },
}: Pick<SubjectFacts, 'charter' | 'policy'>): { readonly have: number; readonly need: number } | null {
  const have = openIn(charter).length;
  const { none, noFurther } = declaredBy(charter);
  const declared = none ?? (have > 0 ? noFurther : null);
  return declared || have >= need ? null : { have, need };
}
