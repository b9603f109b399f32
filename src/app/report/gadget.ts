import type { GadgetAnswer } from '../../contract/gadget';
import { notKnown, summarised, summaryOf, type Summary } from '../../domain/report/accountability/summary';
import { compareInstants, type Instant } from '../../domain/time/time';
import type { ReportPorts } from './page';
import { openItemsPage, readProjectPolicy, type ProjectPolicy } from '../subject/project-items';
import { readPeople } from '../subject/read-people';
import { readSubjects } from '../subject/read-subjects';
import { subjectFor } from '../subject/subject-for';

/** A dashboard waits for its first numbers no longer than this; the rest comes with the next call. */
const TIME_BUDGET_MS = 3_000;

interface Stretch {
  readonly summary: Summary;
  readonly cursor: string | undefined;
  readonly project: ProjectPolicy;
}

/**
 * A project's open items under policy in a few numbers. The viewer's search says which items count for them; how each
 * stands is the app's reading. Calls per 100 items: search, the items as the app beside the charters in four batches,
 * people; two for the policy and its types.
 */
export async function reportGadget(
  { projectKey, cursor: from }: { readonly projectKey: string; readonly cursor?: string | undefined },
  ports: ReportPorts,
): Promise<GadgetAnswer> {
  let known = await readProjectPolicy(projectKey, ports);
  const now = ports.clock.now();
  const parts: Summary[] = [];
  let cursor = from;
  do {
    const stretch: Stretch = await oneStretch({ projectKey, cursor, known, now }, ports);
    parts.push(stretch.summary);
    known = stretch.project;
    cursor = stretch.cursor;
  } while (cursor !== undefined && compareInstants(ports.clock.now(), now) < TIME_BUDGET_MS);
  const summary = summarised(parts);
  const { policy } = known;
  const providers = summary.handoffs.flatMap(({ provider }) =>
    'accountId' in provider ? [provider.accountId] : [],
  );
  return {
    ok: true,
    summary,
    enforced: policy.mode === 'enforce',
    answerWithin: { hours: policy.acknowledgementHours, measure: policy.clocks.measure },
    people: await readPeople(ports.jira, 'user', providers),
    ...(cursor !== undefined && { nextCursor: cursor }),
    now,
  };
}

async function oneStretch(
  {
    now,
    ...asked
  }: {
    readonly projectKey: string;
    readonly cursor: string | undefined;
    readonly known: ProjectPolicy;
    readonly now: Instant;
  },
  ports: ReportPorts,
): Promise<Stretch> {
  const { project, page } = await openItemsPage({ ...asked, scope: 'policy' }, ports);
  const { subjects } = await readSubjects(page.items, project.policy, ports);
  return {
    summary: summarised(
      page.items.map((item) => {
        const subject = subjects.get(item.issueId);
        return subject ? summaryOf(subjectFor(subject, item), now) : notKnown(item.type);
      }),
    ),
    cursor: page.nextPageToken,
    project,
  };
}
