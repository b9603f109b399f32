import type { PolicyChangeView } from '../../contract/indicators';
import { wordPolicyChange } from '../../contract/wording/policy-changes';
import { weekOf, type Week } from '../../domain/report/indicators/weeks';
import { policyChangePoints } from '../../domain/policy/timeline';
import type { Home, PolicyStore } from './ports';

/** The weeks from the first of these on in which a project's policy changed, oldest first, and what holds since. */
export async function policyChangesSince(
  first: Week | undefined,
  home: Home,
  policies: Pick<PolicyStore, 'versions'>,
): Promise<readonly PolicyChangeView[]> {
  const [project, site] = await Promise.all([policies.versions(home), policies.versions('site')]);
  const byWeek = new Map<Week, string[]>();
  for (const { at, changes } of policyChangePoints(project, site)) {
    const what = [...new Set(changes.flatMap((change) => wordPolicyChange(change) ?? []))];
    const week = weekOf(at);
    if (what.length === 0 || (first !== undefined && week < first)) continue;
    byWeek.set(week, [...(byWeek.get(week) ?? []), ...what]);
  }
  return [...byWeek].map(([week, what]) => ({ week, what }));
}
