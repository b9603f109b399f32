import { ok, refuse, type Result } from '../../result';
import type { AccountId, TimeZone } from '../../values';
import type { Charter } from '../charter';
import type { CharterCommand, Facts, Rejection } from '../commands';
import type { CharterEvent } from '../events';
import { todayOfDri } from './dri-zone';
import { refusePerson } from './person-rules';

type OwnershipCommand = Extract<
  CharterCommand,
  { type: 'nominate-dri' | 'accept-dri' | 'decline-dri' | 'grant-authority' | 'write-brief' }
>;
type Decision = Result<readonly CharterEvent[], Rejection>;

const isDri = (charter: Charter, facts: Facts): boolean => charter.dri?.accountId === facts.actor.accountId;

/** A person's own zone, where Jira tells it. */
function zoneFact({ people }: Facts, accountId: AccountId): { readonly zone?: TimeZone } {
  const zone = Object.hasOwn(people, accountId) ? people[accountId]?.timeZone : undefined;
  return zone === undefined ? {} : { zone };
}

function nominate(charter: Charter, accountId: string, facts: Facts): Decision {
  if (!facts.actor.canEdit && !isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'edit' });
  const unfit = refusePerson(facts, accountId, 'accountId');
  if (unfit) return refuse(unfit);
  const { dri } = charter;
  if (dri?.accountId === accountId) {
    return refuse({ code: dri.status === 'accepted' ? 'already-accepted' : 'already-nominated', accountId });
  }
  // An accepted DRI is not replaced over their head: they hand over, unless they can no longer act.
  const current = dri && facts.people[dri.accountId];
  const gone = current?.active === false || dri?.lostAccessAt !== undefined;
  if (dri?.status === 'accepted' && !isDri(charter, facts) && !gone) {
    return refuse({ code: 'already-accepted', accountId: dri.accountId });
  }
  const zone = zoneFact(facts, accountId);
  return ok([{ type: 'dri-nominated', at: facts.now, by: facts.actor.accountId, accountId, ...zone }]);
}

function accept(charter: Charter, facts: Facts): Decision {
  const { dri } = charter;
  if (!dri) return refuse({ code: 'no-nomination' });
  if (!isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'nominee' });
  if (dri.status === 'accepted') return refuse({ code: 'already-accepted', accountId: dri.accountId });
  const by = facts.actor.accountId;
  return ok([{ type: 'dri-accepted', at: facts.now, by, ...zoneFact(facts, by) }]);
}

/** Turning a nomination down, or handing back what was accepted: both are normal answers, with a reason. */
function decline(
  charter: Charter,
  { reason, suggestedAccountId }: Extract<OwnershipCommand, { type: 'decline-dri' }>,
  facts: Facts,
): Decision {
  const by = facts.actor.accountId;
  if (!charter.dri) return refuse({ code: 'no-nomination' });
  if (!isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'nominee' });
  if (suggestedAccountId === by) return refuse({ code: 'alternative-is-self', field: 'suggestedAccountId' });
  const unfit =
    suggestedAccountId === undefined ? null : refusePerson(facts, suggestedAccountId, 'suggestedAccountId');
  if (unfit) return refuse(unfit);
  const suggestion = suggestedAccountId !== undefined && { suggestedAccountId };
  return ok([{ type: 'dri-declined', at: facts.now, by, reason, ...suggestion }]);
}

export function decideOwnership(charter: Charter, command: OwnershipCommand, facts: Facts): Decision {
  const at = facts.now;
  const by = facts.actor.accountId;
  switch (command.type) {
    case 'nominate-dri':
      return nominate(charter, command.accountId, facts);
    case 'accept-dri':
      return accept(charter, facts);
    case 'decline-dri':
      return decline(charter, command, facts);
    case 'grant-authority': {
      if (!charter.dri) return refuse({ code: 'no-dri' });
      if (isDri(charter, facts)) return refuse({ code: 'grantor-is-dri' });
      if (!facts.actor.canEdit) return refuse({ code: 'forbidden', needs: 'edit' });
      const { decisions, boundaries, inputs, escalateWhen, expiresOn } = command;
      const today = todayOfDri(charter, facts.policy, at);
      if (expiresOn !== undefined && expiresOn < today) {
        return refuse({ code: 'date-in-past', field: 'expiresOn', date: expiresOn, today });
      }
      return ok([
        {
          type: 'authority-granted',
          at,
          by,
          grantedTo: charter.dri.accountId,
          decisions,
          ...(boundaries !== undefined && { boundaries }),
          ...(inputs !== undefined && { inputs }),
          ...(escalateWhen !== undefined && { escalateWhen }),
          ...(expiresOn !== undefined && { expiresOn }),
        },
      ]);
    }
    case 'write-brief': {
      if (!facts.actor.canEdit && !isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'edit' });
      const { outcome, whyNow, successMeasure, reviewOn } = command;
      const today = todayOfDri(charter, facts.policy, at);
      if (reviewOn < today) return refuse({ code: 'date-in-past', field: 'reviewOn', date: reviewOn, today });
      return ok([{ type: 'brief-written', at, by, outcome, whyNow, successMeasure, reviewOn }]);
    }
  }
}
