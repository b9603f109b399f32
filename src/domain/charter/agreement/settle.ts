import type { AgreementId, IssueKey } from '../../ids';
import { isBefore, type Instant } from '../../time/time';
import type { Charter } from '../charter';
import { defineCommand, type OfAgreement } from '../define-command';
import { always } from '../may-follow';
import { unless } from '../refusals';
import type { Refusal } from '../rejection';
import { providerHears } from '../tells';
import { inState, isPromised, type Agreement } from './agreement';
import { notSettler } from './settling';
import { brokenBy, onAgreement, stampOf, wrongStatus, type Case } from './step';

/** What became of a promise to work that is over. */
export const SETTLEMENTS = ['delivered', 'not-needed', 'moved'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

interface SettleAgreement {
  readonly type: 'settle-agreement';
  readonly agreementId: AgreementId;
  readonly as: Settlement;
  /** The work item that still needs it. */
  readonly toIssueKey?: IssueKey | undefined;
}

interface AgreementSettled extends OfAgreement {
  readonly type: 'agreement-settled';
  readonly as: Settlement;
  readonly toIssueKey?: IssueKey;
}

/** Work that is over, as Jira says it now or was noticed to be. */
const isOver = ({ charter, facts }: Case): boolean =>
  facts.progress === undefined ? charter.finishedAt !== undefined : facts.progress === 'done';

function badTarget({ facts }: Case, { as, toIssueKey }: SettleAgreement): Refusal | null {
  const field = 'toIssueKey';
  if (as !== 'moved') return toIssueKey === undefined ? null : { code: 'target-without-move', field };
  if (toIssueKey === undefined) return { code: 'target-missing', field };
  return toIssueKey === facts.issueKey ? { code: 'own-issue', field } : null;
}

/** Once a work item is done, its owner says of each promise what became of it; what was never promised cannot be there. */
export const settleAgreement = defineCommand<SettleAgreement, AgreementSettled>({
  type: 'settle-agreement',
  event: 'agreement-settled',
  room: 'reserve',
  // What was moved waits at another work item by then.
  undoable: ({ as }) => as !== 'moved',
  subject: 'agreement',
  affects: [],
  people: [],
  mayFollow: always,
  tells: providerHears,
  tellsOfFinished: true,
  decide: onAgreement((c, command) => {
    const { as, toIssueKey } = command;
    const open = ['requested', 'countered', 'declined', 'acknowledged', 'delivered'] as const;
    return unless(
      [
        notSettler(c.charter, c.facts),
        wrongStatus(c, ...(as === 'delivered' ? (['acknowledged', 'delivered'] as const) : open)),
        isOver(c) ? null : { code: 'not-finished' },
        badTarget(c, command),
      ],
      { type: 'agreement-settled', ...stampOf(c), as, ...(toIssueKey !== undefined && { toIssueKey }) },
    );
  }),
  evolve: (charter, event) => ({
    ...charter,
    agreements: charter.agreements.map((one) =>
      one.id === event.agreementId ? settled(one, event, charter) : one,
    ),
  }),
});

/** A promise is as late as it was when the work ended: nobody was to deliver after that. */
function lateWhen({ finishedAt }: Charter, at: Instant): Instant {
  return finishedAt !== undefined && isBefore(finishedAt, at) ? finishedAt : at;
}

function settled(agreement: Agreement, event: AgreementSettled, charter: Charter): Agreement {
  const { at, as, toIssueKey } = event;
  const ended = { ...agreement, ...brokenBy(agreement, lateWhen(charter, at)) };
  if (as === 'delivered' && isPromised(agreement)) {
    const { acknowledgedAt, committedBy } = agreement;
    const delivery =
      agreement.status === 'acknowledged'
        ? { deliveredAt: at, evidence: '' }
        : { deliveredAt: agreement.deliveredAt, evidence: agreement.evidence };
    return inState(ended, { status: 'accepted', acknowledgedAt, committedBy, ...delivery, acceptedAt: at });
  }
  return inState(ended, {
    status: 'withdrawn',
    withdrawnAt: at,
    withdrawReason: '',
    settledAs: as === 'moved' ? 'moved' : 'not-needed',
    ...(toIssueKey !== undefined && { movedTo: toIssueKey }),
  });
}
