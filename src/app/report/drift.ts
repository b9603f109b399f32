import { WEEKS, type DriftAnswer, type SignalView } from '../../contract/indicators';
import { wordInsight, wordReinforcement } from '../../contract/wording/drift';
import { namesFrom } from '../../contract/wording/names';
import type { DriftSignal } from '../../domain/report/drift/drift';
import { driftOf, weeksToJudge } from '../../domain/report/drift/loosening';
import { reinforcementsFor } from '../../domain/report/drift/reinforcements';
import { together, type Evidence } from '../../domain/report/indicators/evidence';
import { weekOf, type Week } from '../../domain/report/indicators/weeks';
import type { Policy } from '../../domain/policy/policy';
import { compareInstants, utcDate, type Instant, type IsoDate } from '../../domain/time/time';
import { policyChangesSince } from '../policy/change-points';
import { pastPage } from './item-history-pages';
import { providersOf, type IndicatorPorts } from './indicators';
import { readProjectPolicy, type ProjectPolicy } from '../subject/project-items';
import type { People } from '../charter/views';

/** Pages of 100 items one call looks at, and how long it goes on turning them: Forge ends it after 25 s. */
const MOST_PAGES = 100;
const TIME_BUDGET_MS = 15_000;
/** Signals in one answer: a page shows three. */
const MOST_SIGNALS = 12;

/** What changed in a project's follow-through, in one call, as the viewer may know it. */
export async function reportDrift(
  { projectKey }: { readonly projectKey: string },
  ports: IndicatorPorts,
): Promise<DriftAnswer> {
  const project = await readProjectPolicy(projectKey, ports);
  const { policy } = project;
  const now = ports.clock.now();
  const all = weeksToJudge(now, WEEKS.usual);
  const { evidence: past, complete } = await wholePast({ projectKey, project, weeks: all, now }, ports);
  const { weeks, evidence, signals, figures } = driftOf(past, all);
  const [people, policyChanges, { administer }] = await Promise.all([
    providersOf(evidence, ports.jira),
    policyChangesSince(firstWeek(evidence.since, weeks), project.home, ports.policies),
    ports.jira.projectRights(projectKey),
  ]);
  return {
    ok: true,
    weeks,
    signals: signals.slice(0, MOST_SIGNALS).map((signal) => signalView(signal, policy, people, utcDate(now))),
    handoffs: {
      loosening: figures.loosening,
      all: figures.all,
      lastWeek: figures.lastWeek,
      line: figures.line,
    },
    turns: policyChanges,
    measured: { have: figures.have, need: figures.need },
    items: evidence.items,
    withHistory: evidence.withHistory,
    cut: evidence.cut,
    mayChange: administer,
    complete,
    people,
    now,
  };
}

async function wholePast(
  {
    now,
    ...request
  }: {
    readonly projectKey: string;
    readonly project: ProjectPolicy;
    readonly weeks: readonly Week[];
    readonly now: Instant;
  },
  ports: IndicatorPorts,
): Promise<{ readonly evidence: Evidence; readonly complete: boolean }> {
  const pages: Evidence[] = [];
  let cursor: string | undefined;
  do {
    const page = await pastPage({ ...request, cursor }, ports);
    pages.push(page.evidence);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < MOST_PAGES && hasTimeLeft(now, ports.clock.now()));
  return { evidence: together(pages), complete: cursor === undefined };
}

/** What was changed before anything was recorded changed nothing that a chart shows. */
const firstWeek = (since: Instant | null, weeks: readonly Week[]): Week | undefined =>
  [...(since === null ? [] : [weekOf(since)]), ...weeks.slice(0, 1)].sort().at(-1);

const hasTimeLeft = (since: Instant, now: Instant): boolean => compareInstants(now, since) < TIME_BUDGET_MS;

function signalView(signal: DriftSignal, policy: Policy, people: People, today: IsoDate): SignalView {
  return {
    ...signal,
    insight: wordInsight(signal, { name: namesFrom(people), today }),
    reinforcements: reinforcementsFor(signal, policy).map((change) => ({
      label: wordReinforcement(change),
      change,
    })),
  };
}
