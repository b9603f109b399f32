import type { ReportItem, ReportPageAnswer } from '../../contract/answers';
import { emptyCharter } from '../../domain/charter/charter';
import type { Agreement } from '../../domain/charter/agreement/agreement';
import { unattachedIn } from '../../domain/gate/border';
import type { WorkItem } from '../../domain/gate/item';
import { isNothingLost, lostNames, type LostNames } from '../../domain/policy/lost-names';
import type { Policy } from '../../domain/policy/policy';
import type { Instant } from '../../domain/values';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { reportItem } from './row';
import { openItemsPage, type ProjectScopePorts, type RunOfPages } from '../subject/project-items';
import { providerSight } from '../subject/provider-sight';
import { readSubjects, type SubjectsPorts, type SubjectsRead } from '../subject/read-subjects';
import { logError } from '../../platform/log';
import { Unavailable } from '../../platform/unavailable';
import { peopleOf } from '../../domain/charter/people';

export interface ReportRequest {
  readonly projectKey: string;
  readonly cursor?: string | undefined;
  readonly scope: 'policy' | 'all';
  readonly text?: string | undefined;
  readonly run?: RunOfPages | undefined;
}

export interface ReportPorts extends SubjectsPorts, ProjectScopePorts {
  readonly jira: SubjectsPorts['jira'] &
    ProjectScopePorts['jira'] &
    Pick<Jira, 'openItems' | 'countOpenItems' | 'issueSummaries' | 'linkTypes' | 'fieldIds'>;
  readonly policies: Pick<PolicyStore, 'read' | 'readMany'>;
  readonly clock: Clock;
}

/**
 * One page of a project's open items. The viewer's own search says which items there are for them; what is said of each
 * is reckoned from the app's reading, the same for everybody.
 * Calls per page of 100: policy, project and issue types, search (beside these where an instance has read the project before),
 * the items as the app beside the charters in four batches (on the first page also the count, the link types and, for
 * a policy that names an owner field, the fields), people; beside them, as the reader, the providers' own issues that no link leads to.
 */
export async function reportPage(request: ReportRequest, ports: ReportPorts): Promise<ReportPageAnswer> {
  const { projectKey, cursor, scope, text, run } = request;
  const { project, page } = await openItemsPage({ projectKey, cursor, scope, text, run }, ports);
  const { policy, issueTypes, unknownTypes, borders } = project;
  const filter = {
    ...(scope === 'policy' && { issueTypes }),
    ...(text !== undefined && { text }),
  };
  const now = ports.clock.now();
  const [read, approximateTotal, lost] = await Promise.all([
    readSubjects(page.items, policy, ports, {
      alsoNamed: ({ charter }) => peopleOf(charter),
      sight: (charters) => providerSight(agreementsIn({ charters }), page.items, ports.jira),
    }),
    cursor === undefined ? countOf(projectKey, filter, ports.jira) : undefined,
    cursor === undefined && scope === 'policy' && issueTypes.length > 0
      ? lostIn(policy, ports.jira)
      : undefined,
  ]);
  return {
    ok: true,
    items: page.items.map((item) => lineOf(item, policy, read, now)),
    people: read.people,
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
    ...(approximateTotal !== undefined && { approximateTotal }),
    ...(unknownTypes.length > 0 && scope === 'policy' && { unknownTypes }),
    ...(lost && { lost }),
    ...(policy.brake && { brake: policy.brake }),
    answerWithin: { hours: policy.acknowledgementHours, measure: policy.clocks.measure },
    ...(cursor === undefined && policy.mode === 'enforce' && { unattached: unattachedIn(borders) }),
    now,
  };
}

/** Undefined where nothing is lost, and where Jira does not say what there is: then nothing is known to be missing. */
async function lostIn(policy: Policy, jira: ReportPorts['jira']): Promise<LostNames | undefined> {
  try {
    const [links, fieldIds] = await Promise.all([
      jira.linkTypes('user'),
      policy.ownerSource.kind === 'field' ? jira.fieldIds('user') : [],
    ]);
    const lost = lostNames(policy, { links, fieldIds });
    return isNothingLost(lost) ? undefined : lost;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('Nobody could say whether Jira has what a policy names', error);
    return undefined;
  }
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
  { subjects, charters, people, sees }: SubjectsRead,
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
