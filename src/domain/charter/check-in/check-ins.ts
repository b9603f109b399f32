import { isOverdue, type Agreement } from '../agreement/agreement';
import type { Charter } from '../charter';
import { isBefore, type Instant } from '../../time/time';
import type { CheckIn, Need } from './check-in';

export const lastCheckIn = ({ checkIns }: Charter): CheckIn | undefined => checkIns.at(-1);

/** Agreements that say otherwise when somebody says “on track”: declined, or overdue. */
export const contradicting = ({ agreements }: Charter, now: Instant): readonly Agreement[] =>
  agreements.filter((agreement) => agreement.status === 'declined' || isOverdue(agreement, now));

/**
 * What the last check-in needed from others and nobody has been asked for since: check-ins once stated needs without
 * asking for them. One without a name counts as asked for when the same person was asked for it in the same words.
 */
export function openNeeds(charter: Charter): readonly Need[] {
  const last = lastCheckIn(charter);
  if (!last) return [];
  const asked = [
    ...charter.agreements.map(({ needId, providerAccountId: who, deliverable: what, requestedAt: at }) => ({
      needId,
      who,
      what,
      at,
    })),
    ...charter.escalations.map(({ needId, toAccountId: who, question: what, raisedAt: at }) => ({
      needId,
      who,
      what,
      at,
    })),
  ];
  return last.needs.filter(
    ({ id, as, accountId, what }) =>
      as === undefined &&
      !asked.some((one) =>
        id === undefined
          ? one.who === accountId && one.what === what && !isBefore(one.at, last.at)
          : one.needId === id,
      ),
  );
}
