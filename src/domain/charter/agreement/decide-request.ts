import { isOpen, sameIssue } from './agreement';
import { localDate } from '../../time/local-date';
import { refuseNeed } from '../follow-through/check-ins';
import { ok, refuse, type Result } from '../../result';
import { acceptedDri, type Charter } from '../charter';
import { MAX_AGREEMENTS, type CharterCommand, type Facts, type Rejection } from '../commands';
import type { CharterEvent } from '../events';
import { zoneOfPerson } from '../ownership/dri-zone';
import { refusePerson } from '../ownership/person-rules';

type Request = Extract<CharterCommand, { type: 'request-agreement' }>;
type Decision = Result<readonly CharterEvent[], Rejection>;

export function decideRequest(charter: Charter, command: Request, facts: Facts): Decision {
  const { actor, now, issueKey } = facts;
  const isDri = charter.dri?.accountId === actor.accountId;
  if (!actor.canEdit && !isDri) return refuse({ code: 'forbidden', needs: 'edit' });
  const unfit = refusePerson(facts, command.providerAccountId, 'providerAccountId');
  if (unfit) return refuse(unfit);
  const { providerIssueKey, providerIssueId } = command;
  const missing = (facts.policy?.intake ?? []).find((field) => command[field] === undefined);
  if (missing) return refuse({ code: 'intake-missing', field: missing });
  const unknownNeed = refuseNeed(charter, command.needId);
  if (unknownNeed) return refuse(unknownNeed);
  if (providerIssueKey === issueKey) return refuse({ code: 'own-issue', field: 'providerIssueKey' });
  if (providerIssueKey !== undefined && providerIssueId === null) {
    return refuse({ code: 'issue-not-found', field: 'providerIssueKey', issueKey: providerIssueKey });
  }
  const providerZone = zoneOfPerson(facts.people[command.providerAccountId], facts.policy);
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
      // What was delivered and accepted is done: the same may be needed once more.
      agreement.status !== 'accepted' &&
      (providerIssueKey === undefined
        ? agreement.providerAccountId === command.providerAccountId &&
          agreement.deliverable === command.deliverable
        : sameIssue(agreement, command)),
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
      ...(typeof providerIssueId === 'string' && { providerIssueId }),
      ...(command.impact !== undefined && { impact: command.impact }),
      ...(command.inputs !== undefined && { inputs: command.inputs }),
      ...(command.needId !== undefined && { needId: command.needId }),
    },
  ]);
}

/** "No dependencies" is a statement the DRI makes, not the absence of requests. */
export function decideNoDependencies(charter: Charter, facts: Facts): Decision {
  if (acceptedDri(charter) !== facts.actor.accountId) return refuse({ code: 'forbidden', needs: 'dri' });
  const open = charter.agreements.filter(isOpen).length;
  if (open > 0) return refuse({ code: 'agreements-open', count: open });
  if (charter.noDependencies) return refuse({ code: 'already-declared' });
  return ok([{ type: 'no-dependencies-declared', at: facts.now, by: facts.actor.accountId }]);
}

/** Fewer agreements than a policy asks for are enough where the DRI says that nothing else is needed. */
export function decideNoFurtherDependencies(charter: Charter, facts: Facts): Decision {
  if (acceptedDri(charter) !== facts.actor.accountId) return refuse({ code: 'forbidden', needs: 'dri' });
  if (!charter.agreements.some(isOpen)) return refuse({ code: 'no-agreements' });
  if (charter.noFurtherDependencies) return refuse({ code: 'already-declared' });
  return ok([{ type: 'no-further-dependencies-declared', at: facts.now, by: facts.actor.accountId }]);
}
