import type { GadgetAnswer } from '../contract/gadget';
import { notKnown, summarised, summaryOf, type Summary } from '../domain/report/summary';
import type { Instant } from '../domain/values';
import type { WorkItemPage } from './ports';
import type { ReportPorts } from './report-page';
import { readProjectPolicy, searchPage, type ProjectPolicy } from './subject/project-items';
import { readPeople } from './subject/read-people';
import { readSubjects } from './subject/read-subjects';
import { subjectFor } from './subject/subject-for';

/** A dashboard waits for its first numbers no longer than this; the rest comes with the next call. */
const PATIENCE_MS = 3_000;

interface Stretch {
  readonly summary: Summary;
  readonly cursor: string | undefined;
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
  const project = await readProjectPolicy(projectKey, ports);
  const { policy } = project;
  const now = ports.clock.now();
  const parts: Summary[] = [];
  let cursor = from;
  do {
    const stretch: Stretch = await oneStretch({ projectKey, cursor, project, now }, ports);
    parts.push(stretch.summary);
    cursor = stretch.cursor;
  } while (cursor !== undefined && Date.parse(ports.clock.now()) - Date.parse(now) < PATIENCE_MS);
  const summary = summarised(parts);
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

const NOTHING: WorkItemPage = { items: [] };

async function oneStretch(
  {
    projectKey,
    cursor,
    project: { policy, issueTypes },
    now,
  }: {
    readonly projectKey: string;
    readonly cursor: string | undefined;
    readonly project: ProjectPolicy;
    readonly now: Instant;
  },
  ports: ReportPorts,
): Promise<Stretch> {
  const page = await searchPage({ projectKey, cursor, issueTypes }, ports.jira, NOTHING, () =>
    ports.jira.openItems(projectKey, {
      issueTypes,
      reading: policy,
      ...(cursor !== undefined && { pageToken: cursor }),
    }),
  );
  const { subjects } = await readSubjects(page.items, policy, ports);
  return {
    summary: summarised(
      page.items.map((item) => {
        const subject = subjects.get(item.issueId);
        return subject ? summaryOf(subjectFor(subject, item), now) : notKnown(item.type);
      }),
    ),
    cursor: page.nextPageToken,
  };
}
