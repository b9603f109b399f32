import { localDate } from '../calendar/local-date';
import { ok, refuse, type Result } from '../result';
import type { Charter } from './charter';
import type { CharterCommand, Facts, Rejection } from './commands';
import type { CharterEvent } from './events';
import { refusePerson } from './person-rules';

type OwnershipCommand = Extract<
  CharterCommand,
  { type: 'nominate-dri' | 'accept-dri' | 'decline-dri' | 'grant-authority' }
>;
type Decision = Result<readonly CharterEvent[], Rejection>;

const isDri = (charter: Charter, facts: Facts): boolean => charter.dri?.accountId === facts.actor.accountId;

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
  if (dri?.status === 'accepted' && !isDri(charter, facts) && current?.active !== false) {
    return refuse({ code: 'already-accepted', accountId: dri.accountId });
  }
  return ok([{ type: 'dri-nominated', at: facts.now, by: facts.actor.accountId, accountId }]);
}

/** Both answers to a nomination: only the nominee gives one, and only once. */
function answerNomination(charter: Charter, facts: Facts, event: CharterEvent): Decision {
  if (!charter.dri) return refuse({ code: 'no-nomination' });
  if (!isDri(charter, facts)) return refuse({ code: 'forbidden', needs: 'nominee' });
  if (charter.dri.status === 'accepted') {
    return refuse({ code: 'already-accepted', accountId: charter.dri.accountId });
  }
  return ok([event]);
}

export function decideOwnership(charter: Charter, command: OwnershipCommand, facts: Facts): Decision {
  const at = facts.now;
  const by = facts.actor.accountId;
  switch (command.type) {
    case 'nominate-dri':
      return nominate(charter, command.accountId, facts);
    case 'accept-dri':
      return answerNomination(charter, facts, { type: 'dri-accepted', at, by });
    case 'decline-dri': {
      const { reason, suggestedAccountId } = command;
      const answered = answerNomination(charter, facts, {
        type: 'dri-declined',
        at,
        by,
        reason,
        ...(suggestedAccountId !== undefined && { suggestedAccountId }),
      });
      if (!answered.ok || suggestedAccountId === undefined) return answered;
      if (suggestedAccountId === by)
        return refuse({ code: 'alternative-is-self', field: 'suggestedAccountId' });
      const unfit = refusePerson(facts, suggestedAccountId, 'suggestedAccountId');
      return unfit ? refuse(unfit) : answered;
    }
    case 'grant-authority': {
      if (!charter.dri) return refuse({ code: 'no-dri' });
      if (isDri(charter, facts)) return refuse({ code: 'grantor-is-dri' });
      if (!facts.actor.canEdit) return refuse({ code: 'forbidden', needs: 'edit' });
      const { decisions, boundaries, inputs, escalateWhen, expiresOn } = command;
      const today = localDate(at, facts.people[charter.dri.accountId]?.timeZone ?? 'UTC');
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
  }
}
