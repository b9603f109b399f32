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

const changesGate = ({ changes }: Written): boolean => changes.some(({ field }) => field === 'gate');

/** Whether anything waits for an answer began or ended: what rests on this item is told by no more than that. */
const beganOrEnded = ({ changes }: Written): boolean =>
  changes.some(({ field, value, was }) => field === 'unanswered' && (value === 0) !== (was === 0));

/**
 * Has those compared whose verdict rests on items that changed: linked ones, and children where children follow. It ends
 * where nothing differs any more.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function spread(written: readonly Written[], ports: SpreadPorts): Promise<void> {
  const gates = written.filter(changesGate);
  const linked = written
    .filter((one) => changesGate(one) || beganOrEnded(one))
    .flatMap(({ item }) => item.linkedIds ?? []);
  const jobs: FollowUp[] = chunks([...new Set(linked)]).map((issueIds) => ({
    kind: 'compare-fields',
    issueIds,
  }));
  if (gates.length > 0 && (await followersOf(ports)) !== 'none') {
    for (const parents of chunks(gates.map(({ item }) => item.issueKey))) {
      jobs.push({ kind: 'compare-children', parents });
    }
  }
  if (jobs.length > 0) await retry(() => ports.followUps.push(jobs));
}
