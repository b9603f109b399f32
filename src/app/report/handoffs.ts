import type { HandoffsAnswer } from '../../contract/handoffs';
import {
  allHandoffs,
  handoffsOf,
  notKnownHandoffs,
  type Handoffs,
} from '../../domain/report/handoffs/handoffs';
import { issuesIn } from '../../domain/charter/hidden-issues';
import type { Policy } from '../../domain/policy/policy';
import type { AccountId } from '../../domain/values';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { openItemsPage, type ProjectScopePorts, type RunOfPages } from '../subject/project-items';
import { providerSight } from '../subject/provider-sight';
import { readPeople, type People } from '../subject/read-people';
import { readSubjects, type SubjectsPorts } from '../subject/read-subjects';
import { subjectFor } from '../subject/subject-for';

interface HandoffsRequest {
  /** Who reads. */
  readonly accountId: AccountId;
  readonly projectKey: string;
  readonly scope: 'policy' | 'all';
  readonly cursor?: string | undefined;
  readonly run?: RunOfPages | undefined;
}

interface HandoffsPorts extends SubjectsPorts, ProjectScopePorts {
  readonly jira: SubjectsPorts['jira'] &
    ProjectScopePorts['jira'] &
    Pick<Jira, 'openItems' | 'issueSummaries'>;
  readonly policies: Pick<PolicyStore, 'read' | 'readMany'>;
  readonly clock: Clock;
}

/**
 * What one page of a project's open items says of its handoffs: what Jira hides from the viewer is not in it.
 * Calls per page of 100: policy, project and issue types, search, the items as the app beside the charters in four batches, people;
 * then, as the reader, the providers' own issues that no link leads to.
 */
export async function reportHandoffs(
  { accountId, projectKey, scope, cursor, run }: HandoffsRequest,
  ports: HandoffsPorts,
): Promise<HandoffsAnswer> {
  const { project, page } = await openItemsPage({ projectKey, cursor, scope, run }, ports);
  const { policy } = project;
  const now = ports.clock.now();
  const { subjects, charters, people, sees } = await readSubjects(page.items, policy, ports, {
    sight: (read) => {
      const named = [...read.values()].flatMap(({ charter, history }) => [
        ...charter.agreements,
        ...issuesIn(history),
      ]);
      return providerSight(named, page.items, ports.jira);
    },
  });
  const handoffs = allHandoffs(
    page.items.flatMap((item) => {
      const subject = subjects.get(item.issueId);
      if (!subject) return [notKnownHandoffs];
      const history = charters.get(item.issueId)?.history ?? [];
      const visible = subjectFor(subject, item);
      return [
        handoffsOf(
          { charter: visible.charter, history },
          { ...visible.item, summary: item.summary },
          policy,
          now,
          { accountId, sees },
        ),
      ];
    }),
  );
  return {
    ...answer(handoffs, policy, await peopleIn(handoffs, people, ports.jira), now),
    ...(page.nextPageToken !== undefined && { nextCursor: page.nextPageToken }),
  };
}

const answer = (handoffs: Handoffs, policy: Policy, people: People, now: string): HandoffsAnswer => ({
  ok: true,
  handoffs,
  // Hours of work are not hours of the clock: the two are not held against each other.
  expectedHours: policy.clocks.measure === 'elapsed' ? policy.acknowledgementHours : null,
  people,
  now,
});

/** Only those a line names. */
async function peopleIn({ lines }: Handoffs, known: People, jira: Pick<Jira, 'people'>): Promise<People> {
  const wanted = new Set<AccountId>(lines.flatMap(({ providerAccountId }) => providerAccountId ?? []));
  const found = await readPeople(jira, 'user', [...wanted], known);
  return Object.fromEntries(Object.entries(found).filter(([accountId]) => wanted.has(accountId)));
}
