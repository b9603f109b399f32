import type { AnnouncedReply } from '../charter/agreement/requested';
import { acceptedDri, type Charter } from '../charter/charter';
import { isLetGo, sinceTakenOn } from '../charter/ownership/vacancy';
import type { Agreement } from '../charter/agreement/agreement';
import { addHours, datePlus, earlier, isBefore, later, type Instant } from '../time/time';
import type { ClockPolicy, WorkingCalendar } from '../policy/clock-policy';
import type { Running } from './steps';
import { endOfDay } from '../time/local-date';
import type { TimeZone } from '../time/time';
import { hoursAfter, startOfLastWorkdays } from '../time/working-hours';

/** The policy's days and hours, as somebody in a zone works them. */
export const calendarIn = (timeZone: TimeZone, { clocks }: ClockPolicy): WorkingCalendar => ({
  ...clocks.calendar,
  timeZone,
});

/** When the provider should have answered, in their own working time: the day they named is theirs to its end. */
function answerDueAt(agreement: Agreement, policy: ClockPolicy): Instant {
  const { requestedAt, providerZone } = agreement;
  const { measure } = policy.clocks;
  const due = hoursAfter(requestedAt, policy.acknowledgementHours, measure, calendarIn(providerZone, policy));
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
    runsOutAt: hoursAfter(askedAt, decisionHours, measure, calendar),
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
export function ofAgreements(charter: Charter, policy: ClockPolicy): readonly Running[] {
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
