import type { CharterEvent } from '../../domain/charter/events';
import { evolve } from '../../domain/charter/evolve';
import { continued } from '../../domain/charter/lifecycle/continued';
import { moveEvents } from '../../domain/charter/lifecycle/move';
import { noticed } from '../../domain/charter/lifecycle/noticed';
import { deletionOf } from '../../domain/charter/lifecycle/record-deletion';
import type { IssueKey } from '../../domain/values';
import { dueAt } from './after-change';
import { foundAgain, isOwn, type FoundAgain } from '../subject/own-charter';
import type { RawWorkItem } from '../subject/ports';
import type { CharterStore, StoredCharter } from './ports';
import type { Clock, Jira } from '../ports';
import { Unavailable } from '../../platform/unavailable';
import { logError } from '../../platform/log';

export interface RekeyPorts {
  readonly jira: Pick<Jira, 'workItem'>;
  readonly charters: Pick<CharterStore, 'read' | 'readCharter' | 'readLedger' | 'move' | 'find'>;
  readonly clock: Clock;
}

/** Readers and writers who meet while a charter moves are few; more attempts would hide a defect. */
const ATTEMPTS = 5;

/** The storage key of a quarantined charter: its item is gone from Jira, and its key belongs to another item now. */
const quarantineKey = (issueKey: IssueKey, issueId: string): IssueKey => `${issueKey}:${issueId}`;

/** The key that an item of a charter kept aside had. */
const shownKey = (issueKey: IssueKey): IssueKey => issueKey.split(':')[0] ?? issueKey;

async function wholeHistory(
  stored: StoredCharter,
  charters: RekeyPorts['charters'],
): Promise<readonly CharterEvent[]> {
  let whole = stored.history;
  for (let before = stored.earlier; before > 0;) {
    const page = await charters.readLedger(stored, before);
    whole = [...page.events, ...whole];
    before = page.from;
  }
  return whole;
}

const withEvents = (
  stored: StoredCharter,
  version: number,
  events: readonly CharterEvent[],
): StoredCharter => ({
  ...stored,
  version,
  charter: events.reduce(evolve, stored.charter),
  history: [...stored.history, ...events],
});

/** One attempt to write under `to` what lies under `from`. True when it is settled, one way or the other. */
async function moveOnce(
  keys: { readonly from: IssueKey; readonly to: IssueKey },
  [moving, there]: readonly [StoredCharter, StoredCharter],
  events: readonly CharterEvent[],
  { charters, clock }: RekeyPorts,
): Promise<boolean> {
  const next = withEvents(moving, Math.max(moving.version, there.version) + 1, events);
  const outcome = await charters.move(
    { ...keys, fromVersion: moving.version, toVersion: there.version },
    next,
    clock.now(),
    dueAt(next, undefined, clock.now()),
  );
  if (outcome === 'full')
    logError('A charter could not follow its item', new Error('the record is too large'));
  return outcome !== 'conflict';
}

/**
 * Takes an item's charter from a key it had before to the one it has now. Where a second charter was begun there
 * meanwhile, the two become one: the first goes on with what the second recorded.
 *
 * @throws Unavailable when storage or Jira does not answer, or others keep writing.
 */
export async function rekeyCharter(
  from: IssueKey,
  to: IssueKey,
  issueId: string,
  ports: RekeyPorts,
): Promise<void> {
  const { charters, clock } = ports;
  let waiting: string | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [moving, there] = await Promise.all([charters.readCharter(from), charters.readCharter(to)]);
    if (moving.version === 0 || moving.issueId !== issueId) return;
    if (!isOwn(there, issueId)) {
      if (await changedPlaces(from, to, there, ports)) waiting = there.issueId;
      else await evictForeignCharter(to, there, ports);
      continue;
    }
    const events = [
      ...moveEvents(moving.charter, shownKey(from), to, clock.now()),
      ...continued(
        moving.charter,
        there.version === 0 ? [] : await wholeHistory(there, charters),
        clock.now(),
      ),
    ];
    if (!(await moveOnce({ from, to }, [moving, there], events, ports))) continue;
    if (waiting !== undefined) await rekeyCharter(quarantineKey(to, waiting), from, waiting, ports);
    return;
  }
  throw new Unavailable('storage', 'the charter is busy');
}

/**
 * Where two items changed places, as those of two projects do whose keys were swapped, one has to step aside: true where
 * it did, and is to have the other's key.
 */
async function changedPlaces(
  from: IssueKey,
  to: IssueKey,
  foreign: StoredCharter,
  ports: RekeyPorts,
): Promise<boolean> {
  const raw = await ports.jira.workItem('app', foreign.issueId);
  if (raw?.issueKey !== from) return false;
  const aside = quarantineKey(to, foreign.issueId);
  const there = await ports.charters.readCharter(aside);
  if (!(await moveOnce({ from: to, to: aside }, [foreign, there], [], ports)))
    throw new Unavailable('storage', 'the charter is busy');
  return true;
}

/** Moves another item's charter away from this key: to the key its item has now, or into quarantine if that item is gone. */
export async function evictForeignCharter(
  issueKey: IssueKey,
  foreign: StoredCharter,
  ports: RekeyPorts,
): Promise<void> {
  const { issueId, charter } = foreign;
  const raw = await ports.jira.workItem('app', issueId);
  const current = raw?.issueKey;
  if (current !== undefined && current !== issueKey) return rekeyCharter(issueKey, current, issueId, ports);
  const to = quarantineKey(issueKey, issueId);
  const there = await ports.charters.readCharter(to);
  const lost = deletionOf(charter, noticed(ports.clock.now()));
  const settled = await moveOnce({ from: issueKey, to }, [foreign, there], lost.ok ? lost.value : [], ports);
  if (!settled) throw new Unavailable('storage', 'the charter is busy');
}

/**
 * Moves charters of this item that lie under its former keys to the one it has now. True when there is one, be it that
 * somebody else moved it a moment ago: whoever read none has to read again.
 */
export async function claimOrphans(issueKey: IssueKey, issueId: string, ports: RekeyPorts): Promise<boolean> {
  const { found } = await ports.charters.find({ issueId });
  const elsewhere = found.filter((one) => one.issueKey !== issueKey);
  for (const one of elsewhere) await rekeyCharter(one.issueKey, issueKey, issueId, ports);
  return found.length > 0;
}

/**
 * An item's record and its project's policy, for who is about to write: a charter that still lies under a former key is
 * brought to the one it has before, and the policy is found by the project's id.
 *
 * @param found what a read under the item's key brought
 * @throws Unavailable
 */
export async function settledRecord(
  raw: RawWorkItem,
  found: Awaited<ReturnType<RekeyPorts['charters']['read']>>,
  ports: RekeyPorts,
): Promise<FoundAgain> {
  const first = await foundAgain(raw, found, ports);
  if (first.lyingUnder === undefined) return first;
  await rekeyCharter(first.lyingUnder, raw.issueKey, raw.issueId, ports);
  return foundAgain(raw, await ports.charters.read(raw.issueKey), ports);
}
