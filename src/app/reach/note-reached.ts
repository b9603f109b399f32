import { unreachedIn, type Ask, type Reach } from '../../domain/charter/reach';
import type { Charter } from '../../domain/charter/charter';
import { invitationTo, type Past } from '../../domain/notices/moves';
import type { AccountId, Instant } from '../../domain/values';
import { logError } from '../../platform/log';
import { retry } from '../../platform/retry';
import { Unavailable } from '../../platform/unavailable';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { NoteReachedJob } from '../jobs/notices/note-reached';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { Clock } from '../ports';
import { CHANGES_AT_ONCE, type ClockStore, type DueItem, type Notice } from '../notices/ports';

export interface ReachPorts {
  readonly clocks: Pick<ClockStore, 'notices'>;
  readonly charters: Pick<CharterStore, 'readFor' | 'readCharter' | 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** What says that somebody was told of what they are asked: the notice of the event that asked them. */
function invitationOf(item: DueItem, past: Past, ask: Ask): string | undefined {
  const step = invitationTo(past, ask);
  return step === undefined ? undefined : `${item.issueId}:${step}:${ask.who}`;
}

interface Found extends Reach {
  readonly ask: Ask;
}

function toldOf(ask: Ask, notice: Notice | undefined): readonly Found[] {
  return notice?.state === 'told' && notice.toldAt !== undefined
    ? [{ ask, at: notice.toldAt, way: notice.via ?? 'mail' }]
    : [];
}

async function record(
  item: DueItem,
  stored: StoredCharter,
  found: readonly Found[],
  { charters, clock }: ReachPorts,
): Promise<boolean> {
  let current = stored;
  let written = false;
  for (const { ask, at, way } of found) {
    const changed = await changeAsHoldfast(
      {
        ...item,
        stored: current,
        command: { type: 'record-reach', accountId: ask.who, asks: [ask.id], way, reachedAt: at },
        now: clock.now(),
      },
      charters,
    );
    // A refusal: it is recorded, or is asked of somebody else by now.
    if (!changed.ok) continue;
    current = changed.value;
    written = true;
  }
  return written;
}

/**
 * Records who was reached with what they are asked, so that the clocks of their answers begin: because they opened the
 * item, or because of what is noted as told. Twice, it records nothing new; what nothing proves is not recorded.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function noteReached({ items, opened }: NoteReachedJob, ports: ReachPorts): Promise<void> {
  const stored = await retry(() => ports.charters.readFor(items));
  const waiting = items.flatMap((item) => {
    const past = stored.get(item.issueId);
    const asks = past && past.version > 0 ? unreachedIn(past.charter) : [];
    return past && asks.length > 0 ? [{ item, past, asks }] : [];
  });
  if (waiting.length === 0) return;
  const keys = opened
    ? []
    : waiting.flatMap(({ item, past, asks }) => asks.flatMap((ask) => invitationOf(item, past, ask) ?? []));
  const notices =
    keys.length === 0 ? new Map<string, Notice>() : await retry(() => ports.clocks.notices(keys));
  const changed: FollowUp[] = [];
  for (const { item, past, asks } of waiting) {
    const found = opened
      ? asks
          .filter(({ who }) => who === opened.accountId)
          .map((ask): Found => ({ ask, at: opened.at, way: 'opened' }))
      : asks.flatMap((ask) => toldOf(ask, notices.get(invitationOf(item, past, ask) ?? '')));
    if (!(await record(item, past, found, ports))) continue;
    // A clock begins: the sweep is to know when it runs out, and the fields what waits.
    changed.push(
      { kind: 'escalate', items: [item], anyway: true },
      { kind: 'write-fields', issueKey: item.issueKey },
    );
  }
  if (changed.length > 0) await retry(() => ports.followUps.push(changed));
}

/**
 * Has it noted that somebody looked at what they are asked; nothing where nothing of theirs waits to be. What the queue
 * does not take is noted the next time: a page is shown all the same.
 */
export async function noteOpened(
  accountId: AccountId,
  items: readonly (DueItem & { readonly charter: Charter })[],
  now: Instant,
  followUps: FollowUps,
): Promise<void> {
  const waiting = items.filter(({ charter }) => unreachedIn(charter).some(({ who }) => who === accountId));
  const jobs: FollowUp[] = [];
  for (let at = 0; at < waiting.length; at += CHANGES_AT_ONCE) {
    const some = waiting.slice(at, at + CHANGES_AT_ONCE);
    jobs.push({
      kind: 'note-reached',
      items: some.map(({ issueId, issueKey }) => ({ issueId, issueKey })),
      opened: { accountId, at: now },
    });
  }
  if (jobs.length === 0) return;
  try {
    await followUps.push(jobs);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('That somebody opened what they are asked was not noted', error);
  }
}
