import type { AnnouncedReply } from '../charter/agreement/requested';
import { nextCheckInAt } from '../charter/check-in/off-track';
import { acceptedDri, type Charter } from '../charter/charter';
import { isUndecided, putAt, type Escalation } from '../charter/escalation/escalation';
import { zoneOfDri } from '../charter/ownership/dri-zone';
import type { Agreement } from '../charter/agreement/agreement';
import { addDays, addHours, compareInstants, datePlus, isBefore, later, type Instant } from '../time/time';
import type { ClockPolicy } from '../policy/clock-policy';
import type { Running, Step } from './steps';
import { endOfDay } from '../time/local-date';
import { afterHours } from '../time/working-time';

/** When the provider should have answered: the day they named is theirs to its end. */
function answerDueAt(
  agreement: Agreement,
  { acknowledgementHours, clocks: { measure, calendar } }: ClockPolicy,
): Instant {
  const due = afterHours(agreement.requestedAt, acknowledgementHours, measure, calendar);
  const reply = replyOf(agreement);
  return reply ? later(due, endOfDay(reply.by, agreement.providerZone)) : due;
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

function ofPromise(
  agreement: Extract<Agreement, { status: 'acknowledged' }>,
  dueSoonHours: number,
): readonly Running[] {
  const { id, providerAccountId, committedBy, providerZone, acknowledgedAt, dateChanges, lastReturn } =
    agreement;
  const of = { agreementId: id, asked: providerAccountId };
  // Each day promised is told about once, also when the work comes back.
  const subject = `${id}.${agreement.requestedAt}.${committedBy}`;
  const ends = endOfDay(committedBy, providerZone);
  const soon = addHours(ends, -dueSoonHours);
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
  if (agreement.status === 'acknowledged') return ofPromise(agreement, policy.clocks.dueSoonHours);
  if (agreement.status !== 'requested') return [];
  return agreement.question
    ? [ofQuestion(charter, agreement, agreement.question.at, policy)]
    : ofRequest(agreement, policy);
}

function ofOwner(charter: Charter, policy: ClockPolicy): readonly Running[] {
  const { dri, brief } = charter;
  if (!dri) return [];
  const { measure, calendar, acceptanceHours } = policy.clocks;
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
    ...charter.agreements.flatMap((agreement) => ofAgreement(charter, agreement, policy)),
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

/** Every rung of every clock that runs for a charter, earliest first. */
export function steps(charter: Charter, policy: ClockPolicy): readonly Step[] {
  const { ladder, measure, calendar } = policy.clocks;
  return running(charter, policy)
    .flatMap((clock) =>
      ladder[clock.cause].map(({ afterHours: hours, tell, how }, rung): Step => ({
        ...clock,
        key: `${clock.cause}:${clock.subject}:${rung}`,
        rung,
        at: hours === 0 ? clock.runsOutAt : afterHours(clock.runsOutAt, hours, measure, calendar),
        tell,
        how,
      })),
    )
    .sort(byTime);
}

/** The rungs whose time has come. */
export const climbed = (charter: Charter, policy: ClockPolicy, now: Instant): readonly Step[] =>
  steps(charter, policy).filter(({ at }) => !isBefore(now, at));

/** When the next rung after `now` is due; null when none is. */
export const nextStepAt = (charter: Charter, policy: ClockPolicy, now: Instant): Instant | null =>
  steps(charter, policy).find(({ at }) => isBefore(now, at))?.at ?? null;
