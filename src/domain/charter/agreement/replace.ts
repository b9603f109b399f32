import type { AccountId, AgreementId } from '../../ids';
import type { TimeZone } from '../../time/time';
import { defineCommand, type OfAgreement } from '../define-command';
import { zoneOfPerson } from '../ownership/dri-zone';
import { unless } from '../refusals';
import type { Agreement } from './agreement';
import { asksAnother } from './asks-provider';
import { askedAgain, brokenBy, inAgreement, notRequester, onAgreement, stampOf, wrongStatus } from './step';
import { refuseProvider } from './reassign';
import { always } from '../may-follow';

interface ReplaceProvider {
  readonly type: 'replace-provider';
  readonly agreementId: AgreementId;
  readonly providerAccountId: AccountId;
  readonly reason: string;
}

/** The command, for who gives it in the name of another. */
export const replacing = (
  agreementId: AgreementId,
  providerAccountId: AccountId,
  reason: string,
): ReplaceProvider => ({ type: 'replace-provider', agreementId, providerAccountId, reason });

interface ProviderReplaced extends OfAgreement {
  readonly type: 'provider-replaced';
  readonly providerAccountId: AccountId;
  readonly providerZone: TimeZone;
  readonly reason: string;
}

/** Asks somebody else for what was promised and does not come: the new one answers afresh, the former one is told why. */
export const replaceProvider = defineCommand<ReplaceProvider, ProviderReplaced>({
  type: 'replace-provider',
  event: 'provider-replaced',
  room: 'reserve',
  subject: 'agreement',
  affects: [],
  people: ['providerAccountId'],
  mayFollow: always,
  tells: asksAnother,
  puts: 'agreement',
  decide: onAgreement((c, { providerAccountId, reason }) =>
    unless([notRequester(c), wrongStatus(c, 'acknowledged'), refuseProvider(c, providerAccountId)], {
      type: 'provider-replaced',
      ...stampOf(c),
      providerAccountId,
      providerZone: zoneOfPerson(c.facts.people[providerAccountId], c.facts.policy),
      reason,
    }),
  ),
  // Whoever is asked instead is asked for themselves.
  evolve: inAgreement(({ team: _former, ...agreement }, { at, providerAccountId, providerZone }) =>
    askedAgain(agreement as Agreement, at, {
      ...brokenBy(agreement as Agreement, at),
      providerAccountId,
      providerZone,
    }),
  ),
});
