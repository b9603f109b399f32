import type { Success } from '../../../contract/answers';
import { usualPreferences, type Preferences } from '../../../domain/notices/preferences';
import type { AccountId } from '../../../domain/values';
import type { PreferenceStore } from '../ports';

/**
 * What a person hears, and when; with `choices`, as they choose it now.
 *
 * @throws Unavailable
 */
export async function choose(
  accountId: AccountId,
  choices: Preferences | undefined,
  preferences: PreferenceStore,
): Promise<Success<'notice/preferences'>> {
  if (choices) await preferences.save(accountId, choices);
  return { ok: true, choices: choices ?? (await preferences.read(accountId)) ?? usualPreferences };
}
