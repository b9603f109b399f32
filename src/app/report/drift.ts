import { WEEKS, type DriftAnswer, type SignalView } from '../../contract/indicators';
import { wordInsight, wordReinforcement } from '../../contract/wording/drift';
import { namesFrom } from '../../contract/wording/names';
import { judgedSeries, signalsIn, type DriftSignal, type Judged } from '../../domain/report/drift/drift';
import { FEWEST_WEEKS } from '../../domain/report/drift/judge';
import { reinforcementsFor } from '../../domain/report/drift/reinforcements';
import { together, within, type Evidence } from '../../domain/report/indicators/evidence';
import { providerKey, type Provider } from '../../domain/report/indicators/indicators';
import { providersIn } from '../../domain/report/indicators/series';
import { weekOf, weeksBefore, type Week } from '../../domain/report/indicators/weeks';
import type { Policy } from '../../domain/policy/policy';
import { compareInstants, utcDate, type Instant, type IsoDate } from '../../domain/time/time';
import { turnsSince } from '../policy/change-points';
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
  // One week more than is shown: it begins the weeks that were judged a week ago.
  const all = weeksBefore(now, WEEKS.usual + 1);
  const [weeks, weeksThen] = [all.slice(1), all.slice(0, -1)];
  const { evidence: past, complete } = await wholePast({ projectKey, project, weeks: all, now }, ports);
  const evidence = within(past, weeks);
  const [people, turns, { administer }] = await Promise.all([
    providersOf(evidence, ports.jira),
    turnsSince(firstWeek(evidence.since, weeks), projectKey, ports.policies),
    ports.jira.projectRights(projectKey),
  ]);
  const series = judgedSeries(evidence, weeks);
  const signals = signalsIn(series);
  return {
    ok: true,
    weeks,
    signals: signals.slice(0, MOST_SIGNALS).map((signal) => signalView(signal, policy, people, utcDate(now))),
    handoffs: {
      loosening: loosening(signals),
      all: providersIn(evidence).length,
      lastWeek: loosening(signalsIn(judgedSeries(within(past, weeksThen), weeksThen))),
    },
    turns,
    measured: { have: longest(series), need: FEWEST_WEEKS },
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

function loosening(signals: readonly DriftSignal[]): number {
  const loose = signals.flatMap(({ change, provider }): readonly Provider[] =>
    change === 'loosening' && provider ? [provider] : [],
  );
  return new Set(loose.map(providerKey)).size;
}

const longest = (series: readonly Judged[]): number =>
  Math.max(0, ...series.map(({ points }) => points.filter(({ count }) => count > 0).length));
