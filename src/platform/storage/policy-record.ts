import type { StoredPolicy } from '../../app/policy/ports';
import { completeRules, siteDefault, type Policy } from '../../domain/policy/policy';
import { withKnownLinks } from '../../domain/policy/known-links';
import type { WaitingLink, WorkItemType } from '../../domain/policy/scope';
import { underKey, type BrakesUnderKey } from '../../domain/policy/under-key';
import { nobodyKnown, withPresence, type Presence } from '../../domain/team/presence';
import type { AccountId, Instant } from '../../domain/values';

export const POLICY_ENTITY = 'policy';
/** 3: issue types and links by id. */
export const POLICY_SCHEMA = 3;

/** Where the site's own policy lies; no project key has a dot. */
export const SITE_KEY = 'site.default';

/** In place of a policy: this owner follows the one above. */
export const FOLLOWS = 'follows';

export interface PolicyRecord {
  readonly schema: number;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly updatedBy: AccountId;
  /** Tells a save whose answer was lost from a rival's. */
  readonly write?: string;
  /** Id of the project it was saved for; absent for the site, and in records from before ids were kept. */
  readonly projectId?: string;
  readonly policy: Policy | typeof FOLLOWS;
}

/**
 * A stored policy as this version knows it: what it was saved without follows the site default.
 *
 * @throws Error when a newer version of the app wrote it.
 */
function own(record: PolicyRecord | undefined, decidedBy: 'site' | 'project'): Policy | null {
  if (!record) return null;
  if (record.schema > POLICY_SCHEMA) {
    throw new Error(`policy record has schema ${record.schema}, this version reads up to ${POLICY_SCHEMA}`);
  }
  return record.policy === FOLLOWS ? null : completed(record.policy, record.version, decidedBy);
}

/** Issue types as older versions kept them: by name alone. */
type FormerType = string | WorkItemType;

/** Rules and settings that came later follow the site default. */
export const completed = (
  policy: Omit<Policy, 'workItemTypes'> & { readonly workItemTypes: readonly FormerType[] },
  version: number,
  decidedBy: 'site' | 'project',
): Policy => ({
  ...siteDefault,
  ...policy,
  workItemTypes: policy.workItemTypes.map((type) => (typeof type === 'string' ? { named: type } : type)),
  rules: completeRules(policy.rules),
  // Who may waive was once administrators and people alone, and the other rights were nobody's choice.
  waivers: { ...siteDefault.waivers, ...policy.waivers },
  rights: {
    grant: { ...siteDefault.rights.grant, ...policy.rights?.grant },
    decide: { ...siteDefault.rights.decide, ...policy.rights?.decide },
  },
  clocks: {
    ...siteDefault.clocks,
    ...policy.clocks,
    ladder: { ...siteDefault.clocks.ladder, ...policy.clocks?.ladder },
  },
  version,
  decidedBy,
});

/** What is known of a site beside its policies, and read with each of them. */
export interface KnownOfSite {
  readonly presence: Presence;
  readonly links: readonly WaitingLink[];
}

const NOTHING_KNOWN: KnownOfSite = { presence: nobodyKnown, links: [] };

const knowing = (policy: Policy, { presence, links }: KnownOfSite): Policy =>
  withKnownLinks(withPresence(policy, presence), links);

/** The policy in force where a project and the site have these records, with what else is known of the site. */
export function decodePolicy(
  project: PolicyRecord | undefined,
  site: PolicyRecord | undefined,
  brakes?: BrakesUnderKey,
  known: KnownOfSite = NOTHING_KNOWN,
): Omit<StoredPolicy, 'home'> {
  const saved = own(project, 'project');
  const decided = saved && knowing(saved, known);
  const above = knowing(own(site, 'site') ?? siteDefault, known);
  return {
    underKey: underKey(decided ?? above, above, decided ? project?.projectId : undefined, brakes),
    ...(brakes?.own && { brake: brakes.own }),
    above,
    inherited: decided === null,
    recordVersion: project?.version ?? 0,
  };
}

/** The site's own policy. */
export function decodeSitePolicy(
  site: PolicyRecord | undefined,
  brakes?: BrakesUnderKey,
  known: KnownOfSite = NOTHING_KNOWN,
): StoredPolicy {
  const saved = own(site, 'site');
  const decided = saved && knowing(saved, known);
  const above = knowing(siteDefault, known);
  return {
    underKey: underKey(decided ?? above, above, undefined, brakes),
    ...(brakes?.site && { brake: brakes.site }),
    above,
    inherited: decided === null,
    recordVersion: site?.version ?? 0,
    home: { liesUnder: SITE_KEY },
  };
}
