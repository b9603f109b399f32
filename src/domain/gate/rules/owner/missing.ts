import type { AccountId } from '../../../values';
import { candidatesOf } from '../../owner';
import { anyone, type Check, type Rule } from '../rule';

/** Somebody owns it: nobody is nominated, and the policy’s field names nobody. */
export const rule = {
  id: 'owner.missing',
  group: 'owner',
  defaults: { start: 'block', finish: 'block' },
  asks: 'one-owner',
  inJira: 'owner-source',
} as const satisfies Rule;

interface Facts {
  readonly declinedBy?: AccountId;
  /** They had accepted before. */
  readonly handedBack?: boolean;
  /** Whom they suggest instead. */
  readonly suggested?: AccountId;
}

export const check: Check<Facts> = {
  path: 'owner',
  unmet: ({ charter: { dri, declinedNomination: declined }, item }) =>
    dri || candidatesOf(item).length > 0
      ? []
      : [
          {
            ...(declined && { declinedBy: declined.accountId, handedBack: declined.handedBack }),
            ...(declined?.suggestedAccountId !== undefined && { suggested: declined.suggestedAccountId }),
          },
        ],
  who: anyone,
};
