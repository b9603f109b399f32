import { hoursAfter } from '../time/working-hours';
import type { Charter } from '../charter/charter';
import type { ClockPolicy } from '../policy/clock-policy';
import { contradicting, lastCheckIn, nextCheckInAt, offTrackSaid } from '../charter/check-in/check-ins';
import { isBefore, type Instant } from '../time/time';
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
  if (
    due === null ||
    accountId === undefined ||
    item.status.category !== 'indeterminate' ||
    isBefore(now, due)
  )
    return [];
  return [{ rule: 'checkin.stale', accountId, due }];
}

/** “On track: no” is an honest answer, and stands until whoever gave it says otherwise, or somebody else owns the work. */
function offTrack(charter: Charter): readonly Unmet[] {
  const said = offTrackSaid(charter);
  return said ? [{ rule: 'checkin.off-track', accountId: said.by, at: said.at, risk: said.biggestRisk }] : [];
}

/** Everything unmet about keeping promises alive once they are made, but for the questions that wait. */
export const followThroughFindings = (
  charter: Charter,
  item: WorkItem,
  checkInEveryDays: number,
  now: Instant,
): readonly Unmet[] => [
  ...contradicted(charter, now),
  ...offTrack(charter),
  ...stale(charter, item, checkInEveryDays, now),
];

/**
 * Each question that waits for its decision, as the steps of a path of its own: over its time, and waiting at all. The
 * time is the ladder's own: the same hours, counted the same way.
 */
export const questionFindings = (
  { escalations }: Pick<Charter, 'escalations'>,
  { clocks: { decisionHours, measure, calendar } }: Pick<ClockPolicy, 'clocks'>,
  now: Instant,
): readonly (readonly Unmet[])[] =>
  escalations
    .filter(({ answer }) => !answer)
    .map(({ id: escalationId, question, toAccountId, raisedAt: since }): readonly Unmet[] => {
      const asked = { escalationId, question, toAccountId };
      const due = hoursAfter(since, decisionHours, measure, calendar);
      return [
        ...(!isBefore(now, due) ? [{ rule: 'decision.overdue' as const, ...asked, due }] : []),
        { rule: 'escalation.unanswered', ...asked, since },
      ];
    });
