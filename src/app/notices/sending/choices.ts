import { usualPreferences, type Heard, type Preferences } from '../../../domain/notices/preferences';
import { siteDefault } from '../../../domain/policy/policy';
import { endOfDay, localDate } from '../../../domain/time/local-date';
import { projectOf, type AccountId, type Instant } from '../../../domain/values';
import { retry } from '../../../platform/retry';
import type { Line } from '../digest-lines';
import { putOff, tellAt } from '../notify';
import type { ClockStore, Notice, PreferenceStore } from '../ports';
import { zoneOf, type Delivery } from '../delivery';
import { mark, markTold } from './marks';

/** When the reader of a line wants to hear of it. */
export function heardOf({ subject, notice }: Line, chosen: Preferences): Heard {
  switch (subject.kind) {
    case 'move': {
      const { kind } = subject.prompt;
      if (kind === 'move') return chosen.asked;
      return kind === 'answer' ? chosen.answers : chosen.changed;
    }
    case 'reminder':
      return chosen.reminders;
    case 'rung':
      // Whoever else a step tells has something to do about it.
      return notice.audience === 'asked' ? chosen.reminders : 'day';
    case 'warned':
      return chosen.changed;
  }
}

/** What somebody chose; what cannot be read now is asked for again, since a mail they did not want cannot be taken back. */
export const preferencesOf = async (
  accountId: AccountId,
  preferences: Pick<PreferenceStore, 'read'>,
): Promise<Preferences> => (await retry(() => preferences.read(accountId))) ?? usualPreferences;

/** When the next working day of a reader begins, by the project's days. */
async function nextWorkday(
  notices: readonly Notice[],
  { reader, now }: Delivery,
  clocks: Pick<ClockStore, 'policies'>,
): Promise<(notice: Notice) => Instant> {
  const policies = await retry(() =>
    clocks.policies([...new Set(notices.map(({ issueKey }) => projectOf(issueKey)))]),
  );
  const zone = zoneOf(reader);
  const tonight = endOfDay(localDate(now, zone), zone);
  return ({ issueKey }) => tellAt(reader, policies.get(projectOf(issueKey)) ?? siteDefault, tonight);
}

const noticesOf = (lines: readonly Line[]): readonly Notice[] => lines.map(({ notice }) => notice);

/**
 * The lines that are told at once. Those whose reader wants them with the day's mail wait for it; those that they want on
 * the page alone count as told once their next working day begins.
 */
export async function toldAtOnce(
  lines: readonly Line[],
  chosen: Preferences,
  delivery: Delivery,
  clocks: Pick<ClockStore, 'commit' | 'notices' | 'policies'>,
): Promise<readonly Line[]> {
  const others = lines.filter((line) => heardOf(line, chosen) !== 'at-once');
  if (others.length === 0) return lines;
  const next = await nextWorkday(noticesOf(others), delivery, clocks);
  const apart = others.map(({ notice, ...line }): Notice => {
    const heard = heardOf({ notice, ...line }, chosen) === 'page' ? 'page' : 'day';
    return { ...notice, chosen: heard };
  });
  await putOff(apart, (notice) => (notice.chosen === 'page' ? next(notice) : delivery.now), clocks);
  return lines.filter((line) => !others.includes(line));
}

/** The lines that go with the day's mail. Those for the page alone are noted as told, or as found there. */
export async function toldToday(
  lines: readonly Line[],
  chosen: Preferences,
  { now }: Delivery,
  clocks: Pick<ClockStore, 'commit' | 'notices'>,
): Promise<readonly Line[]> {
  const paged = lines.filter((line) =>
    line.notice.chosen ? line.notice.chosen === 'page' : heardOf(line, chosen) === 'page',
  );
  const asked = paged.filter(({ subject }) => subject.kind === 'move');
  await markTold(noticesOf(asked), { at: now, via: 'page' }, clocks);
  await mark(noticesOf(paged.filter((line) => !asked.includes(line))), 'kept', clocks);
  return lines.filter((line) => !paged.includes(line));
}
