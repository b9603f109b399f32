import { isOpen, isSelfDealt, type Agreement } from '../agreement/agreement';
import { localDate } from '../calendar/local-date';
import { ok, refuse, type Result } from '../result';
import { acceptedDri, type Charter } from './charter';
import { MAX_AGREEMENTS, type CharterCommand, type Facts, type Rejection } from './commands';
import type { CharterEvent } from './events';
import { refusePerson } from './person-rules';

type AgreementCommand = Extract<
  CharterCommand,
  {
    type:
      | 'declare-no-dependencies'
      | 'request-agreement'
      | 'acknowledge-agreement'
      | 'decline-agreement'
      | 'withdraw-agreement';
  }
>;
type Request = Extract<AgreementCommand, { type: 'request-agreement' }>;
type Decision = Result<readonly CharterEvent[], Rejection>;

function request(charter: Charter, command: Request, facts: Facts): Decision {
  const { actor, now, issueKey } = facts;
  const isDri = charter.dri?.accountId === actor.accountId;
  if (!actor.canEdit && !isDri) return refuse({ code: 'forbidden', needs: 'edit' });
  const unfit = refusePerson(facts, command.providerAccountId, 'providerAccountId');
  if (unfit) return refuse(unfit);
  const { providerIssueKey } = command;
  if (providerIssueKey === issueKey) return refuse({ code: 'own-issue', field: 'providerIssueKey' });
  const providerZone = facts.people[command.providerAccountId]?.timeZone ?? 'UTC';
  const today = localDate(now, providerZone);
  if (command.neededBy < today) {
    return refuse({ code: 'date-in-past', field: 'neededBy', date: command.neededBy, today });
  }
  if (charter.agreements.length >= MAX_AGREEMENTS) {
    return refuse({ code: 'too-many-agreements', limit: MAX_AGREEMENTS });
  }
  const asked = charter.agreements.find(
    (agreement) =>
      isOpen(agreement) &&
      (providerIssueKey === undefined
        ? agreement.providerAccountId === command.providerAccountId &&
          agreement.deliverable === command.deliverable
        : agreement.providerIssueKey === providerIssueKey),
  );
  if (asked) {
    const field = providerIssueKey === undefined ? 'deliverable' : 'providerIssueKey';
    return refuse({ code: 'already-asked', agreementId: asked.id, field });
  }
  return ok([
    {
      type: 'agreement-requested',
      at: now,
      by: actor.accountId,
      agreementId: `A${charter.agreements.length + 1}`,
      providerAccountId: command.providerAccountId,
      providerZone,
      deliverable: command.deliverable,
      acceptance: command.acceptance,
      neededBy: command.neededBy,
      ...(providerIssueKey !== undefined && { providerIssueKey }),
    },
  ]);
}

function declareNone(charter: Charter, facts: Facts): Decision {
  if (acceptedDri(charter) !== facts.actor.accountId) return refuse({ code: 'forbidden', needs: 'dri' });
  const open = charter.agreements.filter(isOpen).length;
  if (open > 0) return refuse({ code: 'agreements-open', count: open });
  if (charter.noDependencies) return refuse({ code: 'already-declared' });
  return ok([{ type: 'no-dependencies-declared', at: facts.now, by: facts.actor.accountId }]);
}

/** The provider's two answers: theirs alone, and only while the request stands unanswered. */
function refuseAnswer(agreement: Agreement, facts: Facts): Rejection | null {
  if (agreement.providerAccountId !== facts.actor.accountId) return { code: 'forbidden', needs: 'provider' };
  if (agreement.status !== 'requested') {
    return { code: 'wrong-status', agreementId: agreement.id, status: agreement.status };
  }
  return null;
}

function decline(
  agreement: Agreement,
  command: Extract<AgreementCommand, { type: 'decline-agreement' }>,
  facts: Facts,
): Decision {
  const refused = refuseAnswer(agreement, facts);
  if (refused) return refuse(refused);
  const { alternativeAccountId, availableFrom, reason } = command;
  if (alternativeAccountId === undefined && availableFrom === undefined) {
    return refuse({ code: 'alternative-missing' });
  }
  if (alternativeAccountId !== undefined) {
    if (alternativeAccountId === facts.actor.accountId) {
      return refuse({ code: 'alternative-is-self', field: 'alternativeAccountId' });
    }
    const unfit = refusePerson(facts, alternativeAccountId, 'alternativeAccountId');
    if (unfit) return refuse(unfit);
  }
  const today = localDate(facts.now, agreement.providerZone);
  if (availableFrom !== undefined && availableFrom < today) {
    return refuse({ code: 'date-in-past', field: 'availableFrom', date: availableFrom, today });
  }
  return ok([
    {
      type: 'agreement-declined',
      at: facts.now,
      by: facts.actor.accountId,
      agreementId: agreement.id,
      reason,
      ...(alternativeAccountId !== undefined && { alternativeAccountId }),
      ...(availableFrom !== undefined && { availableFrom }),
    },
  ]);
}

export function decideAgreement(charter: Charter, command: AgreementCommand, facts: Facts): Decision {
  if (command.type === 'request-agreement') return request(charter, command, facts);
  if (command.type === 'declare-no-dependencies') return declareNone(charter, facts);

  const { agreementId } = command;
  const agreement = charter.agreements.find(({ id }) => id === agreementId);
  if (!agreement) return refuse({ code: 'agreement-not-found', agreementId });
  const stamp = { at: facts.now, by: facts.actor.accountId, agreementId };
  switch (command.type) {
    case 'acknowledge-agreement': {
      const refused = refuseAnswer(agreement, facts);
      if (refused) return refuse(refused);
      if (isSelfDealt(agreement, charter.dri?.accountId)) return refuse({ code: 'self-acknowledgement' });
      return ok([{ type: 'agreement-acknowledged', ...stamp, committedBy: agreement.neededBy }]);
    }
    case 'decline-agreement':
      return decline(agreement, command, facts);
    case 'withdraw-agreement':
      if (acceptedDri(charter) !== facts.actor.accountId) return refuse({ code: 'forbidden', needs: 'dri' });
      if (!isOpen(agreement)) {
        return refuse({ code: 'wrong-status', agreementId, status: agreement.status });
      }
      return ok([{ type: 'agreement-withdrawn', ...stamp, reason: command.reason }]);
  }
}
