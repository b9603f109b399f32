import { compareInstants, isBefore, type Instant } from '../time/time';
import { siteDefault, type Policy, type PolicyVersion } from './policy';

/** What an owner's record said; undefined where the version before the oldest one listed is not known. */
export type Known = Policy | null | undefined;

/** What an owner's record said before the oldest version that is listed. */
export const beforeOldest = (versions: readonly PolicyVersion[]): Known => {
  const oldest = Math.min(...versions.map(({ version }) => version));
  return versions.length === 0 || oldest === 1 ? null : undefined;
};

/** The policy in force where a project's record and the site's say this; undefined where one of them is not known. */
export const inForce = (project: Known, site: Known): Policy | undefined =>
  project === undefined ? undefined : (project ?? (site === undefined ? undefined : (site ?? siteDefault)));

function recordAt(versions: readonly PolicyVersion[], at: Instant): Known {
  const saved = versions.filter(({ savedAt }) => !isBefore(at, savedAt));
  const [latest] = [...saved].sort((a, b) => b.version - a.version);
  return latest ? latest.policy : beforeOldest(versions);
}

/** Versions that a project's record and the site's had, as far as they are listed. */
export interface Versions {
  readonly project: readonly PolicyVersion[];
  readonly site: readonly PolicyVersion[];
}

/** The policy that was in force at a moment; undefined where the versions that are listed do not tell. */
export const policyAt = ({ project, site }: Versions, at: Instant): Policy | undefined =>
  inForce(recordAt(project, at), recordAt(site, at));

/**
 * When somebody first chose a policy for a project, its own or the site's: what had begun by then was never asked for.
 * Where older versions are no longer listed, the oldest that is; undefined where nobody ever chose.
 */
export function dayZero({ project, site }: Versions): Instant | undefined {
  const saves = [...project, ...site].map(({ savedAt }) => savedAt);
  return [...saves].sort(compareInstants)[0];
}
