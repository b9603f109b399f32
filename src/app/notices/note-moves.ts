import type { NoteMovesJob } from '../jobs/notices/note-moves';
import { GATHERED_SECONDS, isMoveStep, promptsOf, type Past } from '../../domain/notices/moves';
import { addHours } from '../../domain/time/time';
import type { AccountId, Instant } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { FollowUps } from '../jobs/ports';
import type { CharterStore } from '../charter/ports';
import { mustBeWritten } from '../charter/revision';
import type { Clock } from '../ports';
import type { ClockStore, DueItem, Notice } from './ports';
import { writeNotices } from './write-notices';

export interface MovesPorts {
  readonly clocks: Pick<ClockStore, 'notices' | 'commit'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

const SECONDS_PER_HOUR = 3600;

/** When what happened at a moment is told: so late that it could be undone before. */
export const promptAt = (at: Instant): Instant => addHours(at, GATHERED_SECONDS / SECONDS_PER_HOUR);

/** Whom the last day of a charter tells promptly, each person once an event. */
export const moveNotices = (item: DueItem, past: Past, now: Instant): readonly Notice[] =>
  promptsOf(past, now).map(({ step, who, event }) => ({
    key: `${item.issueId}:${step}:${who}`,
    accountId: who,
    ...item,
    step,
    audience: 'asked',
    how: 'mail',
    state: 'waiting',
    sendAfter: promptAt(event.at),
  }));

/**
 * Notes whose move it became on some items and who waited for an answer, and has them told three minutes later. Twice, it
 * notes nothing new.
 *
 * @throws Unavailable when it should be tried again; the hourly sweep finds what nobody noted.
 */
export async function noteMoves({ items, version }: NoteMovesJob, ports: MovesPorts): Promise<void> {
  const { clocks, charters, followUps, clock } = ports;
  const now = clock.now();
  const stored = await retry(() => charters.readFor(items));
  for (const one of stored.values()) mustBeWritten(one, version);
  const all = items.flatMap((item) => {
    const past = stored.get(item.issueId);
    return past && past.version > 0 ? moveNotices(item, past, now) : [];
  });
  if (all.length === 0) return;
  const known = await retry(() => clocks.notices(all.map(({ key }) => key)));
  await writeNotices(
    all.filter(({ key }) => !known.has(key)),
    clocks,
  );
  const waiting = all.filter(({ key }) => (known.get(key)?.state ?? 'waiting') === 'waiting');
  const people = new Map<AccountId, string[]>();
  for (const { accountId, key, step } of waiting) {
    // News wait for the mail of the day.
    if (isMoveStep(step)) people.set(accountId, [...(people.get(accountId) ?? []), key]);
  }
  if (people.size === 0) return;
  const jobs = [...people].map(([accountId, notices]) => ({
    kind: 'send-prompt' as const,
    accountId,
    notices,
  }));
  await retry(() => followUps.push(jobs, GATHERED_SECONDS));
}
