import { isOverdue, isSelfDealt, type Agreement } from '../charter/agreement/agreement';
import { HOLDFAST_ACTOR } from '../ids';
import { answersFor, settlesFor } from '../charter/agreement/settling';
import { acceptedDri, type Charter } from '../charter/charter';
import { dayIsOver, lastMomentOf } from '../time/local-date';
import { departedAt } from '../charter/departures';
import { zoneOfDri } from '../charter/ownership/dri-zone';
import type { Clocks } from '../policy/clock-policy';
import { nextCheckInAt } from '../charter/check-in/off-track';
import { isUndecided, putAt, type Escalation } from '../charter/escalation/escalation';
import { sponsorOf } from '../charter/ownership/sponsor';
import type { Gap } from '../charter/gap/gap';
import type { WorkItem } from '../gate/item';
import type { AccountId } from '../values';
import { isBefore, later, type Instant, type IsoDate } from '../time/time';
import { isSettled, isUnanswered, requesterOf } from './parties';
import { withProposedLink } from './proposed-link';

/** Something a charter waits for, by what has to be done. */
export const DUTIES = [
  'accept-nomination',
  'acknowledge',
  'answer-counter',
  'answer-date',
  /** The other side named another work item for a promise. */
  'answer-link',
  'deliver',
  'accept-delivery',
  /** The provider asks back before they answer. */
  'answer-question',
  /** Declined: ask anew, or ask somebody else. */
  'ask-again',
  /** Rests on nobody who can: a promise asked of oneself, or anything of somebody who left. */
  'ask-another',
  /** A question that needs a decision was put to somebody. */
  'decide',
  /** The three questions of the week. */
  'check-in',
  /** A commitment past its review date: keep it, move it, or let it go. */
  'keep-or-change',
  /** Somebody saw something that nobody had named. */
  'answer-gap',
  /** The work is done: what became of what was promised to it? */
  'settle',
  /** Promised to an owner who let go, or to other work: is it needed? */
  'take-on',
  'write-brief',
] as const;
export type DutyKind = (typeof DUTIES)[number];

/** What somebody answers in another's place. The rest is each person's own, or waits until they are back. */
export const FOR_ANOTHER: readonly DutyKind[] = [
  'acknowledge',
  'answer-counter',
  'answer-date',
  'deliver',
  'accept-delivery',
  'answer-question',
  'decide',
  'answer-gap',
  'settle',
  'take-on',
];

export interface Duty {
  readonly kind: DutyKind;
  /** Whose turn it is; null while nobody owns the work item. */
  readonly who: AccountId | null;
  /** Who waits for it, where somebody does. */
  readonly awaitedBy: AccountId | null;
  readonly since: Instant;
  /** The agreement it is about; absent where it is about the work item itself. */
  readonly agreement?: Agreement;
  /** The question that is to be decided. */
  readonly escalation?: Escalation;
  /** The gap that is to be answered. */
  readonly gap?: Gap;
  /** The day it was for, where it is about no agreement. */
  readonly dueOn?: IsoDate;
}

/** What the charter alone does not say. */
export interface DutyFacts {
  /** Whether an account was deactivated. */
  readonly hasLeft: (accountId: AccountId) => boolean;
  /** Whether the policy asks for a brief at all. */
  readonly briefWanted: boolean;
  /** Where the work stands in Jira; null where nobody asked Jira, and nothing is owed that depends on it. */
  readonly progress: WorkItem['status']['category'] | null;
  readonly checkInEveryDays: number;
  /** Of the policy in force: where days end for a DRI whose own zone nobody knows. */
  readonly clocks: Clocks;
  readonly now: Instant;
}

/** Everything a charter waits for, whoever has to do it. Each open question stands here once. */
export function dutiesOf(charter: Charter, facts: DutyFacts): readonly Duty[] {
  const all: readonly Duty[] = [
    ...ownershipDuties(charter, facts),
    ...rhythmDuties(charter, facts),
    ...charter.gaps.filter(isUnanswered).map((gap): Duty => ({
      kind: 'answer-gap',
      who: acceptedDri(charter) ?? sponsorOf(charter),
      awaitedBy: gap.raisedBy,
      since: gap.raisedAt,
      gap,
    })),
    ...charter.escalations.filter(isUndecided).map((escalation): Duty => ({
      kind: 'decide',
      who: escalation.toAccountId,
      awaitedBy: escalation.raisedBy,
      since: putAt(escalation),
      escalation,
      ...(escalation.neededBy !== undefined && { dueOn: escalation.neededBy }),
    })),
    ...charter.agreements.flatMap((agreement) =>
      withProposedLink(agreementDuties(charter, agreement, facts), charter, agreement, facts),
    ),
  ];
  return all.map((duty) => released(duty, charter, facts));
}

/** What would wait for somebody who left waits for whoever asked, then for whoever stands behind the work. */
function released(duty: Duty, charter: Charter, { hasLeft }: DutyFacts): Duty {
  if (duty.who === null || !hasLeft(duty.who)) return duty;
  const { awaitedBy, agreement, kind } = duty;
  // Nobody answers their own delivery or their own counter-offer.
  const asker = agreement && agreement.providerAccountId === awaitedBy ? null : awaitedBy;
  const next = [asker, sponsorOf(charter)].find(
    (one) => one !== null && one !== HOLDFAST_ACTOR && one !== duty.who && !hasLeft(one),
  );
  if (next === undefined || next === null) return { ...duty, who: null };
  const asksAnew = kind === 'accept-nomination' || kind === 'decide';
  return { ...duty, who: next, ...(asksAnew && { kind: 'ask-another' as const, awaitedBy: null }) };
}

