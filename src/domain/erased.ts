import type { AccountId } from './values';

/** What stands for a closed account once its id was taken out: `erased-1`, `erased-2`, … Jira has no such ids. */
export const erasedId = (number: number): AccountId => `erased-${number}`;

export const isErased = (accountId: AccountId): boolean => /^erased-[1-9][0-9]*$/.test(accountId);
