import type { AccountId, IssueId, IssueKey, NeedId } from '../../ids';
import { localDate } from '../../time/local-date';
import type { IsoDate } from '../../time/time';
import type { Charter } from '../charter';
import { defineCommand, type OfAgreement } from '../define-command';
import type { Facts } from '../facts';
import { zoneOfPerson } from '../ownership/dri-zone';
import { notEditor, refuseNeed, refusePerson, stamp, unfitDay, unless } from '../refusals';
import type { Refusal } from '../rejection';
import { isOpen, isUnsettled, sameIssue, type Agreement, type Asked, type AskedTeam } from './agreement';
import { asksProvider } from './asks-provider';
import { always } from '../may-follow';
import { nextNumber } from '../numbering';
import { fillsTooMuch } from '../release';

interface RequestAgreement {
  readonly type: 'request-agreement';
  /** Of a team, whoever takes its requests. */
  readonly providerAccountId: AccountId;
  /** The team that is asked, as the directory knows it. */
  readonly team?: Pick<AskedTeam, 'id' | 'name'> | undefined;
  readonly deliverable: string;
  readonly acceptance: string;
  readonly neededBy: IsoDate;
  readonly providerIssueKey?: IssueKey | undefined;
  /** What Jira says its id is, never the caller's word; null where it shows them no such issue. */
  readonly providerIssueId?: IssueId | null | undefined;
  /** What stands still without it. */
  readonly impact?: string | undefined;
  /** What the provider gets to start with. */
  readonly inputs?: string | undefined;
  /** The need of a check-in that it answers. */
  readonly needId?: NeedId | undefined;
}

export interface AgreementRequested extends OfAgreement, Asked {
  readonly type: 'agreement-requested';
  readonly needId?: NeedId;
}

/** Most agreements one charter holds, withdrawn ones included: keeps the record well under the storage limit. */
export const MAX_AGREEMENTS = 100;

/** An issue that cannot be the provider's own. */
function unfitIssue({ providerIssueKey, providerIssueId }: RequestAgreement, facts: Facts): Refusal | null {
  const field = 'providerIssueKey';
  if (providerIssueKey === facts.issueKey) return { code: 'own-issue', field };
  return providerIssueKey !== undefined && providerIssueId === null
    ? { code: 'issue-not-found', field, issueKey: providerIssueKey }
    : null;
}

/** The same was asked before and is not over: by its issue where one is named, else by who and what. */
function askedBefore({ agreements }: Charter, command: RequestAgreement): Refusal | null {
  const byIssue = command.providerIssueKey !== undefined;
  const isSame = (agreement: Agreement): boolean =>
    byIssue
      ? sameIssue(agreement, command)
      : agreement.providerAccountId === command.providerAccountId &&
        agreement.deliverable === command.deliverable;
  // What was delivered and accepted is done: the same may be needed once more.
  const asked = agreements.find((one) => isOpen(one) && one.status !== 'accepted' && isSame(one));
  return asked
    ? { code: 'already-asked', agreementId: asked.id, field: byIssue ? 'providerIssueKey' : 'deliverable' }
    : null;
}

export const requestAgreement = defineCommand<RequestAgreement, AgreementRequested>({
  type: 'request-agreement',
  event: 'agreement-requested',
  room: 'ordinary',
  subject: 'request',
  affects: ['dependencies'],
  people: ['providerAccountId'],
  mayFollow: always,
  tells: asksProvider,
  puts: 'agreement',
  decide(charter, command, facts) {
    const { providerAccountId, team, deliverable, acceptance, neededBy, impact, inputs, needId } = command;
    const { providerIssueKey, providerIssueId } = command;
    const providerZone = zoneOfPerson(facts.people[providerAccountId], facts.policy);
    const today = localDate(facts.now, providerZone);
    const missing = (facts.policy?.intake ?? []).find((field) => command[field] === undefined);
    return unless(
      [
        notEditor(charter, facts),
        refusePerson(facts, providerAccountId, 'providerAccountId'),
        missing === undefined ? null : { code: 'intake-missing', field: missing, missing },
        refuseNeed(charter, needId),
        unfitIssue(command, facts),
        unfitDay('neededBy', neededBy, today),
        charter.agreements.filter(isUnsettled).length >= MAX_AGREEMENTS
          ? { code: 'too-many-agreements', limit: MAX_AGREEMENTS }
          : null,
        fillsTooMuch(charter, facts.actor.accountId, command) ? { code: 'too-much-open' } : null,
        askedBefore(charter, command),
      ],
      {
        type: 'agreement-requested',
        ...stamp(facts),
        agreementId: `A${nextNumber(charter.agreements)}`,
        providerAccountId,
        ...(team && { team }),
        providerZone,
        deliverable,
        acceptance,
        neededBy,
        ...(providerIssueKey !== undefined && { providerIssueKey }),
        ...(typeof providerIssueId === 'string' && { providerIssueId }),
        ...(impact !== undefined && { impact }),
        ...(inputs !== undefined && { inputs }),
        ...(needId !== undefined && { needId }),
      },
    );
  },
  evolve(charter, { type: _type, at, by, agreementId, ...terms }) {
    const asked: Agreement = {
      ...terms,
      id: agreementId,
      requestedBy: by,
      requestedAt: at,
      rounds: 1,
      rework: 0,
      dateChanges: [],
      status: 'requested',
    };
    const { noFurtherDependencies: _taken, ...before } = charter;
    return { ...before, noDependencies: null, agreements: [...charter.agreements, asked] };
  },
});
