import { acceptedDri } from '../charter';
import type { Rejection } from '../commands';
import { isSelfDealt } from './agreement';
import { pastDate, stamp, unless, wrongStatus, type Case, type CommandOf, type Decision } from './answers';

/** The requester's steps are the DRI's, once they have accepted to be it. */
const notDri = ({ charter, facts }: Case): Rejection | null =>
  acceptedDri(charter) === facts.actor.accountId ? null : { code: 'forbidden', needs: 'dri' };

export const acceptCounter = (c: Case): Decision =>
  unless(
    [
      notDri(c),
      wrongStatus(c, 'countered'),
      isSelfDealt(c.agreement, c.charter.dri?.accountId) ? { code: 'self-acknowledgement' } : null,
      c.agreement.status === 'countered' ? pastDate(c, 'committedBy', c.agreement.counter.committedBy) : null,
    ],
    { type: 'counter-accepted', ...stamp(c) },
  );

export const restate = (c: Case, command: CommandOf<'restate-agreement'>): Decision => {
  const { neededBy, deliverable, acceptance } = command;
  const changed =
    (neededBy !== undefined && neededBy !== c.agreement.neededBy) ||
    (deliverable !== undefined && deliverable !== c.agreement.deliverable) ||
    (acceptance !== undefined && acceptance !== c.agreement.acceptance);
  return unless(
    [
      notDri(c),
      wrongStatus(c, 'countered', 'declined'),
      changed ? null : { code: 'nothing-restated' },
      pastDate(c, 'neededBy', neededBy ?? c.agreement.neededBy),
    ],
    {
      type: 'agreement-restated',
      ...stamp(c),
      ...(neededBy !== undefined && { neededBy }),
      ...(deliverable !== undefined && { deliverable }),
      ...(acceptance !== undefined && { acceptance }),
    },
  );
};

export const acceptDelivery = (c: Case): Decision =>
  unless([notDri(c), wrongStatus(c, 'delivered')], { type: 'delivery-accepted', ...stamp(c) });

export const returnDelivery = (c: Case, { cause, reason }: CommandOf<'return-delivery'>): Decision =>
  unless([notDri(c), wrongStatus(c, 'delivered')], { type: 'delivery-returned', ...stamp(c), cause, reason });

/** What was accepted is done, and done is not taken back. */
export const withdraw = (c: Case, { reason }: CommandOf<'withdraw-agreement'>): Decision =>
  unless([notDri(c), wrongStatus(c, 'requested', 'countered', 'declined', 'acknowledged', 'delivered')], {
    type: 'agreement-withdrawn',
    ...stamp(c),
    reason,
  });
