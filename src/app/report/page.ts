import type { ReportItem, ReportPageAnswer } from '../../contract/answers';
import { emptyCharter } from '../../domain/charter/charter';
import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { SeesIssue } from '../../domain/charter/hidden-issues';
import { attached, type Borders } from '../../domain/gate/border';
import type { WorkItem } from '../../domain/gate/item';
import { CHECKPOINTS, type Checkpoint } from '../../domain/policy/rules';
import type { Policy } from '../../domain/policy/policy';
import type { Instant } from '../../domain/values';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { reportItem } from './row';
import { openItemsPage, readProjectPolicy, type ProjectScopePorts } from '../subject/project-items';
import { providerSight } from '../subject/provider-sight';
import { readSubjects, type SubjectsPorts, type SubjectsRead } from '../subject/read-subjects';
import { peopleOf } from '../../domain/charter/people';

export interface ReportRequest {
  readonly projectKey: string;
  readonly cursor?: string | undefined;
  readonly scope: 'policy' | 'all';
  readonly text?: string | undefined;
}

export interface ReportPorts extends SubjectsPorts, ProjectScopePorts {
  readonly jira: SubjectsPorts['jira'] &
    ProjectScopePorts['jira'] &
    Pick<Jira, 'openItems' | 'countOpenItems' | 'issueSummaries'>;
  readonly policies: Pick<PolicyStore, 'read' | 'readMany'>;
  readonly clock: Clock;
}

/**
 * One page of a project's open items. The viewer's own search says which items there are for them; what is said of each
 * is reckoned from the app's reading, the same for everybody.
 * Calls per page of 100: policy, project and issue types, search (with the count beside it on the first page), the items as the
 * app beside the charters in four batches, people; then, as the reader, the providers' own issues that no link leads to.
 */
export async function reportPage(request: ReportRequest, ports: ReportPorts): Promise<ReportPageAnswer> {
  const { projectKey, cursor, scope, text } = request;
  const known = await readProjectPolicy(projectKey, ports);
  const filter = {
    ...(scope === 'policy' && { issueTypes: known.issueTypes }),
    ...(text !== undefined && { text }),
  };
  const [{ project, page }, approximateTotal] = await Promise.all([
    openItemsPage({ projectKey, cursor, scope, text, known }, ports),
    cursor === undefined ? countOf(projectKey, filter, ports.jira) : undefined,
  ]);
  const { policy, unknownTypes } = project;
  const now = ports.clock.now();
  const read = await readSubjects(page.items, policy, ports, ({ charter }) => peopleOf(charter));
  const sees = await providerSight(agreementsIn(read), page.items, ports.jira);
  return {
    ok: true,
    items: page.items.map((item) => lineOf(item, policy, read, sees, now)),
    people: read.people,
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
    ...(unknownTypes.length > 0 && scope === 'policy' && { unknownTypes }),
    ...(policy.brake && { brake: policy.brake }),
    answerWithin: { hours: policy.acknowledgementHours, measure: policy.clocks.measure },
    ...(cursor === undefined && policy.mode === 'enforce' && { unattached: unattachedIn(known.borders) }),
    now,
  };
}

function unattachedIn(borders: Borders | undefined): readonly Checkpoint[] {
  const alive = attached(borders);
  return CHECKPOINTS.filter((checkpoint) => !alive[checkpoint]);
}

function countOf(
  projectKey: string,
  filter: { readonly issueTypes?: readonly string[]; readonly text?: string },
  jira: Pick<Jira, 'countOpenItems'>,
): Promise<number | undefined> {
  return filter.issueTypes?.length === 0 ? Promise.resolve(0) : jira.countOpenItems(projectKey, filter);
}

/** Agreements of the items that were read. */
export const agreementsIn = ({ charters }: Pick<SubjectsRead, 'charters'>): readonly Agreement[] =>
  [...charters.values()].flatMap(({ charter }) => charter.agreements);

/** One line, from the viewer's item and what the app read of it. */
export function lineOf(
  item: WorkItem,
  policy: Policy,
  { subjects, charters, people }: SubjectsRead,
  sees: SeesIssue,
  now: Instant,
): ReportItem {
  const recorded = charters.get(item.issueId);
  return reportItem({
    item,
    subject: subjects.get(item.issueId) ?? null,
    charter: recorded?.charter ?? emptyCharter,
    recorded: recorded ?? null,
    policy,
    people,
    sees,
    now,
  });
}
