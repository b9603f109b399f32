import { nextCheckInAt } from '../charter/check-in/off-track';
import { type Charter } from '../charter/charter';
import { isUndecided, putAt, type Escalation } from '../charter/escalation/escalation';
import { zoneOfDri } from '../charter/ownership/dri-zone';
import type { AgreementId } from '../ids';
import { oncePerPair } from '../once-per-pair';
import { addDays, compareInstants, isBefore, later, msOf, type Instant } from '../time/time';
import type { ClockPolicy } from '../policy/clock-policy';
import type { Audience } from '../policy/notice-steps';
import { calendarIn, ofAgreements } from './agreement-clocks';
import type { Running, Step } from './steps';
import { endOfDay } from '../time/local-date';
import type { TimeZone } from '../time/time';
import { endOfFirstWorkday, hoursAfter } from '../time/working-hours';

export { isAnswerOverdue, roundOf } from './agreement-clocks';

function ofOwner(charter: Charter, policy: ClockPolicy): readonly Running[] {
  const { dri, brief } = charter;
  if (!dri) return [];
  const { measure, acceptanceHours } = policy.clocks;
  const calendar = calendarIn(zoneOfDri(charter, policy), policy);
  const asked = dri.accountId;
  if (dri.status === 'nominated') {
    const runsOutAt = hoursAfter(dri.nominatedAt, acceptanceHours, measure, calendar);
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

/** Names a question and whom it was put to: put to somebody else, it is asked anew. */
export const questionRound = ({ id, redirectedAt }: Escalation): string =>
  redirectedAt === undefined ? id : `${id}.${redirectedAt}`;

function runningOf(charter: Charter, policy: ClockPolicy): readonly Running[] {
  if (charter.itemDeletedAt !== undefined) return [];
  const { measure, calendar, decisionHours } = policy.clocks;
  return [
    ...ofOwner(charter, policy),
    ...ofAgreements(charter, policy),
    ...charter.escalations.filter(isUndecided).map((question): Running => ({
      cause: 'question',
      subject: questionRound(question),
      escalationId: question.id,
      runsOutAt: hoursAfter(putAt(question), decisionHours, measure, calendar),
      asked: question.toAccountId,
    })),
    ...ofWhatEnds(charter, policy),
  ];
}

const byTime = (a: Step, b: Step): number => {
  if (a.at !== b.at) return compareInstants(a.at, b.at);
  return a.key < b.key ? -1 : 1;
};

/** The zone in which somebody a rung tells works: their own where the charter knows it, else the calendar's. */
function zoneOf(audience: Audience, clock: Running, charter: Charter, policy: ClockPolicy): TimeZone {
  const provider = charter.agreements.find(({ id }) => id === clock.agreementId);
  if (audience === 'asked' && provider) return provider.providerZone;
  const isDri = audience === 'dri' || (audience === 'asked' && clock.asked === charter.dri?.accountId);
  return isDri ? zoneOfDri(charter, policy) : policy.clocks.calendar.timeZone;
}

/** The rungs of one clock: none before each of those whom the former one told had a working day of their own. */
function rungsOf(clock: Running, charter: Charter, policy: ClockPolicy): readonly Step[] {
  const { ladder, measure, calendar } = policy.clocks;
  let free = clock.runsOutAt;
  return ladder[clock.cause].map(({ afterHours: hours, tell, how }, rung): Step => {
    const ran = hours === 0 ? clock.runsOutAt : hoursAfter(clock.runsOutAt, hours, measure, calendar);
    const at = later(ran, free);
    for (const zone of new Set(tell.map((audience) => zoneOf(audience, clock, charter, policy)))) {
      free = later(free, endOfFirstWorkday(at, calendarIn(zone, policy)));
    }
    return { ...clock, key: `${clock.cause}:${clock.subject}:${rung}`, rung, at, tell, how };
  });
}

const clocksOf = oncePerPair((charter: Charter, policy: ClockPolicy) => {
  const clocks = runningOf(charter, policy);
  const all = clocks.flatMap((clock) => rungsOf(clock, charter, policy)).sort(byTime);
  const times = all.map(({ at }) => msOf(at));
  return { running: clocks, steps: all, climbed: climbedBy(all, times) };
});

/** What has been climbed at the last moment that was asked for: one answer asks again and again for its own now. */
function climbedBy(all: readonly Step[], times: readonly number[]): (now: Instant) => Climbed {
  let last: { readonly now: Instant; readonly climbed: Climbed } | undefined;
  return (now) => {
    if (last?.now === now) return last.climbed;
    const ms = msOf(now);
    const steps = all.filter((_, place) => (times[place] ?? ms) <= ms);
    const byAgreement = new Map<AgreementId | undefined, Step[]>();
    for (const step of steps) {
      const own = byAgreement.get(step.agreementId);
      if (own) own.push(step);
      else byAgreement.set(step.agreementId, [step]);
    }
    last = { now, climbed: { steps, byAgreement } };
    return last.climbed;
  };
}

interface Climbed {
  readonly steps: readonly Step[];
  readonly byAgreement: ReadonlyMap<AgreementId | undefined, readonly Step[]>;
}

/**
 * Every clock that runs for a charter. It knows no now: what is settled has no clock, and what runs goes on until it is
 * settled. A work item that Jira no longer has keeps nobody waiting.
 */
export const running = (charter: Charter, policy: ClockPolicy): readonly Running[] =>
  clocksOf(charter, policy).running;

/** Every rung of every clock that runs for a charter, earliest first. */
export const steps = (charter: Charter, policy: ClockPolicy): readonly Step[] =>
  clocksOf(charter, policy).steps;

/** The rungs whose time has come. */
export const climbed = (charter: Charter, policy: ClockPolicy, now: Instant): readonly Step[] =>
  clocksOf(charter, policy).climbed(now).steps;

/** The rungs of one agreement's clocks whose time has come. */
export const climbedFor = (
  agreementId: AgreementId,
  charter: Charter,
  policy: ClockPolicy,
  now: Instant,
): readonly Step[] => clocksOf(charter, policy).climbed(now).byAgreement.get(agreementId) ?? [];

/**
 * The rungs whose time has come and that are still worth telling: that a day is near is not said once it is over.
 */
export function toTell(charter: Charter, policy: ClockPolicy, now: Instant): readonly Step[] {
  const over = new Set(
    running(charter, policy)
      .filter(({ cause, runsOutAt }) => cause === 'overdue' && !isBefore(now, runsOutAt))
      .map(({ subject }) => subject),
  );
  return climbed(charter, policy, now).filter(
    ({ cause, subject }) => cause !== 'due-soon' || !over.has(subject),
  );
}

/** When the next rung after `now` is due; null when none is. */
export const nextStepAt = (charter: Charter, policy: ClockPolicy, now: Instant): Instant | null =>
  steps(charter, policy).find(({ at }) => isBefore(now, at))?.at ?? null;
