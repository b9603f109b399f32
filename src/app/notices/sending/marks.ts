import { Unavailable } from '../../../platform/unavailable';
import { retry, backoff } from '../../../platform/retry';
import type { Instant } from '../../../domain/values';
import { CHANGES_AT_ONCE, type ClockStore, type Notice } from '../ports';

/** Together some seconds: an outage that lasts longer costs a second notice. */
const MARK_ATTEMPTS = 24;

type Clocks = Pick<ClockStore, 'commit' | 'notices'>;

/** Writes notices as they are now, until it is written; those that wait no more stay as they are. */
async function write(notices: readonly Notice[], clocks: Clocks): Promise<boolean> {
  let written = true;
  for (let i = 0; i < notices.length; i += CHANGES_AT_ONCE) {
    let left = notices.slice(i, i + CHANGES_AT_ONCE);
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > MARK_ATTEMPTS) {
        written = false;
        break;
      }
      if (attempt > 1) await backoff(attempt);
      const changes = left.map((notice) => ({ kind: 'update' as const, notice }));
      if (await retry(() => clocks.commit(changes)).catch(() => false)) break;
      const now = await retry(() => clocks.notices(left.map(({ key }) => key)));
      left = left.filter(({ key }) => now.get(key)?.state === 'waiting');
    }
  }
  return written;
}

/** Writes what became of notices: they were told, and must not be told again. */
export async function mark(
  notices: readonly Notice[],
  state: Notice['state'],
  clocks: Clocks,
): Promise<void> {
  await write(
    notices.map((notice) => ({ ...notice, state })),
    clocks,
  );
}

/** Writes that notices were told, when and how: by that their readers count as reached. */
export const markTold = (
  notices: readonly Notice[],
  told: { readonly at: Instant; readonly via: NonNullable<Notice['via']> },
  clocks: Clocks,
): Promise<void> =>
  mark(
    notices.map((notice) => ({ ...notice, toldAt: told.at, via: told.via })),
    'told',
    clocks,
  );

/** Without what is known of a mail about it. */
export function untried({
  triedAt: _at,
  triedThrough: _through,
  triedBy: _by,
  lost: _lost,
  ...notice
}: Notice): Notice {
  return notice;
}

/** Marks some, where nobody else did: all of them or none. */
async function markSome(notices: readonly Notice[], clocks: Clocks): Promise<boolean> {
  const keys = notices.map(({ key }) => key);
  for (let attempt = 1; attempt <= MARK_ATTEMPTS; attempt += 1) {
    if (attempt > 1) await backoff(attempt);
    const changes = notices.map((notice) => ({ kind: 'try' as const, notice }));
    if (await retry(() => clocks.commit(changes)).catch(() => false)) return true;
    const now = await retry(() => clocks.notices(keys));
    // The answer was lost, and the marks are there all the same.
    if (notices.every(({ key, triedBy }) => now.get(key)?.triedBy === triedBy)) return true;
    const isFree = keys.every((key) => {
      const one = now.get(key);
      return one?.state === 'waiting' && one.triedAt === undefined;
    });
    if (!isFree) return false;
  }
  return false;
}

/**
 * Writes, before a mail goes, that one does: whoever looks later and finds no end of it knows that it may have gone, and
 * of two that would send it at the same time one does.
 *
 * @throws Unavailable when it could not be written, or another run sends it, and nothing may be sent.
 */
export async function markTried(
  notices: readonly Notice[],
  through: string,
  at: Instant,
  clocks: Clocks,
): Promise<void> {
  const triedBy = crypto.randomUUID();
  const tried = notices.map((notice) => ({
    ...untried(notice),
    triedAt: at,
    triedThrough: through,
    triedBy,
  }));
  for (let i = 0; i < tried.length; i += CHANGES_AT_ONCE) {
    if (await markSome(tried.slice(i, i + CHANGES_AT_ONCE), clocks)) continue;
    await markUntried(notices.slice(0, i), clocks);
    throw new Unavailable('storage', 'notices are busy');
  }
}

/** Writes that Jira did not take a mail, so that another may go. */
export const markUntried = (notices: readonly Notice[], clocks: Clocks): Promise<boolean> =>
  write(notices.map(untried), clocks);

/** Writes that nobody knows whether a mail went: no other one goes. Answers the notices as they are now. */
export async function markLost(
  notices: readonly Notice[],
  through: string,
  at: Instant,
  clocks: Clocks,
): Promise<readonly Notice[]> {
  const lost = notices.map((notice): Notice => ({
    ...notice,
    triedAt: at,
    triedThrough: through,
    lost: true,
  }));
  await write(lost, clocks);
  return lost;
}
