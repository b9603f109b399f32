import { isUnsettled } from './agreement/agreement';
import type { Charter } from './charter';
import { isUndecided } from './escalation/escalation';
import { awayNow, type AwayNow, type WithPresence } from '../team/presence';
import type { AccountId, Instant } from '../values';

/** Whom a charter waits for, or who owns it, and who is away now, as a reader may know it. */
export function awayOfAsked(
  { dri, agreements, escalations }: Charter,
  reader: AccountId,
  policy: WithPresence,
  now: Instant,
): Readonly<Record<AccountId, AwayNow>> {
  const asked = new Set([
    ...(dri ? [dri.accountId] : []),
    ...agreements.filter(isUnsettled).map(({ providerAccountId }) => providerAccountId),
    ...escalations.filter(isUndecided).map(({ toAccountId }) => toAccountId),
  ]);
  return Object.fromEntries(
    [...asked].flatMap((accountId) => {
      const away = awayNow(accountId, reader, policy, now);
      return away ? [[accountId, away] as const] : [];
    }),
  );
}

/** Those who answer for them meanwhile. */
export const standInsAmong = (away: Readonly<Record<AccountId, AwayNow>>): readonly AccountId[] =>
  Object.values(away).flatMap(({ standIn }) => standIn ?? []);
