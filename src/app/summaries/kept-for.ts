import type { Policy } from '../../domain/policy/policy';
import type { Figures } from '../../domain/report/accountability/summary';
import { isFresh, type KeptSummary } from '../../domain/report/accountability/kept';
import { logError } from '../../platform/log';
import type { FollowUps } from '../jobs/ports';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { policyFor } from '../subject/policy-for';
import type { SummaryStore } from './ports';

export interface KeptForPorts {
  readonly jira: Pick<Jira, 'projectId'>;
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly summaries: Pick<SummaryStore, 'read'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Numbers that everybody who browses the project may see. */
export interface Shared {
  readonly policy: Policy;
  readonly kept: KeptSummary & { readonly figures: Figures };
}

/**
 * A project's kept numbers, where its policy lets whoever browses it see them and they are of today; null where the
 * viewer's own are to be reckoned. Three calls: policy, the project as the viewer, the record. Numbers that are missing or
 * too old are asked for, and are there for the next reader.
 */
export async function keptFor(projectKey: string, ports: KeptForPorts): Promise<Shared | null> {
  const { jira, policies, summaries, followUps, clock } = ports;
  const id = jira.projectId(projectKey);
  const [stored, projectId, kept] = await Promise.all([
    policies.read({ project: projectKey, id }),
    id,
    summaries.read({ project: projectKey, id }),
  ]);
  const policy = policyFor(stored, projectId);
  if (!policy.sharesNumbers || projectId === null) return null;
  if (kept && isFresh(kept, projectId, clock.now())) {
    const { figures } = kept;
    return figures && { policy, kept: { ...kept, figures } };
  }
  try {
    await followUps.push([{ kind: 'keep-summary', projectKey, projectId }]);
  } catch (error) {
    logError('Kept numbers could not be asked for', error);
  }
  return null;
}
