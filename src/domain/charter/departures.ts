import { isErased } from '../erased';
import { HOLDFAST_ACTOR, type AccountId } from '../ids';
import type { Instant } from '../time/time';
import type { Agreement, AgreementStatus } from './agreement/agreement';
import type { Charter } from './charter';
import { isUndecided } from './escalation/escalation';

/** Somebody whose account was found deactivated while something rested on them here. */
export interface Departure {
  readonly accountId: AccountId;
  readonly at: Instant;
}

const KEPT: readonly AgreementStatus[] = ['requested', 'countered', 'acknowledged'];

/** Whether its provider has still to keep or answer it. What they delivered waits for the other side, and goes on without them. */
export const restsOnProvider = ({ status }: Agreement): boolean => KEPT.includes(status);

/** Everybody on whom something of a charter rests: its owner or nominee, providers, and who is to decide. Each once. */
export function holdersOf({ dri, agreements, escalations, itemDeletedAt }: Charter): readonly AccountId[] {
  if (itemDeletedAt !== undefined) return [];
  const all = [
    ...(dri ? [dri.accountId] : []),
    ...agreements.filter(restsOnProvider).map(({ providerAccountId }) => providerAccountId),
    ...escalations.filter(isUndecided).map(({ toAccountId }) => toAccountId),
  ];
  return [...new Set(all)].filter((accountId) => accountId !== HOLDFAST_ACTOR && !isErased(accountId));
}

/** When somebody was found to have left; undefined where that was not noticed. */
export const departedAt = (
  { departed = [] }: Pick<Charter, 'departed'>,
  accountId: AccountId,
): Instant | undefined => departed.find((one) => one.accountId === accountId)?.at;
