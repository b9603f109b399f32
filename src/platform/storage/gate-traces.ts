import { kvs } from '@forge/kvs';
import type { GateBorders, GateTrace, GateTraces, Refusals, TracedMove } from '../../app/gate/ports';
import type { Borders } from '../../domain/gate/border';
import type { Instant } from '../../domain/values';
import { readAll } from './batch';
import { asking } from './kvs-failure';
import { readAtHome } from './project-homes';

const TRACE_ENTITY = 'gate-trace';
export const BORDER_ENTITY = 'gate-border';
const REFUSALS_ENTITY = 'gate-refusals';

/** The daily look at Jira's changelog goes back a day, and may itself be a day late. */
const TRACE_DAYS = 3;
/** Refusals kept of one item: more in the weeks that are watched say no more. */
const REFUSALS_KEPT = 200;

/** Attributes are flat; what they hold is read back as it was written. */
interface TraceRecord {
  readonly at: string;
  readonly trace: GateTrace;
}

/** By the id where it is known, which stays when the item gets another key. */
const keysOf = ({ issueId, issueKey, toStatusId }: TracedMove): readonly string[] =>
  [issueId, issueKey].filter(Boolean).map((item) => `${item}:${toStatusId}`);

export const gateTraces: GateTraces = {
  async leave(trace) {
    const [key = ''] = keysOf(trace);
    const record: TraceRecord = { at: trace.at, trace };
    await asking(() =>
      kvs.entity<TraceRecord>(TRACE_ENTITY).set(key, record, { ttl: { value: TRACE_DAYS, unit: 'DAYS' } }),
    );
  },

  async of(moves) {
    if (moves.length === 0) return [];
    const found = await readAll<TraceRecord>(TRACE_ENTITY, moves.flatMap(keysOf));
    return moves.map((move) => {
      const records = keysOf(move).flatMap((key) => found.get(key) ?? []);
      return records.sort((a, b) => b.at.localeCompare(a.at))[0]?.trace;
    });
  },
};

export interface BorderRecord {
  readonly projectId: string;
  readonly borders: Borders;
}

export const gateBorders: GateBorders = {
  async change(project, afterwards) {
    const { record, home } = await readAtHome<BorderRecord>(BORDER_ENTITY, project);
    const borders = afterwards(record?.borders);
    if (borders === record?.borders) return;
    const next: BorderRecord = { projectId: borders.projectId, borders };
    await asking(() => kvs.entity<BorderRecord>(BORDER_ENTITY).set(home.liesUnder, next));
  },
};

interface RefusalsRecord {
  readonly issueId: string;
  readonly at: readonly Instant[];
}

export const refusals: Refusals = {
  async add(issueId, at) {
    const store = kvs.entity<RefusalsRecord>(REFUSALS_ENTITY);
    const known = (await asking(() => store.get(issueId)))?.at ?? [];
    if (known.includes(at)) return;
    await asking(() => store.set(issueId, { issueId, at: [...known, at].slice(-REFUSALS_KEPT) }));
  },

  async readFor(issueIds) {
    const found = await readAll<RefusalsRecord>(REFUSALS_ENTITY, issueIds);
    return new Map([...found].map(([issueId, { at }]) => [issueId, at]));
  },
};
