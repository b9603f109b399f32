import type { ReminderAnswer } from '../../contract/answers';
import { remindersOf, type Reminder } from '../../domain/commitments/reminders';
import type { WorkItem } from '../../domain/gate/item';
import { utcDate } from '../../domain/time/time';
import type { AccountId } from '../../domain/values';
import type { AuthorizedItem } from '../charter/authorize-item';
import type { Clock } from '../ports';
import type { ClockStore, Notice } from './ports';
import { CommandRejected } from '../charter/run-command';
import { writeNotices } from './write-notices';

export interface RemindPorts {
  readonly clocks: Pick<ClockStore, 'notices' | 'commit'>;
  readonly clock: Clock;
}

const sortedOnce = (ids: readonly AccountId[]): readonly AccountId[] => [...new Set(ids)].sort();

/**
 * Has those an item waits for reminded of it in their next mail of the day: each question once, whoever asks how often.
 * What is settled before the mail goes is not in it. The caller is not reminded of what waits for themselves.
 *
 * @throws CommandRejected `forbidden` for who neither owns nor edits the item; Unavailable.
 */
export async function remind(
  scope: AuthorizedItem & { readonly item: WorkItem },
  { clocks, clock }: RemindPorts,
): Promise<ReminderAnswer> {
  const { accountId, canEdit, stored, item } = scope;
  const now = clock.now();
  if (!canEdit && stored.charter.dri?.accountId !== accountId) {
    throw new CommandRejected({ code: 'forbidden', needs: 'edit' }, {}, utcDate(now));
  }
  const waiting = remindersOf(stored.charter, now)
    .filter(({ who }) => who !== accountId)
    .map(({ key: step, who }: Reminder): Notice => ({
      key: `${item.issueId}:${step}:${who}`,
      accountId: who,
      issueId: item.issueId,
      issueKey: item.issueKey,
      step,
      audience: 'asked',
      how: 'mail',
      state: 'waiting',
      sendAfter: now,
    }));
  const known = await clocks.notices(waiting.map(({ key }) => key));
  const fresh = waiting.filter(({ key }) => !known.has(key));
  await writeNotices(fresh, clocks);
  const people = (notices: readonly Notice[]) => sortedOnce(notices.map((notice) => notice.accountId));
  return {
    ok: true,
    reminded: people(fresh),
    already: people(waiting.filter(({ key }) => known.has(key))),
  };
}
