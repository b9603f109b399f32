import type { AnnouncedReply } from '../charter/agreement/requested';
import { acceptedDri, type Charter } from '../charter/charter';
import { isLetGo, sinceTakenOn } from '../charter/ownership/vacancy';
import { confirmedUntil, lastConfirmedAt } from '../charter/agreement/silence';
import type { Agreement, questionOf } from '../charter/agreement/agreement';
import { reachedAt, reachOf } from '../charter/reach';
import { addDays, addHours, datePlus, earlier, isBefore, later, type Instant } from '../time/time';
import type { ClockPolicy, WorkingCalendar } from '../policy/clock-policy';
import { calendarOf } from '../team/presence';
import type { Running } from './steps';
import { endOfDay } from '../time/local-date';
import { hoursAfter, startOfLastWorkdays } from '../time/working-hours';

/** The days and hours of an agreement's provider. */
const providers = ({ providerAccountId, providerZone }: Agreement, policy: ClockPolicy): WorkingCalendar =>
  calendarOf(providerAccountId, policy, providerZone);

/**
 * When the provider should have answered, in their own working time from when they were reached: the day they named is
 * theirs to its end. Null while they were not.
 */
function answerDueAt(agreement: Agreement, policy: ClockPolicy): Instant | null {
  const { providerZone, resumedAt } = agreement;
  const reached = reachOf(agreement);
  if (reached === null) return null;
  const { measure } = policy.clocks;
  const begins = later(reached, resumedAt ?? reached);
  const due = hoursAfter(begins, policy.acknowledgementHours, measure, providers(agreement, policy));
  const reply = replyOf(agreement);
  return reply ? later(due, endOfDay(reply.by, providerZone)) : due;
}

const replyOf = (agreement: Agreement): AnnouncedReply | undefined =>
  agreement.status === 'requested' ? agreement.reply : undefined;

/** Since when it is waited for anew is a round of its own. */
const resumption = ({ resumedAt }: Agreement): string => (resumedAt === undefined ? '' : `.${resumedAt}`);

/** Names a request and the round it is in; a day that was named for the answer is a round of its own. */
export function roundOf(agreement: Agreement): string {
  const reply = replyOf(agreement);
  return `${agreement.id}.${agreement.requestedAt}${reply ? `.${reply.by}` : ''}${resumption(agreement)}`;
}

/** Asked and reached, and not answered within the time the policy gives. Derived from now, never stored. */
export function isAnswerOverdue(agreement: Agreement, policy: ClockPolicy, now: Instant): boolean {
  if (agreement.status !== 'requested' || agreement.question || agreement.untaken) return false;
  const due = answerDueAt(agreement, policy);
  return due !== null && !isBefore(now, due);
}

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
  const inTime = startOfLastWorkdays(committedBy, DAYS_TO_ACT, providers(agreement, policy));
  const soon = inTime === null ? hoursBefore : earlier(hoursBefore, inTime);
  // A day promised within the notice is no news to whoever just promised it.
  const promisedAt = later(acknowledgedAt, dateChanges.at(-1)?.at ?? acknowledgedAt);
  const asked = addDays(lastConfirmedAt(agreement), policy.clocks.confirmDays);
  return [
    // Nearer to its day what is due speaks.
    ...(isBefore(asked, confirmedUntil(agreement))
      ? [
          {
            ...of,
            cause: 'confirmation' as const,
            subject: `${id}.${lastConfirmedAt(agreement)}`,
            runsOutAt: asked,
          },
        ]
      : []),
    ...(isBefore(promisedAt, soon) ? [{ ...of, cause: 'due-soon' as const, subject, runsOutAt: soon }] : []),
    // While a delivery lies with the other side nobody is late; returned after its day, the clock begins again.
    { ...of, cause: 'overdue', subject, runsOutAt: later(ends, lastReturn?.at ?? ends) },
  ];
}

/** On the morning of the day they named, the provider is reminded; everybody else hears once it is over. */
function ofRequest(agreement: Agreement, policy: ClockPolicy): readonly Running[] {
  const of = { agreementId: agreement.id, asked: agreement.providerAccountId, subject: roundOf(agreement) };
  const reply = replyOf(agreement);
  const due = answerDueAt(agreement, policy);
  const morning = reply && endOfDay(datePlus(reply.by, -1), agreement.providerZone);
  return [
    ...(morning !== undefined && isBefore(reply?.at ?? morning, morning)
      ? [{ ...of, cause: 'due-soon' as const, runsOutAt: morning }]
      : []),
    ...(due === null ? [] : [{ ...of, cause: 'acknowledgement' as const, runsOutAt: due }]),
  ];
}

/** What a provider asked back waits for whoever asked, as long as any question for its answer. */
function ofQuestion(
  charter: Charter,
  agreement: Agreement,
  question: NonNullable<ReturnType<typeof questionOf>>,
  policy: ClockPolicy,
): readonly Running[] {
  const reached = reachedAt(question.at, question);
  if (reached === null) return [];
  const { measure, decisionHours } = policy.clocks;
  const begins = later(reached, agreement.resumedAt ?? reached);
  const asked = acceptedDri(charter) ?? agreement.requestedBy;
  const calendar = calendarOf(asked, policy, asked === charter.dri?.accountId ? charter.dri.zone : undefined);
  return [
    {
      agreementId: agreement.id,
      asked,
      cause: 'question',
      subject: `${agreement.id}.${question.at}${resumption(agreement)}`,
      runsOutAt: hoursAfter(begins, decisionHours, measure, calendar),
    },
  ];
}

/** A clock that ran out before somebody waited for it again begins anew there, with the day that was promised. */
function sinceResumed({ resumedAt }: Agreement, clock: Running): Running {
  if (resumedAt === undefined || !isBefore(clock.runsOutAt, resumedAt)) return clock;
  return { ...clock, runsOutAt: resumedAt, subject: `${clock.subject}.${resumedAt}` };
}

function ofAgreement(charter: Charter, agreement: Agreement, policy: ClockPolicy): readonly Running[] {
  // Nobody has said yet that they wait for it.
  if (agreement.untaken) return [];
  if (agreement.status === 'acknowledged') return ofPromise(agreement, policy);
  if (agreement.status !== 'requested') return [];
  return agreement.question
    ? ofQuestion(charter, agreement, agreement.question, policy)
    : ofRequest(agreement, policy);
}

/** While nobody took on what the last owner let go, nobody waits for what was promised to them. */
export function ofAgreements(charter: Charter, policy: ClockPolicy): readonly Running[] {
  if (isLetGo(charter)) return [];
  return (
    charter.agreements
      .flatMap((agreement) =>
        ofAgreement(charter, agreement, policy).map((clock) => sinceResumed(agreement, clock)),
      )
      .map((clock) => [clock, sinceTakenOn(charter, clock.runsOutAt)] as const)
      // What would have been said beforehand while nobody waited comes too late now: that somebody waits is told instead.
      .filter(([{ cause, runsOutAt }, since]) => cause !== 'due-soon' || since === runsOutAt)
      .map(([clock, runsOutAt]) => ({ ...clock, runsOutAt }))
  );
}
