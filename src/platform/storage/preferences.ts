import { kvs } from '@forge/kvs';
import type { PreferenceStore } from '../../app/notices/ports';
import { HEARD, HEARD_DAILY, usualPreferences, type Preferences } from '../../domain/notices/preferences';
import type { AccountId, Instant } from '../../domain/values';
import { storageCall } from './kvs-failure';

export const PREFERENCE_ENTITY = 'preference';

/** What one person chose, under their account id. */
export interface PreferenceRecord extends Preferences {
  readonly accountId: AccountId;
  readonly updatedAt: Instant;
}

const among = <T extends string>(all: readonly T[], value: unknown, usual: T): T =>
  all.find((one) => one === value) ?? usual;

/** What nobody of this version could have chosen is as if it was not. */
const decode = ({ asked, answers, reminders, changed }: PreferenceRecord): Preferences => ({
  asked: among(HEARD, asked, usualPreferences.asked),
  answers: among(HEARD, answers, usualPreferences.answers),
  reminders: among(HEARD_DAILY, reminders, usualPreferences.reminders),
  changed: among(HEARD_DAILY, changed, usualPreferences.changed),
});

/** What people chose to hear, in a custom entity of Forge's. */
export const preferenceStore: PreferenceStore = {
  async read(accountId) {
    const found = await storageCall(() => kvs.entity<PreferenceRecord>(PREFERENCE_ENTITY).get(accountId));
    return found && decode(found);
  },

  async save(accountId, preferences) {
    const record: PreferenceRecord = { ...preferences, accountId, updatedAt: new Date().toISOString() };
    await storageCall(() => kvs.entity<PreferenceRecord>(PREFERENCE_ENTITY).set(accountId, record));
  },
};
