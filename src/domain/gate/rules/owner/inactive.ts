import type { AccountId } from '../../../values';
import { ownersNamed, isHuman } from '../../owner';
import { hasLeft } from '../../people';
import { anyone, type Check, type Rule } from '../rule';

/** The owner can act: their account is active, and Jira shows them the item. */
export const rule = {
  id: 'owner.inactive',
  group: 'owner',
  defaults: { start: 'block', finish: 'block' },
  asks: 'one-owner',
  inJira: 'owner-source',
} as const satisfies Rule;

interface Facts {
  readonly accountId: AccountId;
  /** The account is there, and Jira no longer shows it the work item; absent: it is closed or deactivated. */
  readonly lostAccess?: boolean;
}

export const check: Check<Facts> = {
  path: 'owner',
  unmet: ({ charter, item, people }) =>
    ownersNamed(charter, item).flatMap((accountId): Facts[] => {
      if (!isHuman(people, accountId)) return [];
      if (hasLeft(people, accountId)) return [{ accountId }];
      return charter.dri?.lostAccessAt === undefined ? [] : [{ accountId, lostAccess: true }];
    }),
  who: anyone,
};
