import { WEEKS, type DriftAnswer } from '../../contract/indicators';
import { weeksToJudge } from '../../domain/report/drift/loosening';
import { policyChangesSince } from '../policy/change-points';
import { readProjectPolicy, type RunOfPages } from '../subject/project-items';
import type { IndicatorPorts } from './indicators';
import { pastWhileTime } from './item-history-pages';

/** Pages of 100 items in one answer, and how long it goes on turning them: a page's evidence weighs up to a few hundred KB, an answer 5 MB. */
const BUDGET = { pages: 5, ms: 5_000 };

/**
 * Some pages of what a project's charters say about the weeks that are judged, as the viewer may know it; the reader puts them
 * together and judges.
 * Calls: those of the indicators for each page of 100; on the first also the policy's versions and the viewer's rights.
 */
export async function reportDrift(
  {
    projectKey,
    cursor,
    run,
  }: {
    readonly projectKey: string;
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  ports: IndicatorPorts,
): Promise<DriftAnswer> {
  const project = await readProjectPolicy(projectKey, ports, run);
  const now = ports.clock.now();
  const weeks = weeksToJudge(now, WEEKS.usual);
  const [{ evidence, nextCursor }, turns, rights] = await Promise.all([
    pastWhileTime({ projectKey, project, weeks, cursor, run, since: now }, BUDGET, ports),
    cursor === undefined ? policyChangesSince(weeks[0], project.home, ports.policies) : [],
    cursor === undefined ? ports.jira.projectRights(projectKey) : undefined,
  ]);
  return {
    ok: true,
    weeks,
    evidence,
    ...(rights && { project: { policy: project.policy, turns, mayChange: rights.administer } }),
    ...(nextCursor !== undefined && { nextCursor }),
    now,
  };
}
