import type { WorkItem } from '../../domain/gate/item';
import { retry } from '../../platform/retry';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { followersOf, type ScopePorts } from './scope';
import type { FieldChange } from './ports';

export interface SpreadPorts extends Pick<ScopePorts, 'policies' | 'policyRecords'> {
  readonly followUps: FollowUps;
}

/** An item whose fields were made to say something else. */
export interface Written {
  readonly item: Pick<WorkItem, 'issueKey' | 'linkedIds'>;
  readonly changes: readonly FieldChange[];
}

/** As many as one comparison takes. */
const AT_ONCE = 100;

const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
    all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );

/** Has items compared that others which changed may hold back: what they are linked to. */
export const compareLinked = (issueIds: readonly string[]): readonly FollowUp[] =>
  chunks([...new Set(issueIds)]).map((some) => ({ kind: 'compare-fields', issueIds: some }));

/**
 * Has those compared whose verdict rests on items that changed: linked ones, and children where children follow. It ends
 * where nothing differs any more.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function spread(written: readonly Written[], ports: SpreadPorts): Promise<void> {
  const jobs = [...compareLinked(written.flatMap(({ item }) => item.linkedIds ?? []))];
  const gates = written.filter(({ changes }) => changes.some(({ field }) => field === 'gate'));
  if (gates.length > 0 && (await followersOf(ports)) !== 'none') {
    for (const parents of chunks(gates.map(({ item }) => item.issueKey))) {
      jobs.push({ kind: 'compare-children', parents });
    }
  }
  if (jobs.length > 0) await retry(() => ports.followUps.push(jobs));
}
