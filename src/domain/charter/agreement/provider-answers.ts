import type { Rejection } from '../commands';
import { refusePerson } from '../ownership/person-rules';
import { isOverdue, isSelfDealt } from './agreement';
import { pastDate, stamp, unless, wrongStatus, type Case, type CommandOf, type Decision } from './answers';

/** The named provider's steps are theirs alone. */
const notProvider = ({ agreement, facts }: Case): Rejection | null =>
  agreement.providerAccountId === facts.actor.accountId ? null : { code: 'forbidden', needs: 'provider' };

export const acknowledge = (c: Case): Decision =>
  unless(
    [
      notProvider(c),
      wrongStatus(c, 'requested'),
      isSelfDealt(c.agreement, c.charter.dri?.accountId) ? { code: 'self-acknowledgement' } : null,
      // A day that is over cannot be promised any more; a counter names one that can.
      pastDate(c, 'neededBy', c.agreement.neededBy),
    ],
    { type: 'agreement-acknowledged', ...stamp(c), committedBy: c.agreement.neededBy },
  );

/** The same day and the same scope are no counter: that would be a yes. */
const offersWhatWasAsked = (
  { agreement }: Case,
  { committedBy, deliverable }: CommandOf<'counter-agreement'>,
): boolean =>
  committedBy === agreement.neededBy && (deliverable ?? agreement.deliverable) === agreement.deliverable;

export const counter = (c: Case, command: CommandOf<'counter-agreement'>): Decision =>
  unless(
    [
      notProvider(c),
      wrongStatus(c, 'requested'),
      pastDate(c, 'committedBy', command.committedBy),
      offersWhatWasAsked(c, command) ? { code: 'same-date', field: 'committedBy' } : null,
    ],
    {
      type: 'agreement-countered',
      ...stamp(c),
      committedBy: command.committedBy,
      reason: command.reason,
      ...(command.deliverable !== undefined && { deliverable: command.deliverable }),
    },
  );

function badAlternative(
  { facts }: Case,
  { alternativeAccountId, availableFrom }: CommandOf<'decline-agreement'>,
): Rejection | null {
  if (alternativeAccountId === undefined) {
    return availableFrom === undefined ? { code: 'alternative-missing' } : null;
  }
  return alternativeAccountId === facts.actor.accountId
    ? { code: 'alternative-is-self', field: 'alternativeAccountId' }
    : refusePerson(facts, alternativeAccountId, 'alternativeAccountId');
}

export const decline = (c: Case, command: CommandOf<'decline-agreement'>): Decision => {
  const { reason, alternativeAccountId, availableFrom } = command;
  return unless(
    [
      notProvider(c),
      wrongStatus(c, 'requested'),
      badAlternative(c, command),
      availableFrom === undefined ? null : pastDate(c, 'availableFrom', availableFrom),
    ],
    {
      type: 'agreement-declined',
      ...stamp(c),
      reason,
      ...(alternativeAccountId !== undefined && { alternativeAccountId }),
      ...(availableFrom !== undefined && { availableFrom }),
    },
  );
};

export const deliver = (c: Case, { evidence }: CommandOf<'deliver-agreement'>): Decision =>
  unless([notProvider(c), wrongStatus(c, 'acknowledged')], {
    type: 'agreement-delivered',
    ...stamp(c),
    evidence,
    late: isOverdue(c.agreement, c.facts.now),
  });

/** Whether the promise still holds, while it is under way. A no says why, and moves no day: that is asked for. */
export const confirm = (c: Case, { onTrack, reason }: CommandOf<'confirm-agreement'>): Decision =>
  unless(
    [
      notProvider(c),
      wrongStatus(c, 'acknowledged'),
      onTrack || reason !== undefined ? null : { code: 'reason-missing', field: 'reason' },
    ],
    {
      type: 'agreement-confirmed',
      ...stamp(c),
      onTrack,
      ...(reason !== undefined && { reason }),
    },
  );
