import { acceptedDri } from '../charter';
import type { Rejection } from '../commands';
import { zoneOfPerson } from '../ownership/dri-zone';
import { refusePerson } from '../ownership/person-rules';
import { isOpen, isSelfDealt, sameIssue } from './agreement';
import { pastDate, stamp, unless, wrongStatus, type Case, type CommandOf, type Decision } from './answers';

/** Which side of the handoff the actor stands on, if any. */
function sideOf({ charter, agreement, facts }: Case): 'provider' | 'requester' | null {
  if (agreement.providerAccountId === facts.actor.accountId) return 'provider';
  return acceptedDri(charter) === facts.actor.accountId ? 'requester' : null;
}

const neitherSide = (c: Case): Rejection | null =>
  sideOf(c) === null ? { code: 'forbidden', needs: 'either-side' } : null;

/** A promise is not taken away over its provider's head, unless they can no longer keep it. */
const providerLeft = ({ agreement, facts }: Case): boolean =>
  facts.people[agreement.providerAccountId]?.active === false;

/**
 * Asks somebody else: the DRI after a decline, while nobody promised or once the provider left; the provider to hand
 * their promise over. The new provider acknowledges afresh.
 */
export function reassign(c: Case, { providerAccountId }: CommandOf<'reassign-agreement'>): Decision {
  const handedOver = sideOf(c) === 'provider';
  const person = c.facts.people[providerAccountId];
  return unless(
    [
      neitherSide(c),
      handedOver
        ? wrongStatus(c, 'requested', 'acknowledged')
        : wrongStatus(
            c,
            'requested',
            'countered',
            'declined',
            ...(providerLeft(c) ? ['acknowledged' as const] : []),
          ),
      providerAccountId === c.agreement.providerAccountId
        ? { code: 'same-provider', field: 'providerAccountId' }
        : refusePerson(c.facts, providerAccountId, 'providerAccountId'),
      // Whoever asked, or answers for the work item, cannot be the other side of it.
      isSelfDealt({ ...c.agreement, providerAccountId }, c.charter.dri?.accountId)
        ? { code: 'provider-asked-for-it', field: 'providerAccountId', accountId: providerAccountId }
        : null,
    ],
    {
      type: 'agreement-reassigned',
      ...stamp(c),
      providerAccountId,
      providerZone: zoneOfPerson(person, c.facts.policy),
    },
  );
}

/** Proposes another day for a promise; the old one binds until the other side says yes. */
export function renegotiate(c: Case, command: CommandOf<'renegotiate-agreement'>): Decision {
  const { agreement } = c;
  const { committedBy, reason } = command;
  return unless(
    [
      neitherSide(c),
      wrongStatus(c, 'acknowledged'),
      pastDate(c, 'committedBy', committedBy),
      agreement.status === 'acknowledged' && agreement.committedBy === committedBy
        ? { code: 'same-date', field: 'committedBy' }
        : null,
    ],
    {
      type: 'renegotiation-proposed',
      ...stamp(c),
      side: sideOf(c) ?? 'requester',
      committedBy,
      reason,
    },
  );
}

/** The other side's yes or no to a proposed day; whoever proposed it cannot give it. */
export function answerRenegotiation(
  c: Case,
  { accept: accepted }: CommandOf<'answer-renegotiation'>,
): Decision {
  const { agreement } = c;
  const proposed = agreement.status === 'acknowledged' ? agreement.renegotiation : undefined;
  return unless(
    [
      neitherSide(c),
      wrongStatus(c, 'acknowledged'),
      proposed ? null : { code: 'no-renegotiation' },
      proposed?.side === sideOf(c) ? { code: 'forbidden', needs: 'other-side' } : null,
      accepted && proposed ? pastDate(c, 'committedBy', proposed.committedBy) : null,
    ],
    { type: 'renegotiation-answered', ...stamp(c), accepted },
  );
}

/** Says which of the provider's own issues carries the promise: both sides then see how it fares. */
export function link(c: Case, asked: CommandOf<'link-agreement'>): Decision {
  const { providerIssueKey, providerIssueId } = asked;
  const field = 'providerIssueKey';
  const taken = c.charter.agreements.find(
    (other) =>
      other.id !== c.agreement.id && isOpen(other) && other.status !== 'accepted' && sameIssue(other, asked),
  );
  return unless(
    [
      neitherSide(c),
      wrongStatus(c, 'requested', 'countered', 'acknowledged', 'delivered'),
      providerIssueKey === c.facts.issueKey ? { code: 'own-issue', field } : null,
      providerIssueId === null ? { code: 'issue-not-found', field, issueKey: providerIssueKey } : null,
      sameIssue(c.agreement, asked) ? { code: 'same-issue', field } : null,
      taken ? { code: 'already-asked', agreementId: taken.id, field } : null,
    ],
    {
      type: 'agreement-linked',
      ...stamp(c),
      providerIssueKey,
      ...(typeof providerIssueId === 'string' && { providerIssueId }),
    },
  );
}
