import type { Charter } from '../charter/charter';
import { contradicting, lastCheckIn, nextCheckInAt } from '../follow-through/check-ins';
import type { Instant } from '../values';
import type { Unmet } from './finding';
import type { WorkItem } from './item';

/** “On track: yes” beside an overdue or declined agreement: green outside, red inside. */
function contradicted(charter: Charter, now: Instant): readonly Unmet[] {
  const last = lastCheckIn(charter);
  const [first, ...others] = contradicting(charter, now);
  return last?.onTrack && first
    ? [
        {
          rule: 'checkin.contradicted',
          accountId: last.by,
          at: last.at,
          agreementId: first.id,
          deliverable: first.deliverable,
          others: others.length,
        },
      ]
    : [];
}

/** Work that has not begun owes nobody a weekly answer. */
function stale(charter: Charter, item: WorkItem, everyDays: number, now: Instant): readonly Unmet[] {
  const due = nextCheckInAt(charter, everyDays);
  const accountId = charter.dri?.accountId;
  if (due === null || accountId === undefined || item.status.category !== 'indeterminate' || now < due)
    return [];
  return [{ rule: 'checkin.stale', accountId, due }];
}

/** Everything unmet about keeping promises alive once they are made. */
export const followThroughFindings = (
  charter: Charter,
  item: WorkItem,
  checkInEveryDays: number,
  now: Instant,
): readonly Unmet[] => [
  ...contradicted(charter, now),
  ...charter.escalations
    .filter(({ answer }) => !answer)
    .map(({ id: escalationId, question, toAccountId, raisedAt: since }): Unmet => ({
      rule: 'escalation.unanswered',
      escalationId,
      question,
      toAccountId,
      since,
    })),
  ...stale(charter, item, checkInEveryDays, now),
];
