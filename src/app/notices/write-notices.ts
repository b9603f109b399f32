import { Unavailable } from '../../platform/unavailable';
import { CHANGES_AT_ONCE, type ClockStore, type Notice } from './ports';

/**
 * Writes notices that were not there, as many together as one write takes; one that somebody else wrote meanwhile is as
 * good.
 *
 * @throws Unavailable when some could not be written.
 */
export async function writeNotices(
  notices: readonly Notice[],
  clocks: Pick<ClockStore, 'notices' | 'commit'>,
): Promise<void> {
  for (let i = 0; i < notices.length; i += CHANGES_AT_ONCE) {
    const some = notices.slice(i, i + CHANGES_AT_ONCE);
    if (await clocks.commit(some.map((notice) => ({ kind: 'notice' as const, notice })))) continue;
    const known = await clocks.notices(some.map(({ key }) => key));
    const missing = some.filter(({ key }) => !known.has(key));
    const written =
      missing.length === 0 ||
      (await clocks.commit(missing.map((notice) => ({ kind: 'notice' as const, notice }))));
    if (!written) throw new Unavailable('storage', 'notices could not be written');
  }
}
