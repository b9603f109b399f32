import { compareInstants, type Instant } from '../time/time';
import { changesBetween, type Change } from './changes';
import { beforeOldest, inForce } from './in-force';
import type { PolicyVersion } from './policy';

/** A moment at which another policy came into force for a project, and what was different from then on. */
export interface PolicyChangePoint {
  readonly at: Instant;
  readonly changes: readonly Change[];
}

/**
 * How the policy in force for a project changed, oldest first, from the versions its own record and the site's had: a
 * project that decided nothing follows the site. What cannot be known for lack of older versions is left out.
 */
export function policyChangePoints(
  project: readonly PolicyVersion[],
  site: readonly PolicyVersion[],
): readonly PolicyChangePoint[] {
  let [ofProject, ofSite] = [beforeOldest(project), beforeOldest(site)];
  const saves = [
    ...project.map((save) => ({ ...save, ofSite: false })),
    ...site.map((save) => ({ ...save, ofSite: true })),
  ].sort((a, b) => compareInstants(a.savedAt, b.savedAt) || a.version - b.version);
  return saves.flatMap(({ savedAt, policy, ofSite: isSite }): readonly PolicyChangePoint[] => {
    const before = inForce(ofProject, ofSite);
    if (isSite) ofSite = policy;
    else ofProject = policy;
    const after = inForce(ofProject, ofSite);
    const changes = before && after ? changesBetween(before, after) : [];
    return changes.length === 0 ? [] : [{ at: savedAt, changes }];
  });
}
