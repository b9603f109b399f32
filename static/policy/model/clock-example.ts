import { emptyCharter, type Charter } from '../../../src/domain/charter/charter';
import type { Step } from '../../../src/domain/notices/steps';
import type { Cause } from '../../../src/domain/policy/notice-steps';
import { steps } from '../../../src/domain/notices/clocks';
import type { ClockPolicy } from '../../../src/domain/policy/clock-policy';
import { nextWorkingMoment } from '../../../src/domain/time/working-hours';
import { localDate } from '../../../src/domain/time/local-date';
import { addDays, type Instant, type IsoDate } from '../../../src/domain/time/time';

/** One step of an example: when its hour comes, and when people in the calendar’s zone are told. */
export interface ExampleStep {
  readonly step: Step;
  readonly toldAt: Instant;
}

export interface Example {
  readonly askedAt: Instant;
  readonly unanswered: readonly ExampleStep[];
  readonly promisedFor: IsoDate;
  readonly undelivered: readonly ExampleStep[];
}

/** Friday, half past four: the request everybody knows. */
const FRIDAY = { workdays: [5], from: '16:30', to: '16:31', holidays: [] } as const;

const [DRI, PROVIDER] = ['example-dri', 'example-provider'];

/** What the escalation does with a request put on the next Friday at 16:30, by the domain itself. */
export function clockExample(policy: ClockPolicy, now: Instant): Example {
  const { calendar } = policy.clocks;
  const { timeZone } = calendar;
  const askedAt = nextWorkingMoment(now, timeZone, { ...FRIDAY, timeZone });
  // The Wednesday of the week after.
  const promisedFor = localDate(addDays(askedAt, 12), timeZone);
  const terms = {
    id: 'A1',
    providerAccountId: PROVIDER,
    providerZone: timeZone,
    deliverable: '',
    acceptance: '',
    neededBy: promisedFor,
    requestedBy: DRI,
    requestedAt: askedAt,
    rounds: 1,
    rework: 0,
    dateChanges: [],
  };
  const owned: Charter = {
    ...emptyCharter,
    dri: {
      accountId: DRI,
      status: 'accepted',
      nominatedBy: 'example-sponsor',
      nominatedAt: askedAt,
      acceptedAt: askedAt,
    },
  };
  const asked: Charter = { ...owned, agreements: [{ ...terms, status: 'requested' }] };
  const promised: Charter = {
    ...owned,
    agreements: [{ ...terms, status: 'acknowledged', acknowledgedAt: askedAt, committedBy: promisedFor }],
  };
  const stepsOf = (charter: Charter, cause: Cause): readonly ExampleStep[] =>
    steps(charter, policy)
      .filter((step) => step.cause === cause)
      .map((step) => ({ step, toldAt: nextWorkingMoment(step.at, timeZone, calendar) }));
  return {
    askedAt,
    unanswered: stepsOf(asked, 'acknowledgement'),
    promisedFor,
    undelivered: [...stepsOf(promised, 'due-soon'), ...stepsOf(promised, 'overdue')],
  };
}
