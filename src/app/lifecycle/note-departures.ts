import { departedAt, holdersOf } from '../../domain/charter/departures';
import type { Charter } from '../../domain/charter/charter';
import type { AccountId } from '../../domain/values';
import { retry } from '../../platform/retry';
import { followUpsOf } from '../charter/after-change';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterStore } from '../charter/ports';
import type { NoteDeparturesJob } from '../jobs/lifecycle/note-departures';
import type { FollowUps } from '../jobs/ports';
import type { Clock, Jira } from '../ports';

export interface DeparturePorts {
  readonly charters: Pick<CharterStore, 'readFor' | 'readCharter' | 'write'>;
  readonly jira: Pick<Jira, 'people'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Those of whom a record says something else than Jira, and whether they left. Of whom Jira tells nothing, nothing is noted. */
function differing(charter: Charter, active: ReadonlyMap<AccountId, boolean>) {
  const known = (charter.departed ?? []).map(({ accountId }) => accountId);
  return [...new Set([...holdersOf(charter), ...known])].flatMap((accountId) => {
    const isActive = active.get(accountId);
    const isNoted = departedAt(charter, accountId) !== undefined;
    return isActive === undefined || isActive !== isNoted ? [] : [{ accountId, left: !isActive }];
  });
}

/**
 * Asks Jira about everybody on whom something rests on some items, and notes who left or is back, so that whoever can put
 * it to somebody else is told. Twice, it notes nothing new.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function noteDepartures({ items }: NoteDeparturesJob, ports: DeparturePorts): Promise<void> {
  const { charters, jira, followUps, clock } = ports;
  const stored = await retry(() => charters.readFor(items));
  const everybody = [...stored.values()].flatMap(({ charter }) => [
    ...holdersOf(charter),
    ...(charter.departed ?? []).map(({ accountId }) => accountId),
  ]);
  if (everybody.length === 0) return;
  const known = await retry(() => jira.people('app', [...new Set(everybody)]));
  const active = new Map(known.map((one) => [one.accountId, one.active]));
  for (const { issueId, issueKey } of items) {
    let current = stored.get(issueId);
    if (!current || current.version === 0) continue;
    for (const who of differing(current.charter, active)) {
      const now = clock.now();
      const changed = await changeAsHoldfast(
        { issueKey, issueId, stored: current, command: { type: 'record-departure', ...who }, now },
        charters,
      );
      if (!changed.ok) continue;
      current = changed.value;
      await retry(() => followUps.push(followUpsOf(issueKey, changed.value, now)));
    }
  }
}
