import type { AnnouncedReply } from '../charter/agreement/requested';
import { nextCheckInAt } from '../charter/check-in/off-track';
import { acceptedDri, type Charter } from '../charter/charter';
import { isUndecided, putAt, type Escalation } from '../charter/escalation/escalation';
import { zoneOfDri } from '../charter/ownership/dri-zone';
import { isLetGo, sinceTakenOn } from '../charter/ownership/vacancy';
import type { Agreement } from '../charter/agreement/agreement';
import {
  addDays,
  addHours,
  compareInstants,
  datePlus,
  earlier,
  isBefore,
  later,
  type Instant,
} from '../time/time';
import type { ClockPolicy, WorkingCalendar } from '../policy/clock-policy';
import type { Audience } from '../policy/notice-steps';
import type { Running, Step } from './steps';
import { endOfDay } from '../time/local-date';
import type { TimeZone } from '../time/time';
import { endOfFirstWorkday, startOfLastWorkdays } from '../time/working-hours';
import { afterHours } from '../time/working-time';

/** The policy's days and hours, as somebody in a zone works them. */
const calendarIn = (timeZone: TimeZone, { clocks }: ClockPolicy): WorkingCalendar => ({
  ...clocks.calendar,
  timeZone,
});

/** When the provider should have answered, in their own working time: the day they named is theirs to its end. */
function answerDueAt(agreement: Agreement, policy: ClockPolicy): Instant {
  const { requestedAt, providerZone } = agreement;
  const { measure } = policy.clocks;
  const due = afterHours(requestedAt, policy.acknowledgementHours, measure, calendarIn(providerZone, policy));
  const reply = replyOf(agreement);
  return reply ? later(due, endOfDay(reply.by, providerZone)) : due;
}

const replyOf = (agreement: Agreement): AnnouncedReply | undefined =>
  agreement.status === 'requested' ? agreement.reply : undefined;

/** Names a request and the round it is in; a day that was named for the answer is a round of its own. */
export function roundOf(agreement: Agreement): string {
  const reply = replyOf(agreement);
  return `${agreement.id}.${agreement.requestedAt}${reply ? `.${reply.by}` : ''}`;
}

/** Asked, and not answered within the time the policy gives. Derived from now, never stored. */
export const isAnswerOverdue = (agreement: Agreement, policy: ClockPolicy, now: Instant): boolean =>
  agreement.status === 'requested' && !agreement.question && !isBefore(now, answerDueAt(agreement, policy));

/** Working days that are left to whoever is told that a day is near, the day itself among them. */
const DAYS_TO_ACT = 2;

function ofPromise(
  agreement: Extract<Agreement, { status: 'acknowledged' }>,
  policy: ClockPolicy,
): readonly Running[] {
  const { id, providerAccountId, committedBy, providerZone, acknowledgedAt, dateChanges, lastReturn } =
    agreement;
  const of = { agreementId: id, asked: providerAccountId };
  // Each day promised is told about once, also when the work comes back.
  const subject = `${id}.${agreement.requestedAt}.${committedBy}`;
  const ends = endOfDay(committedBy, providerZone);
  const hoursBefore = addHours(ends, -policy.clocks.dueSoonHours);
  // Over a weekend the notice would come when nothing can be done any more.
  const inTime = startOfLastWorkdays(committedBy, DAYS_TO_ACT, calendarIn(providerZone, policy));
  const soon = inTime === null ? hoursBefore : earlier(hoursBefore, inTime);
  // A day promised within the notice is no news to whoever just promised it.
  const promisedAt = later(acknowledgedAt, dateChanges.at(-1)?.at ?? acknowledgedAt);
  return [
    ...(isBefore(promisedAt, soon) ? [{ ...of, cause: 'due-soon' as const, subject, runsOutAt: soon }] : []),
    // While a delivery lies with the other side nobody is late; returned after its day, the clock begins again.
    { ...of, cause: 'overdue', subject, runsOutAt: later(ends, lastReturn?.at ?? ends) },
  ];
}

