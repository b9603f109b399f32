import { WEEKS, type DriftAnswer, type SignalView } from '../../contract/indicators';
import { wordInsight, wordReinforcement } from '../../contract/wording/drift';
import type { DriftSignal } from '../../domain/report/drift/drift';
import { driftOf, weeksToJudge } from '../../domain/report/drift/loosening';
import { reinforcementsFor } from '../../domain/report/drift/reinforcements';
import { weekOf, type Week } from '../../domain/report/indicators/weeks';
import type { Policy } from '../../domain/policy/policy';
import { utcDate, type Instant, type IsoDate } from '../../domain/time/time';
import { policyChangesSince } from '../policy/change-points';
import { wholePast } from './item-history-pages';
import type { IndicatorPorts } from './indicators';
import { readProjectPolicy } from '../subject/project-items';

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
  const { evidence: past, complete } = await wholePast(
    { projectKey, project, weeks: all, since: now },
    ports,
  );
  const { weeks, evidence, signals, figures } = driftOf(past, all);
  const [policyChanges, { administer }] = await Promise.all([
    policyChangesSince(firstWeek(evidence.since, weeks), project.home, ports.policies),
    ports.jira.projectRights(projectKey),
  ]);
  return {
    ok: true,
    weeks,
    signals: signals.slice(0, MOST_SIGNALS).map((signal) => signalView(signal, policy, utcDate(now))),
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
    now,
  };
}

/** What was changed before anything was recorded changed nothing that a chart shows. */
const firstWeek = (since: Instant | null, weeks: readonly Week[]): Week | undefined =>
  [...(since === null ? [] : [weekOf(since)]), ...weeks.slice(0, 1)].sort().at(-1);

function signalView(signal: DriftSignal, policy: Policy, today: IsoDate): SignalView {
  return {
    ...signal,
    insight: wordInsight(signal, { today }),
    reinforcements: reinforcementsFor(signal, policy).map((change) => ({
      label: wordReinforcement(change),
      change,
    })),
  };
}
