import type { PortfolioAnswer } from '../../contract/portfolio';
import { isFresh, type KeptSummary } from '../../domain/report/accountability/kept';
import type { Instant } from '../../domain/values';
import { logError } from '../../platform/log';
import type { FollowUps } from '../jobs/ports';
import type { SummaryStore } from '../summaries/ports';
import type { Governed } from './groups';

export interface SharedPorts {
  readonly summaries: Pick<SummaryStore, 'readMany'>;
  readonly followUps: FollowUps;
}

/**
 * The kept numbers of those projects whose policy lets whoever browses them see their numbers. Those that are missing or too
 * old are asked for, and are there for the next reader.
 */
export async function sharedAmong(
  projects: readonly Governed[],
  kept: ReadonlyMap<string, KeptSummary>,
  now: Instant,
  { followUps }: Pick<SharedPorts, 'followUps'>,
): Promise<PortfolioAnswer['shared']> {
  const sharing = projects.filter(({ policy }) => policy.sharesNumbers);
  const freshOf = ({ project: { projectKey, projectId } }: Governed): KeptSummary | null => {
    const found = kept.get(projectKey);
    return found && isFresh(found, projectId, now) ? found : null;
  };
  const stale = sharing.filter((one) => !freshOf(one));
  if (stale.length > 0) {
    try {
      await followUps.push(
        stale.map(({ project: { projectKey, projectId } }) => ({
          kind: 'keep-summary',
          projectKey,
          projectId,
        })),
      );
    } catch (error) {
      logError('Kept numbers could not be asked for', error);
    }
  }
  return sharing.flatMap((one) => {
    const found = freshOf(one);
    if (!found?.figures) return [];
    const { at, figures, weeks, drift } = found;
    return [{ projectKey: one.project.projectKey, at, figures, weeks, drift }];
  });
}
