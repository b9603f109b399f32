import type { AccountId, AgreementId } from '../../ids';
import type { TimeZone } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { zoneOfPerson } from '../ownership/dri-zone';
import { refusePerson, unless } from '../refusals';
import { isSelfDealt, type AgreementStatus } from './agreement';
import {
  askedAgain,
  brokenBy,
  inAgreement,
  neitherSide,
  onAgreement,
  sideOf,
  stampOf,
  wrongStatus,
  type Case,
} from './step';
import { asksProvider } from './asks-provider';
import { always } from '../may-follow';

interface ReassignAgreement {
  readonly type: 'reassign-agreement';
  readonly agreementId: AgreementId;
  readonly providerAccountId: AccountId;
}

/** Asked of somebody else: by the DRI, or handed over by the provider. Either way it waits for a new yes. */
interface AgreementReassigned extends OfAgreement {
  readonly type: 'agreement-reassigned';
  readonly providerAccountId: AccountId;
  readonly providerZone: TimeZone;
}

/** A promise is not taken away over its provider's head, unless they can no longer keep it. */
const providerLeft = ({ agreement, facts }: Case): boolean =>
  facts.people[agreement.providerAccountId]?.active === false;

/** From where the side that asks may give it to somebody else. */
function reassignableFrom(c: Case): readonly AgreementStatus[] {
  if (sideOf(c) === 'provider') return ['requested', 'acknowledged'];
  return ['requested', 'countered', 'declined', ...(providerLeft(c) ? ['acknowledged' as const] : [])];
}

/**
 * Asks somebody else: the DRI after a decline, while nobody promised or once the provider left; the provider to hand
 * their promise over. The new provider acknowledges afresh.
 */
export const reassignAgreement = defineCommand<ReassignAgreement, AgreementReassigned>({
  type: 'reassign-agreement',
  event: 'agreement-reassigned',
  subject: 'agreement',
  affects: [],
  people: ['providerAccountId'],
  mayFollow: always,
  tells: asksProvider,
  puts: 'agreement',
  decide: onAgreement((c, { providerAccountId }) =>
    unless(
      [
        neitherSide(c),
        wrongStatus(c, ...reassignableFrom(c)),
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
        ...stampOf(c),
        providerAccountId,
        providerZone: zoneOfPerson(c.facts.people[providerAccountId], c.facts.policy),
      },
    ),
  ),
  evolve: inAgreement((agreement, { at, providerAccountId, providerZone }) =>
    askedAgain(agreement, at, { ...brokenBy(agreement, at), providerAccountId, providerZone }),
  ),
});
