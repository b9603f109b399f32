import type { GadgetAnswer } from '../../contract/gadget';
import { notKnown, summarised, summaryOf, type Summary } from '../../domain/report/accountability/summary';
import type { Policy } from '../../domain/policy/policy';
import { compareInstants, type Instant } from '../../domain/time/time';
import { agreementsIn, type ReportPorts } from './page';
import { keptFor, type KeptForPorts, type Shared } from '../summaries/kept-for';
import { openItemsPage, readProjectPolicy, type ProjectPolicy } from '../subject/project-items';
import { providerSight } from '../subject/provider-sight';
import { readSubjects } from '../subject/read-subjects';
import { subjectFor } from '../subject/subject-for';

/** A dashboard waits for its first numbers no longer than this; the rest comes with the next call. */
const TIME_BUDGET_MS = 3_000;

export interface GadgetPorts extends ReportPorts, KeptForPorts {
  readonly jira: ReportPorts['jira'] & KeptForPorts['jira'];
  readonly policies: ReportPorts['policies'] & KeptForPorts['policies'];
}

export interface GadgetRequest {
  readonly projectKey: string;
  readonly cursor?: string | undefined;
  /** The viewer's own numbers, whatever the project shares. */
  readonly own?: boolean | undefined;
}

const policyFacts = ({ mode, acknowledgementHours, clocks }: Policy) => ({
  enforced: mode === 'enforce',
  answerWithin: { hours: acknowledgementHours, measure: clocks.measure },
});

/** What the project shares with whoever browses it: numbers that name nobody. */
const keptAnswer = ({ policy, kept: { at, figures, drift } }: Shared, now: Instant): GadgetAnswer => ({
  ok: true,
  summary: { ...figures, handoffs: [] },
  kept: { at, drift },
  ...policyFacts(policy),
  now,
});

interface Part {
  readonly summary: Summary;
  readonly cursor: string | undefined;
}

/**
 * A project's open items under policy in a few numbers. The viewer's search says which items count for them; how each
 * stands is the app's reading. Calls per 100 items: search, the items as the app beside the charters in four batches,
 * people; three for the policy, its project and its types. Where the project shares its numbers: those of `keptFor`, and no more.
 */
export async function reportGadget(
  { projectKey, cursor: from, own = false }: GadgetRequest,
  ports: GadgetPorts,
): Promise<GadgetAnswer> {
  const shared = from === undefined && !own ? await keptFor(projectKey, ports) : null;
  if (shared) return keptAnswer(shared, ports.clock.now());
  const known = await readProjectPolicy(projectKey, ports);
  const now = ports.clock.now();
  const parts: Summary[] = [];
  let cursor = from;
  do {
    const part: Part = await readPart({ projectKey, cursor, known, now }, ports);
    parts.push(part.summary);
    cursor = part.cursor;
  } while (cursor !== undefined && compareInstants(ports.clock.now(), now) < TIME_BUDGET_MS);
  const summary = summarised(parts);
  const { policy } = known;
  return {
    ok: true,
    summary,
    ...policyFacts(policy),
    ...(cursor !== undefined && { nextCursor: cursor }),
    now,
  };
}

async function readPart(
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
): Promise<Part> {
  const { project, page } = await openItemsPage({ ...asked, scope: 'policy' }, ports);
  const read = await readSubjects(page.items, project.policy, ports);
  const sees = await providerSight(agreementsIn(read), page.items, ports.jira);
  return {
    summary: summarised(
      page.items.map((item) => {
        const subject = read.subjects.get(item.issueId);
        return subject ? summaryOf(subjectFor(subject, item), now, sees) : notKnown(item.type);
      }),
    ),
    cursor: page.nextPageToken,
  };
}
