import type { Policy } from '../../domain/policy/policy';
import { retry } from '../../platform/retry';
import type { FollowUps } from '../jobs/ports';
import type { Claims } from '../ports';

/** Changes of so long are reckoned together. */
const GATHER_SECONDS = 300;

export interface KeepSoonPorts {
  readonly claims: Pick<Claims, 'take'>;
  readonly followUps: FollowUps;
}

export const summaryClaim = (projectKey: string): string => `summary:${projectKey}`;

/**
 * Has a project's numbers reckoned again, once for all changes of five minutes; nothing where the policy does not share
 * them.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function keepSoon(
  {
    projectKey,
    projectId,
    policy,
  }: {
    readonly projectKey: string;
    readonly projectId: string;
    readonly policy: Pick<Policy, 'sharesNumbers'>;
  },
  { claims, followUps }: KeepSoonPorts,
): Promise<void> {
  if (!policy.sharesNumbers || !(await retry(() => claims.take(summaryClaim(projectKey))))) return;
  await retry(() => followUps.push([{ kind: 'keep-summary', projectKey, projectId }], GATHER_SECONDS));
}
