import { nextCheckInAt } from '../charter/check-in/off-track';
import { confirmedUntil } from '../charter/agreement/silence';
import { type Charter } from '../charter/charter';
import { isUndecided, putAt, type Escalation } from '../charter/escalation/escalation';
import { reachedAt } from '../charter/reach';
import { zoneOfDri } from '../charter/ownership/dri-zone';
import type { AgreementId } from '../ids';
import { oncePerPair } from '../once-per-pair';
import { addDays, compareInstants, isBefore, later, msOf, type Instant } from '../time/time';
import type { ClockPolicy } from '../policy/clock-policy';
import { calendarOf } from '../team/presence';
import { addresseeCalendar } from '../charter/escalation/addressee-calendar';
import type { Cause } from '../policy/notice-steps';
import { audienceCalendar, calendarOfAsked } from './calendars';
import { ofAgreements } from './agreement-clocks';
import type { Running, Step } from './steps';
import { endOfDay } from '../time/local-date';
import { endOfFirstWorkday, hoursAfter } from '../time/working-hours';

export { isAnswerOverdue, roundOf } from './agreement-clocks';

function ofOwner(charter: Charter, policy: ClockPolicy): readonly Running[] {
  const { dri, brief } = charter;
  if (!dri) return [];
  const { measure, acceptanceHours } = policy.clocks;
  const calendar = calendarOf(dri.accountId, policy, zoneOfDri(charter, policy));
  const asked = dri.accountId;
  if (dri.status === 'nominated') {
    const reached = reachedAt(dri.nominatedAt, dri);
    if (reached === null) return [];
    const runsOutAt = hoursAfter(reached, acceptanceHours, measure, calendar);
    return [{ cause: 'acceptance', subject: `dri.${dri.nominatedAt}`, runsOutAt, asked }];
  }
  const found: Running[] = [];
  const checkInAt = nextCheckInAt(charter, policy.checkInEveryDays);
  if (checkInAt !== null) found.push({ cause: 'check-in', subject: checkInAt, runsOutAt: checkInAt, asked });
  if (brief) {
    const { reviewOn } = brief;
    found.push({
      cause: 'review',
      subject: reviewOn,
      runsOutAt: endOfDay(reviewOn, zoneOfDri(charter, policy)),
      asked,
    });
  }
  return found;
}

function ofWhatEnds(charter: Charter, policy: ClockPolicy): readonly Running[] {
  const { authority, dri, waivers } = charter;
  const { endingDays } = policy.clocks;
  const notice = (ends: Instant, given: Instant): Instant => later(addDays(ends, -endingDays), given);
  const found: Running[] = waivers
    .filter(({ ended }) => !ended)
    .map(({ id, expiresAt, grantedAt, grantedBy }) => ({
      cause: 'waiver-ending',
      subject: id,
      waiverId: id,
      runsOutAt: notice(expiresAt, grantedAt),
      asked: grantedBy,
    }));
  if (dri && authority?.expiresOn !== undefined && authority.grantedTo === dri.accountId) {
    found.push({
      cause: 'authority-ending',
      subject: `${authority.grantedAt}.${authority.expiresOn}`,
      runsOutAt: notice(endOfDay(authority.expiresOn, zoneOfDri(charter, policy)), authority.grantedAt),
      asked: dri.accountId,
    });
  }
  return found;
}

/** Clocks that are given hours from a question on; the others run to a day or a moment that was named. */
const BY_HOURS: readonly Cause[] = ['acceptance', 'question'];

/**
 * A clock of work that was finished and is open again begins anew: with its hours, or with its old day, and nothing is
 * late for the time between. What ends by itself ends on its day.
 */
function sinceReopened(charter: Charter, clock: Running, policy: ClockPolicy): Running {
  const { reopenedAt } = charter;
  const { cause, runsOutAt, agreementId, subject } = clock;
  if (reopenedAt === undefined || agreementId !== undefined || !isBefore(runsOutAt, reopenedAt)) return clock;
  const { measure, acceptanceHours, decisionHours } = policy.clocks;
  const calendar = calendarOfAsked(clock, charter, policy);
  const hours = cause === 'acceptance' ? acceptanceHours : decisionHours;
  return {
    ...clock,
    subject: `${subject}.${reopenedAt}`,
    runsOutAt: BY_HOURS.includes(cause) ? hoursAfter(reopenedAt, hours, measure, calendar) : reopenedAt,
  };
}

/** Names a question and whom it was put to: put to somebody else, it is asked anew. */
export const questionRound = ({ id, redirectedAt }: Escalation): string =>
  redirectedAt === undefined ? id : `${id}.${redirectedAt}`;

function runningOf(charter: Charter, policy: ClockPolicy): readonly Running[] {
  if (charter.itemDeletedAt !== undefined || charter.finishedAt !== undefined) return [];
  const { measure, decisionHours } = policy.clocks;
  const all: readonly Running[] = [
    ...ofOwner(charter, policy),
    ...ofAgreements(charter, policy),
    ...charter.escalations.filter(isUndecided).flatMap((question): readonly Running[] => {
      const reached = reachedAt(putAt(question), question);
      if (reached === null) return [];
      return [
        {
          cause: 'question',
          subject: questionRound(question),
          escalationId: question.id,
          runsOutAt: hoursAfter(reached, decisionHours, measure, addresseeCalendar(question, policy)),
          asked: question.toAccountId,
        },
      ];
    }),
    ...ofWhatEnds(charter, policy),
  ];
  return all.map((clock) => sinceReopened(charter, clock, policy));
}

