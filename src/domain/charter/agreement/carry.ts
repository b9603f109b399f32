import type { AgreementId, IssueKey } from '../../ids';
import type { Instant, IsoDate } from '../../time/time';
import { acceptedDri, type Charter } from '../charter';
import { defineCommand, type OfAgreement } from '../define-command';
import { always } from '../may-follow';
import { nextNumber } from '../numbering';
import { stamp, unless } from '../refusals';
import { moveOrLeads } from '../tells';
import { isPromised, isUnsettled, type Agreement, type Asked } from './agreement';
import { MAX_AGREEMENTS } from './request';
import { settlesFor } from './settling';

/** As much of a promise as goes along with it to the work item that still needs it. */
export interface Carried extends Asked {
  /** Absent only in what is told to a reader who may not see it. */
  readonly from?: IssueKey;
  readonly fromAgreementId: AgreementId;
  /** The provider's yes, which is to the same thing for the same day. */
  readonly promised?: { readonly acknowledgedAt: Instant; readonly committedBy: IsoDate };
}

interface CarryAgreement {
  readonly type: 'carry-agreement';
  readonly carried: Carried;
}

interface AgreementCarried extends OfAgreement, Carried {
  readonly type: 'agreement-carried';
}

/** What of a promise is carried to another work item. */
export function carriedFrom(from: IssueKey, agreement: Agreement): Carried {
  const { providerAccountId, providerZone, deliverable, acceptance, neededBy, impact, inputs } = agreement;
  const { providerIssueKey, providerIssueId } = agreement;
  return {
    from,
    fromAgreementId: agreement.id,
    providerAccountId,
    ...(agreement.team && { team: agreement.team }),
    providerZone,
    deliverable,
    acceptance,
    neededBy,
    ...(providerIssueKey !== undefined && { providerIssueKey }),
    ...(providerIssueId !== undefined && { providerIssueId }),
    ...(impact !== undefined && { impact }),
    ...(inputs !== undefined && { inputs }),
    ...(isPromised(agreement) && {
      promised: { acknowledgedAt: agreement.acknowledgedAt, committedBy: agreement.committedBy },
    }),
  };
}

const standsUntaken = ({ agreements }: Charter, agreementId: AgreementId): boolean =>
  agreements.some((one) => one.id === agreementId && one.untaken !== undefined && isUnsettled(one));

/** A promise to finished work that this item still needs; it binds once the owner takes it on. */
export const carryAgreement = defineCommand<CarryAgreement, AgreementCarried>({
  type: 'carry-agreement',
  event: 'agreement-carried',
  room: 'ordinary',
  subject: null,
  affects: ['dependencies'],
  people: ['providerAccountId', 'carried.providerAccountId'],
  mayFollow: always,
  tells: ({ agreementId }, { charter }) =>
    standsUntaken(charter, agreementId) ? moveOrLeads(settlesFor(charter)) : [],
  puts: 'agreement',
  says: ({ carried }) => carried,
  decide: (charter, { carried }, facts) =>
    unless(
      [
        charter.agreements.some(
          ({ carriedFrom: before }) =>
            before !== undefined &&
            before.issueKey === carried.from &&
            before.agreementId === carried.fromAgreementId,
        )
          ? { code: 'already-recorded' }
          : null,
        // Nobody could take it on.
        acceptedDri(charter) === null ? { code: 'target-unowned', field: 'toIssueKey' } : null,
        charter.agreements.filter(isUnsettled).length >= MAX_AGREEMENTS
          ? { code: 'too-many-agreements', limit: MAX_AGREEMENTS }
          : null,
      ],
      {
        type: 'agreement-carried',
        ...stamp(facts),
        agreementId: `A${nextNumber(charter.agreements)}`,
        ...carried,
      },
    ),
  evolve(charter, { type: _type, at, by, agreementId, from, fromAgreementId, promised, ...terms }) {
    const asked = {
      ...terms,
      id: agreementId,
      requestedBy: by,
      requestedAt: at,
      rounds: 1,
      rework: 0,
      dateChanges: [],
      ...(from !== undefined && { carriedFrom: { issueKey: from, agreementId: fromAgreementId } }),
      untaken: { since: at },
    };
    const carried: Agreement = promised
      ? { ...asked, status: 'acknowledged', ...promised }
      : { ...asked, status: 'requested' };
    const { noFurtherDependencies: _taken, ...before } = charter;
    return { ...before, noDependencies: null, agreements: [...charter.agreements, carried] };
  },
});
