import type { AccountId, AgreementId } from '../../ids';
import type { TimeZone } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { teamsOfPerson } from '../../team/side';
import { zoneOfPerson } from '../ownership/dri-zone';
import { refusePerson, unless } from '../refusals';
import type { Refusal } from '../rejection';
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
import { always } from '../may-follow';
import { asksAnother } from './asks-provider';

interface ReassignAgreement {
  readonly type: 'reassign-agreement';
  readonly agreementId: AgreementId;
  readonly providerAccountId: AccountId;
}

/** The command, for who gives it in the name of another. */
export const reassigning = (agreementId: AgreementId, providerAccountId: AccountId): ReassignAgreement => ({
  type: 'reassign-agreement',
  agreementId,
  providerAccountId,
});

/** Asked of somebody else: by the DRI, or handed over by the provider. Either way it waits for a new yes. */
interface AgreementReassigned extends OfAgreement {
  readonly type: 'agreement-reassigned';
  readonly providerAccountId: AccountId;
  readonly providerZone: TimeZone;
  /** Named for the team that was asked, by whoever takes its requests, or handed over within it. */
  readonly forTeam?: true;
}

/** A promise is not taken away over its provider's head, unless they can no longer keep it. */
const providerLeft = ({ agreement, facts }: Case): boolean =>
  facts.people[agreement.providerAccountId]?.active === false;

/** Refuses who cannot promise it instead: the one who has it already, nobody who can, or somebody on the asking side. */
export function refuseProvider({ agreement, charter, facts }: Case, accountId: AccountId): Refusal | null {
  const field = 'providerAccountId';
  if (accountId === agreement.providerAccountId) return { code: 'same-provider', field };
  const unfit = refusePerson(facts, accountId, field);
  if (unfit) return unfit;
  return isSelfDealt({ ...agreement, providerAccountId: accountId }, charter.dri?.accountId)
    ? { code: 'provider-asked-for-it', field, accountId }
    : null;
}

/** Whether the team that was asked stays the one: its own people name or hand over among themselves. */
const staysInTeam = (c: Case, accountId: AccountId): boolean =>
  sideOf(c) === 'provider' &&
  teamsOfPerson(accountId, c.facts.policy).some(({ id }) => id === c.agreement.team?.id);

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
  room: 'ordinary',
  subject: 'agreement',
  affects: [],
  people: ['providerAccountId'],
  mayFollow: always,
  tells: asksAnother,
  puts: 'agreement',
  decide: onAgreement((c, { providerAccountId }) =>
    unless([neitherSide(c), wrongStatus(c, ...reassignableFrom(c)), refuseProvider(c, providerAccountId)], {
      type: 'agreement-reassigned',
      ...stampOf(c),
      providerAccountId,
      providerZone: zoneOfPerson(c.facts.people[providerAccountId], c.facts.policy),
      ...(staysInTeam(c, providerAccountId) && { forTeam: true as const }),
    }),
  ),
  evolve: inAgreement((agreement, { at, providerAccountId, providerZone, forTeam }) => {
    const { team, ...rest } = agreement;
    return askedAgain(rest, at, {
      ...brokenBy(agreement, at),
      providerAccountId,
      providerZone,
      ...(team && forTeam && { team: { ...team, named: true as const } }),
    });
  }),
});