function ownershipDuties(charter: Charter, { briefWanted, progress, hasLeft }: DutyFacts): readonly Duty[] {
  const { dri, brief } = charter;
  if (!dri) return [];
  const { accountId: who, nominatedBy, nominatedAt, acceptedAt } = dri;
  if (dri.status === 'nominated') {
    return [{ kind: 'accept-nomination', who, awaitedBy: nominatedBy, since: nominatedAt }];
  }
  if (hasLeft(who) && progress !== 'done') {
    const since = departedAt(charter, who) ?? acceptedAt ?? nominatedAt;
    return [{ kind: 'ask-another', who: sponsorOf(charter), awaitedBy: null, since }];
  }
  // What a brief makes clear is over once the work is.
  return briefWanted && !brief && progress !== 'done'
    ? [{ kind: 'write-brief', who, awaitedBy: null, since: acceptedAt ?? nominatedAt }]
    : [];
}

/** What comes round again: the check-in of a work that is under way, and the day a commitment is looked at anew. */
function rhythmDuties(
  charter: Charter,
  { progress, checkInEveryDays, clocks, now, hasLeft }: DutyFacts,
): readonly Duty[] {
  const who = acceptedDri(charter);
  // Nobody checks in for an owner who left: first there is another.
  if (who === null || progress === null || hasLeft(who)) return [];
  const due = nextCheckInAt(charter, checkInEveryDays);
  const reviewOn = charter.brief?.reviewOn;
  const found: Duty[] = [];
  if (progress === 'indeterminate' && due !== null && !isBefore(now, due)) {
    found.push({ kind: 'check-in', who, awaitedBy: null, since: due });
  }
  const zone = zoneOfDri(charter, { clocks });
  if (progress !== 'done' && reviewOn !== undefined && dayIsOver(reviewOn, zone, now)) {
    const since = lastMomentOf(reviewOn, zone);
    found.push({ kind: 'keep-or-change', who, awaitedBy: null, since, dueOn: reviewOn });
  }
  return found;
}

/** Whether the work is done: as Jira says it, and where nobody asked Jira, as was noticed. */
const isOver = ({ finishedAt }: Charter, { progress }: DutyFacts): boolean =>
  progress === null ? finishedAt !== undefined : progress === 'done';

/** One question per agreement; two where a promise goes on while another day for it is asked of the DRI. */
function agreementDuties(charter: Charter, agreement: Agreement, facts: DutyFacts): readonly Duty[] {
  if (isSettled(agreement)) return [];
  const { hasLeft } = facts;
  const { providerAccountId: provider, requestedAt, untaken } = agreement;
  const dri = acceptedDri(charter);
  if (isOver(charter, facts)) {
    const since = charter.finishedAt ?? requestedAt;
    // Nobody waits for it: what the work was to bring is there, or is not needed any more.
    return [{ kind: 'settle', who: settlesFor(charter), awaitedBy: null, since, agreement }];
  }
  if (untaken) {
    const since = later(untaken.since, charter.dri?.acceptedAt ?? untaken.since);
    return [{ kind: 'take-on', who: dri, awaitedBy: provider, since, agreement }];
  }
  const ofProvider = (kind: DutyKind, since: Instant): Duty => ({
    kind,
    who: provider,
    awaitedBy: requesterOf(charter, agreement),
    since,
    agreement,
  });
  const ofDri = (kind: DutyKind, since: Instant, awaitedBy: AccountId | null = provider): Duty => ({
    kind,
    who: answersFor(charter, provider),
    awaitedBy,
    since,
    agreement,
  });

  if (hasLeft(provider) && agreement.status !== 'declined' && agreement.status !== 'delivered') {
    return [ofDri('ask-another', requestedAt, null)];
  }
  switch (agreement.status) {
    case 'requested':
      if (agreement.question && !isSelfDealt(agreement, charter.dri?.accountId)) {
        return [{ ...ofDri('answer-question', agreement.question.at), who: requesterOf(charter, agreement) }];
      }
      return isSelfDealt(agreement, charter.dri?.accountId)
        ? [{ ...ofDri('ask-another', requestedAt, null), who: dri ?? provider }]
        : [ofProvider('acknowledge', requestedAt)];
    case 'countered':
      return [ofDri('answer-counter', agreement.counter.at)];
    case 'acknowledged': {
      const { renegotiation } = agreement;
      // The promise itself is told with the answer: the provider reads of both in one place.
      if (renegotiation?.side === 'requester') return [ofProvider('answer-date', renegotiation.at)];
      const promise = ofProvider('deliver', agreement.acknowledgedAt);
      // Nobody answers their own question: a DRI who promised to themselves asks somebody else instead.
      return renegotiation && provider !== dri
        ? [promise, ofDri('answer-date', renegotiation.at)]
        : [promise];
    }
    case 'delivered':
      return [ofDri('accept-delivery', agreement.deliveredAt)];
    case 'declined':
      return [ofDri('ask-again', agreement.declinedAt, null)];
    case 'accepted':
    case 'withdrawn':
      return [];
  }
}

/** The promised day is over, and the work is not there. */
export const isLate = ({ agreement }: Duty, now: Instant): boolean =>
  agreement !== undefined && isOverdue(agreement, now);