/** On the morning of the day they named, the provider is reminded; everybody else hears once it is over. */
function ofRequest(agreement: Agreement, policy: ClockPolicy): readonly Running[] {
  const of = { agreementId: agreement.id, asked: agreement.providerAccountId, subject: roundOf(agreement) };
  const reply = replyOf(agreement);
  const morning = reply && endOfDay(datePlus(reply.by, -1), agreement.providerZone);
  return [
    ...(morning !== undefined && isBefore(reply?.at ?? morning, morning)
      ? [{ ...of, cause: 'due-soon' as const, runsOutAt: morning }]
      : []),
    { ...of, cause: 'acknowledgement', runsOutAt: answerDueAt(agreement, policy) },
  ];
}

/** What a provider asked back waits for whoever asked, as long as any question for its answer. */
function ofQuestion(charter: Charter, agreement: Agreement, askedAt: Instant, policy: ClockPolicy): Running {
  const { measure, calendar, decisionHours } = policy.clocks;
  return {
    agreementId: agreement.id,
    asked: acceptedDri(charter) ?? agreement.requestedBy,
    cause: 'question',
    subject: `${agreement.id}.${askedAt}`,
    runsOutAt: afterHours(askedAt, decisionHours, measure, calendar),
  };
}

function ofAgreement(charter: Charter, agreement: Agreement, policy: ClockPolicy): readonly Running[] {
  if (agreement.status === 'acknowledged') return ofPromise(agreement, policy);
  if (agreement.status !== 'requested') return [];
  return agreement.question
    ? [ofQuestion(charter, agreement, agreement.question.at, policy)]
    : ofRequest(agreement, policy);
}

/** While nobody took on what the last owner let go, nobody waits for what was promised to them. */
function ofAgreements(charter: Charter, policy: ClockPolicy): readonly Running[] {
  if (isLetGo(charter)) return [];
  return (
    charter.agreements
      .flatMap((agreement) => ofAgreement(charter, agreement, policy))
      .map((clock) => [clock, sinceTakenOn(charter, clock.runsOutAt)] as const)
      // What would have been said beforehand while nobody waited comes too late now: that somebody waits is told instead.
      .filter(([{ cause, runsOutAt }, since]) => cause !== 'due-soon' || since === runsOutAt)
      .map(([clock, runsOutAt]) => ({ ...clock, runsOutAt }))
  );
}

function ofOwner(charter: Charter, policy: ClockPolicy): readonly Running[] {
  const { dri, brief } = charter;
  if (!dri) return [];
  const { measure, acceptanceHours } = policy.clocks;
  const calendar = calendarIn(zoneOfDri(charter, policy), policy);
  const asked = dri.accountId;
  if (dri.status === 'nominated') {
    const runsOutAt = afterHours(dri.nominatedAt, acceptanceHours, measure, calendar);
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

/**
 * Every clock that runs for a charter. It knows no now: what is settled has no clock, and what runs goes on until it is
 * settled. A work item that Jira no longer has keeps nobody waiting.
 */
export function running(charter: Charter, policy: ClockPolicy): readonly Running[] {
  if (charter.itemDeletedAt !== undefined) return [];
  const { measure, calendar, decisionHours } = policy.clocks;
  return [
    ...ofOwner(charter, policy),
    ...ofAgreements(charter, policy),
    ...charter.escalations.filter(isUndecided).map((question): Running => ({
      cause: 'question',
      subject: questionRound(question),
      escalationId: question.id,
      runsOutAt: afterHours(putAt(question), decisionHours, measure, calendar),
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
    const ran = hours === 0 ? clock.runsOutAt : afterHours(clock.runsOutAt, hours, measure, calendar);
    const at = later(ran, free);
    for (const zone of new Set(tell.map((audience) => zoneOf(audience, clock, charter, policy)))) {
      free = later(free, endOfFirstWorkday(at, calendarIn(zone, policy)));
    }
    return { ...clock, key: `${clock.cause}:${clock.subject}:${rung}`, rung, at, tell, how };
  });
}

/** Every rung of every clock that runs for a charter, earliest first. */
export const steps = (charter: Charter, policy: ClockPolicy): readonly Step[] =>
  running(charter, policy)
    .flatMap((clock) => rungsOf(clock, charter, policy))
    .sort(byTime);

/** The rungs whose time has come. */
export const climbed = (charter: Charter, policy: ClockPolicy, now: Instant): readonly Step[] =>
  steps(charter, policy).filter(({ at }) => !isBefore(now, at));

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
