import type { CommitmentEntry } from '../../contract/answers';
import { commitmentRef } from '../../contract/commitment-ref';
import type { Charter } from '../../domain/charter/charter';
import { OWNERSHIP, unreachedIn } from '../../domain/charter/reach';
import { contradicting } from '../../domain/charter/check-in/check-ins';
import { toWalkThrough } from '../../domain/charter/check-in/walk-through';
import type { Escalation } from '../../domain/charter/escalation/escalation';
import { agreementAsSeen, type SeesIssue } from '../../domain/charter/hidden-issues';
import type { Commitment } from '../../domain/commitments/commitments';
import type { DutyKind } from '../../domain/commitments/duties';
import type { Policy } from '../../domain/policy/policy';
import type { AccountId, Instant } from '../../domain/values';
import { viewAgreement, viewOwnAgreement, viewUndo } from '../charter/views';
import type { CommitmentRow, IssueSummary } from './ports';

/** A row with what it led to. */
export interface Place {
  readonly row: CommitmentRow;
  readonly charter: Charter;
  readonly revision: number;
  readonly policy: Policy;
  /** Undefined where Jira does not show the item to this person. */
  readonly issueSummary: Omit<IssueSummary, 'projectId'> | undefined;
}

/** Whether a line may speak of the work item: Jira shows it, or nobody can see it any more and this is its DRI. */
export const mayKnow = (
  { issueSummary, charter: { dri, itemDeletedAt } }: Place,
  accountId: AccountId,
): boolean => issueSummary !== undefined || (itemDeletedAt !== undefined && dri?.accountId === accountId);

/** A line as one reader may know it: one who may not see the work item is told no more than what was asked of them. */
export function toEntry(
  { kind, who, awaitedBy, agreement, escalation, gap, since, urgency, dueOn }: Commitment,
  place: Place,
  me: AccountId,
  sees: SeesIssue,
  now: Instant,
): CommitmentEntry {
  const { row, charter, revision, policy, issueSummary } = place;
  const { dri, itemDeletedAt } = charter;
  const knows = mayKnow(place, me);
  const mayKnowDri = knows || dri?.accountId === me;
  // Without sight of the item its owner stays unnamed: the promise is then owed to whoever asked for it.
  const named = (id: AccountId | null): AccountId | null =>
    knows || escalation || id === me || id === null ? id : (agreement?.requestedBy ?? null);
  return {
    ref: commitmentRef(row.handle, agreement?.id ?? escalation?.id ?? gap?.id ?? roundOf(kind)),
    seen: revision,
    duty: kind,
    urgency,
    since,
    ...(dueOn !== undefined && { dueOn }),
    who: named(who),
    awaitedBy: named(awaitedBy),
    ...(isUnreached(charter, kind, who, agreement?.id ?? escalation?.id) && { unreached: true as const }),
    ...(agreement && {
      agreement: (knows ? viewAgreement : viewOwnAgreement)(
        agreementAsSeen(agreement, sees),
        charter,
        policy,
        now,
        issueSummary?.status.category ?? null,
      ),
    }),
    ...(agreement && viewUndo(charter, me, now, agreement.id)),
    ...(escalation && { question: questionOf(escalation, charter, knows) }),
    ...(gap && { gap: { gapId: gap.id, text: gap.what } }),
    ...(kind === 'check-in' && { checkIn: checkInOf(place, sees, now) }),
    ...(dri && mayKnowDri && { dri: { accountId: dri.accountId, status: dri.status } }),
    ...(issueSummary && { item: issueSummary }),
    ...(itemDeletedAt !== undefined && { itemDeletedAt }),
  };
}

/** Whether whoever a line waits for was not reached with it yet. */
const isUnreached = (
  charter: Charter,
  kind: DutyKind,
  who: AccountId | null,
  about: string | undefined,
): boolean => {
  const id = about ?? (kind === 'accept-nomination' ? OWNERSHIP : undefined);
  return unreachedIn(charter).some((ask) => ask.id === id && ask.who === who);
};

/** What is asked of somebody, and for who may see the work item what it rests on. */
function questionOf(
  { id, question, agreementId, neededBy, asks }: Escalation,
  { agreements, authority, dri }: Charter,
  knows: boolean,
): NonNullable<CommitmentEntry['question']> {
  const about = agreements.find((one) => one.id === agreementId)?.deliverable;
  const askWhen = authority?.grantedTo === dri?.accountId ? authority?.escalateWhen : undefined;
  return {
    escalationId: id,
    text: question,
    ...(neededBy !== undefined && { neededBy }),
    ...(asks && { asks }),
    ...(knows && about !== undefined && { about }),
    ...(knows && askWhen !== undefined && { askWhen }),
  };
}

/** What comes round again has no id of its own; its kind tells it from the item's other lines. */
const roundOf = (kind: DutyKind): string | undefined =>
  kind === 'check-in' || kind === 'keep-or-change' ? kind : undefined;

/** What a check-in is held against: the promises it asks about by name, and those that say otherwise. */
function checkInOf(
  { charter, policy, issueSummary }: Place,
  sees: SeesIssue,
  now: Instant,
): NonNullable<CommitmentEntry['checkIn']> {
  const walk = toWalkThrough(charter, { progress: issueSummary?.status.category, policy, now });
  const wanted = new Set([...walk, ...contradicting(charter, now)]);
  return {
    count: charter.checkInCount,
    walkThrough: walk.map(({ id }) => id),
    intake: [...policy.intake],
    agreements: charter.agreements
      .filter((agreement) => wanted.has(agreement))
      .map((agreement) => viewAgreement(agreementAsSeen(agreement, sees), charter, policy, now)),
  };
}
