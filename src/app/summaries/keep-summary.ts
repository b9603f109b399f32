import { WEEKS } from '../../contract/indicators';
import { peopleOf } from '../../domain/charter/people';
import { idsUnderPolicy } from '../../domain/policy/scope';
import type { Policy } from '../../domain/policy/policy';
import { keptWeeks, runningWeek, type KeptSummary } from '../../domain/report/accountability/kept';
import { quarterOf } from '../../domain/report/accountability/quarter';
import { sumOfWeeks, type WeekFigures } from '../../domain/report/accountability/week-figures';
import {
  figuresIn,
  notKnown,
  summarised,
  summaryOf,
  type Summary,
} from '../../domain/report/accountability/summary';
import { driftOf, weeksToJudge } from '../../domain/report/drift/loosening';
import { evidenceOf, together, type Evidence } from '../../domain/report/indicators/evidence';
import type { Week } from '../../domain/report/indicators/weeks';
import { compareInstants, type Instant } from '../../domain/time/time';
import { Unavailable } from '../../platform/unavailable';
import type { Refusals } from '../gate/ports';
import type { KeepSummaryJob } from '../jobs/summaries/keep-summary';
import type { PolicyStore } from '../policy/ports';
import type { Claims, Clock, Jira } from '../ports';
import { chartersAt } from '../subject/own-charter';
import { homeOf, policyFor, withHome } from '../subject/policy-for';
import type { ItemPage } from '../subject/ports';
import { readSubjects, type SubjectsPorts } from '../subject/read-subjects';
import { summaryClaim } from './keep-soon';
import type { SummaryStore } from './ports';

export interface KeepSummaryPorts extends SubjectsPorts {
  readonly jira: SubjectsPorts['jira'] & Pick<Jira, 'itemsEver' | 'issueTypes'>;
  readonly policies: SubjectsPorts['policies'] & Pick<PolicyStore, 'read'>;
  readonly refusals: Pick<Refusals, 'readFor'>;
  readonly claims: Pick<Claims, 'release'>;
  readonly summaries: SummaryStore;
  readonly clock: Clock;
}

/** How long one run goes on turning pages of a hundred items: Forge ends it after two minutes. */
const TIME_BUDGET_MS = 75_000;

interface Reckoned {
  readonly summary: Summary;
  readonly weeks: readonly WeekFigures[];
  readonly evidence: Evidence;
}

/**
 * Reckons a project's numbers over every item that the app may see, and keeps them; nothing where the policy no longer
 * shares them. A project too large for one run keeps only that it is.
 * Calls per 100 items, open and finished: search, the open ones as the app, charters and refusals in four batches each,
 * people.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function keepSummary(
  { projectKey, projectId }: KeepSummaryJob,
  ports: KeepSummaryPorts,
): Promise<void> {
  await ports.claims.release(summaryClaim(projectKey));
  const project = { project: projectKey, id: projectId };
  const stored = await ports.policies.read(project);
  const policy = withHome(policyFor(stored, projectId), stored, projectKey, projectId);
  if (!policy.sharesNumbers) return;
  const now = ports.clock.now();
  const [types, before] = await Promise.all([ports.jira.issueTypes('app'), ports.summaries.read(project)]);
  const issueTypes = idsUnderPolicy(policy.workItemTypes, types).ids;
  const judged = weeksToJudge(now, WEEKS.usual);
  const reckoned = await reckonAll({ projectKey, policy, issueTypes, weeks: judged, now }, ports);
  const { summary, weeks, evidence } = reckoned ?? nothingReckoned;
  const figures = figuresIn(summary);
  const own = before?.projectId === projectId ? before : null;
  const kept: KeptSummary = {
    projectId,
    at: now,
    figures: reckoned && figures,
    drift: driftOf(evidence, judged).figures,
    weeks: keptWeeks(own, weeks, now),
    running: runningWeek(figures, now),
  };
  await ports.summaries.write(stored.home, kept);
}

const nothingReckoned: Reckoned = { summary: summarised([]), weeks: [], evidence: together([]) };

interface Asked {
  readonly projectKey: string;
  readonly policy: Policy;
  readonly issueTypes: readonly string[];
  readonly weeks: readonly Week[];
  readonly now: Instant;
}

/** Null where there are more items than one run looks at. */
async function reckonAll(asked: Asked, ports: KeepSummaryPorts): Promise<Reckoned | null> {
  const { projectKey, issueTypes, now } = asked;
  const pages: Reckoned[] = [];
  let cursor: string | undefined;
  if (issueTypes.length === 0) return nothingReckoned;
  do {
    const page = await ports.jira.itemsEver(projectKey, {
      issueTypes,
      viewer: 'app',
      ...(cursor !== undefined && { pageToken: cursor }),
    });
    if (!page) throw new Unavailable('jira', 'the search was refused', { failure: 'refused' });
    pages.push(await reckonPage(page, asked, ports));
    cursor = page.nextPageToken;
    if (cursor !== undefined && compareInstants(ports.clock.now(), now) > TIME_BUDGET_MS) return null;
  } while (cursor !== undefined);
  return {
    summary: summarised(pages.map(({ summary }) => summary)),
    weeks: sumOfWeeks(pages.map(({ weeks }) => weeks)),
    evidence: together(pages.map(({ evidence }) => evidence)),
  };
}

/** What names a provider's own issue names nobody in a number: everything is seen. */
const seesAll = (): boolean => true;

async function reckonPage(
  { items }: ItemPage,
  { policy, weeks, now }: Asked,
  ports: KeepSummaryPorts,
): Promise<Reckoned> {
  const open = items.filter(({ closed }) => !closed);
  const finished = items.filter(({ closed }) => closed);
  const [{ subjects, charters: ofOpen }, ofFinished, refusedAt] = await Promise.all([
    readSubjects(open, policy, ports, { alsoNamed: ({ charter }) => peopleOf(charter) }),
    chartersAt(homeOf(policy), finished, ports.charters),
    ports.refusals.readFor(items.map(({ issueId }) => issueId)),
  ]);
  const charters = new Map([...ofOpen, ...ofFinished]);
  const known = open.map(({ issueId }) => ({
    subject: subjects.get(issueId),
    recorded: charters.get(issueId) ?? null,
  }));
  return {
    summary: summarised(
      known.map(({ subject }) =>
        subject ? summaryOf(subject, now, seesAll) : notKnown({ id: '', level: null, name: '' }),
      ),
    ),
    weeks: sumOfWeeks(
      known.flatMap(({ subject, recorded }) => (subject ? [quarterOf(recorded, subject, now)] : [])),
    ),
    evidence: together(
      items.map(({ issueId, closed }) => {
        const { history, earlier } = charters.get(issueId) ?? { history: [], earlier: 0 };
        const past = { history, earlier, closed, refusedAt: refusedAt.get(issueId) ?? [] };
        return evidenceOf(past, weeks, policy);
      }),
    ),
  };
}
