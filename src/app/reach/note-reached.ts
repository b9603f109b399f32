import { unreachedIn, type Ask, type Reach } from '../../domain/charter/reach';
import type { Charter } from '../../domain/charter/charter';
import { invitationTo } from '../../domain/notices/moves';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { standInOf, standInsOf } from '../../domain/team/presence';
import { projectOf, type AccountId, type Instant } from '../../domain/values';
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
  readonly clocks: Pick<ClockStore, 'notices' | 'policies'>;
  readonly charters: Pick<CharterStore, 'readFor' | 'readCharter' | 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/**
 * What says that somebody was told of what they are asked: the notice of the event that asked them, or the one that went to
 * whoever stands in for them.
 */
function invitationsOf({ item, past, policy }: Waiting, ask: Ask): readonly string[] {
  const step = invitationTo(past, ask);
  if (step === undefined) return [];
  return [ask.who, ...standInsOf(ask.who, policy)].map((who) => `${item.issueId}:${step}:${who}`);
}

const answersFor = (accountId: AccountId, { who }: Ask, policy: Policy, now: Instant): boolean =>
  who === accountId || standInOf(who, policy, now) === accountId;

interface Found extends Reach {
  readonly ask: Ask;
}

/** An item on which somebody was not reached yet. */
interface Waiting {
  readonly item: DueItem;
  readonly past: StoredCharter;
  readonly policy: Policy;
  readonly asks: readonly Ask[];
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
  const waiting = await waitingOn(items, ports);
  if (waiting.length === 0) return;
  const keys = opened ? [] : waiting.flatMap((one) => one.asks.flatMap((ask) => invitationsOf(one, ask)));
  const notices =
    keys.length === 0 ? new Map<string, Notice>() : await retry(() => ports.clocks.notices(keys));
  const changed: FollowUp[] = [];
  for (const one of waiting) {
    const { item, past, policy, asks } = one;
    const found = opened
      ? asks
          .filter((ask) => answersFor(opened.accountId, ask, policy, opened.at))
          .map((ask): Found => ({ ask, at: opened.at, way: 'opened' }))
      : asks.flatMap((ask) => invitationsOf(one, ask).flatMap((key) => toldOf(ask, notices.get(key))));
    if (!(await record(item, past, found, ports))) continue;
    // A clock begins: the sweep is to know when it runs out, and the fields what waits.
    changed.push(
      { kind: 'escalate', items: [item], anyway: true },
      { kind: 'write-fields', issueKey: item.issueKey },
    );
  }
  if (changed.length > 0) await retry(() => ports.followUps.push(changed));
}

async function waitingOn(
  items: readonly DueItem[],
  { charters, clocks }: ReachPorts,
): Promise<readonly Waiting[]> {
  const stored = await retry(() => charters.readFor(items));
  const waiting = items.flatMap((item) => {
    const past = stored.get(item.issueId);
    const asks = past && past.version > 0 ? unreachedIn(past.charter) : [];
    return past && asks.length > 0 ? [{ item, past, asks }] : [];
  });
  if (waiting.length === 0) return [];
  const projects = [...new Set(waiting.map(({ item }) => projectOf(item.issueKey)))];
  const policies = await retry(() => clocks.policies(projects));
  return waiting.map((one) => ({
    ...one,
    policy: policies.get(projectOf(one.item.issueKey)) ?? siteDefault,
  }));
}

/**
 * Has it noted that somebody looked at what they are asked; nothing where nothing of theirs waits to be. What the queue
 * does not take is noted the next time: a page is shown all the same.
 */
export async function noteOpened(
  accountId: AccountId,
  items: readonly (DueItem & { readonly charter: Charter; readonly policy: Policy })[],
  now: Instant,
  followUps: FollowUps,
): Promise<void> {
  const waiting = items.filter(({ charter, policy }) =>
    unreachedIn(charter).some((ask) => answersFor(accountId, ask, policy, now)),
  );
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
