import type { QuarterAnswer } from '../../contract/calls/report/quarter';
import { peopleOf } from '../../domain/charter/people';
import { quarterOf } from '../../domain/report/accountability/quarter';
import { sumOfWeeks } from '../../domain/report/accountability/week-figures';
import type { Clock, Jira } from '../ports';
import { openItemsPage, type ProjectScopePorts, type RunOfPages } from '../subject/project-items';
import { readSubjects, type SubjectsPorts } from '../subject/read-subjects';
import { keptFor, type KeptForPorts } from './kept-for';

export interface QuarterPorts extends KeptForPorts, SubjectsPorts {
  readonly jira: KeptForPorts['jira'] &
    SubjectsPorts['jira'] &
    ProjectScopePorts['jira'] &
    Pick<Jira, 'openItems'>;
  readonly policies: KeptForPorts['policies'] & SubjectsPorts['policies'];
  readonly clock: Clock;
}

/**
 * How a project stood at the end of each week of the quarter: as it was kept, where its policy shares numbers, or else
 * one page of the items that the viewer's own search finds, each played back under today's policy.
 * Calls: three where numbers are kept; per page of 100 those of the gadget otherwise.
 */
export async function reportQuarter(
  {
    projectKey,
    cursor,
    run,
  }: {
    readonly projectKey: string;
    readonly cursor?: string | undefined;
    readonly run?: RunOfPages | undefined;
  },
  ports: QuarterPorts,
): Promise<QuarterAnswer> {
  const now = ports.clock.now();
  const shared = cursor === undefined ? await keptFor(projectKey, ports) : null;
  if (shared) return { ok: true, weeks: shared.kept.weeks, keptAt: shared.kept.at, now };
  const { project, page } = await openItemsPage({ projectKey, cursor, scope: 'policy', run }, ports);
  const { subjects, charters } = await readSubjects(
    page.items,
    project.policy,
    ports,
    // Whoever the item named in an earlier week may have a part in its verdict of then.
    { alsoNamed: ({ charter }) => peopleOf(charter) },
  );
  return {
    ok: true,
    weeks: sumOfWeeks(
      page.items.flatMap(({ issueId }) => {
        const subject = subjects.get(issueId);
        return subject ? [quarterOf(charters.get(issueId) ?? null, subject, now)] : [];
      }),
    ),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    now,
  };
}