const byTime = (a: Step, b: Step): number => {
  if (a.at !== b.at) return compareInstants(a.at, b.at);
  return a.key < b.key ? -1 : 1;
};

/** The steps of one clock: none before each of those whom the former one told had a working day of their own. */
function stepsOf(clock: Running, charter: Charter, policy: ClockPolicy): readonly Step[] {
  const { ladder, measure } = policy.clocks;
  const calendar = calendarOfAsked(clock, charter, policy);
  let free = clock.runsOutAt;
  return ladder[clock.cause].map(({ afterHours: hours, tell, how }, level): Step => {
    const ran = hours === 0 ? clock.runsOutAt : hoursAfter(clock.runsOutAt, hours, measure, calendar);
    const at = later(ran, free);
    for (const audience of tell) {
      free = later(free, endOfFirstWorkday(at, audienceCalendar(audience, clock, charter, policy)));
    }
    return { ...clock, key: `${clock.cause}:${clock.subject}:${level}`, level, at, tell, how };
  });
}

const clocksOf = oncePerPair((charter: Charter, policy: ClockPolicy) => {
  const clocks = runningOf(charter, policy);
  const all = clocks.flatMap((clock) => stepsOf(clock, charter, policy)).sort(byTime);
  const times = all.map(({ at }) => msOf(at));
  return { running: clocks, steps: all, reachedSteps: reachedStepsBy(all, times, charter) };
});

/** The steps reached at the last moment that was asked for: one answer asks again and again for its own now. */
function reachedStepsBy(
  all: readonly Step[],
  times: readonly number[],
  charter: Charter,
): (now: Instant) => ReachedSteps {
  let last: { readonly now: Instant; readonly reachedSteps: ReachedSteps } | undefined;
  return (now) => {
    if (last?.now === now) return last.reachedSteps;
    const ms = msOf(now);
    const steps = all.filter(
      (step, place) => (times[place] ?? ms) <= ms && !isPastAsking(step, charter, now),
    );
    const byAgreement = new Map<AgreementId | undefined, Step[]>();
    for (const step of steps) {
      const own = byAgreement.get(step.agreementId);
      if (own) own.push(step);
      else byAgreement.set(step.agreementId, [step]);
    }
    last = { now, reachedSteps: { steps, byAgreement } };
    return last.reachedSteps;
  };
}

interface ReachedSteps {
  readonly steps: readonly Step[];
  readonly byAgreement: ReadonlyMap<AgreementId | undefined, readonly Step[]>;
}

/**
 * Every clock that runs for a charter. It knows no now: what is settled has no clock, and what runs goes on until it is
 * settled. A work item that is done, or that Jira no longer has, keeps nobody waiting.
 */
export const running = (charter: Charter, policy: ClockPolicy): readonly Running[] =>
  clocksOf(charter, policy).running;

/** Every step of every clock that runs for a charter, earliest first. */
export const steps = (charter: Charter, policy: ClockPolicy): readonly Step[] =>
  clocksOf(charter, policy).steps;

/** Whether a promise is asked about no more: its day is near. */
function isPastAsking({ cause, agreementId }: Step, { agreements }: Charter, at: Instant): boolean {
  if (cause !== 'confirmation') return false;
  const promise = agreements.find(({ id }) => id === agreementId);
  return promise?.status !== 'acknowledged' || !isBefore(at, confirmedUntil(promise));
}

/** The steps whose time has come. */
export const reachedSteps = (charter: Charter, policy: ClockPolicy, now: Instant): readonly Step[] =>
  clocksOf(charter, policy).reachedSteps(now).steps;

/** The steps of one agreement's clocks whose time has come. */
export const reachedStepsFor = (
  agreementId: AgreementId,
  charter: Charter,
  policy: ClockPolicy,
  now: Instant,
): readonly Step[] => clocksOf(charter, policy).reachedSteps(now).byAgreement.get(agreementId) ?? [];

/**
 * The steps whose time has come and that are still worth telling: that a day is near is not said once it is over.
 */
export function toTell(charter: Charter, policy: ClockPolicy, now: Instant): readonly Step[] {
  const over = new Set(
    running(charter, policy)
      .filter(({ cause, runsOutAt }) => cause === 'overdue' && !isBefore(now, runsOutAt))
      .map(({ subject }) => subject),
  );
  return reachedSteps(charter, policy, now).filter(
    ({ cause, subject }) => cause !== 'due-soon' || !over.has(subject),
  );
}

/** When the next step after `now` is due; null when none is. */
export const nextStepAt = (charter: Charter, policy: ClockPolicy, now: Instant): Instant | null =>
  steps(charter, policy).find(({ at }) => isBefore(now, at))?.at ?? null;
