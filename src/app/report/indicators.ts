import { WEEKS, type IndicatorsAnswer } from '../../contract/indicators';
import { weeksBefore } from '../../domain/report/indicators/weeks';
import { pastPage, type PastPorts } from './item-history-pages';
import { policyChangesSince } from '../policy/change-points';
import type { PolicyStore } from '../policy/ports';
import type { Clock } from '../ports';
import { readProjectPolicy, type ProjectScopePorts, type RunOfPages } from '../subject/project-items';

export interface IndicatorPorts extends PastPorts {
  readonly jira: PastPorts['jira'] & ProjectScopePorts['jira'];
  readonly policies: Pick<PolicyStore, 'read' | 'versions'>;
  readonly clock: Clock;
}

/** One page of what a project's charters say about its weeks, as the viewer may know it. */
export async function reportIndicators(
  {
    projectKey,
    weeks: count = WEEKS.usual,
    cursor,
    run,
  }: {
    readonly projectKey: string;
    readonly weeks?: number | undefined;
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  ports: IndicatorPorts,
): Promise<IndicatorsAnswer> {
  const project = await readProjectPolicy(projectKey, ports, run);
  const now = ports.clock.now();
  const weeks = weeksBefore(now, count);
  const [{ evidence, nextCursor }, policyChanges] = await Promise.all([
    pastPage({ projectKey, project, weeks, cursor, run }, ports),
    cursor === undefined ? policyChangesSince(weeks[0], project.home, ports.policies) : undefined,
  ]);
  return {
    ok: true,
    weeks,
    evidence,
    ...(policyChanges && { turns: policyChanges }),
    ...(nextCursor !== undefined && { nextCursor }),
    now,
  };
}
