import { refuse, type Result } from '../../result';
import { isInForce, type Charter } from '../charter';
import { MAX_WAIVERS, type CharterCommand, type Facts, type Rejection } from '../commands';
import type { CharterEvent } from '../events';

type WaiverCommand = Extract<CharterCommand, { type: 'grant-waiver' | 'end-waiver' }>;
type Decision = Result<readonly CharterEvent[], Rejection>;

const DAY_MS = 86_400_000;

/** The policy says who may let a rule pass: its project's administrators, people it names, or both. */
export function mayWaive({ actor, policy }: Pick<Facts, 'actor' | 'policy'>): boolean {
  if (!policy) return false;
  const { projectAdmins, people } = policy.waivers;
  return (projectAdmins && actor.administers === true) || people.includes(actor.accountId);
}

function grant(
  charter: Charter,
  command: Extract<WaiverCommand, { type: 'grant-waiver' }>,
  facts: Facts,
): Decision {
  const { now, actor, policy } = facts;
  if (!mayWaive(facts)) return refuse({ code: 'forbidden', needs: 'waiver-right' });
  // Whoever answers for the item does not excuse it from its conditions.
  if (charter.dri?.accountId === actor.accountId) return refuse({ code: 'waiver-for-oneself' });
  const lasts = Date.parse(command.expiresAt) - Date.parse(now);
  if (lasts <= 0) return refuse({ code: 'waiver-ends-in-past', field: 'expiresAt' });
  const longestDays = policy?.waivers.longestDays ?? 0;
  if (lasts > longestDays * DAY_MS)
    return refuse({ code: 'waiver-too-long', field: 'expiresAt', longestDays });
  if (charter.waivers.length >= MAX_WAIVERS) return refuse({ code: 'too-many-waivers', limit: MAX_WAIVERS });
  const waiverGranted: CharterEvent = {
    type: 'waiver-granted',
    at: now,
    by: actor.accountId,
    waiverId: `W${charter.waivers.length + 1}`,
    rules: [...new Set(command.rules)],
    reason: command.reason,
    expiresAt: new Date(command.expiresAt).toISOString(),
  };
  return { ok: true, value: [waiverGranted] };
}

/** Ending one early is open to whoever may grant one, and to the DRI, who may want the rule back. */
function end(
  charter: Charter,
  { waiverId, reason }: Extract<WaiverCommand, { type: 'end-waiver' }>,
  facts: Facts,
): Decision {
  const isDri = charter.dri?.accountId === facts.actor.accountId;
  if (!isDri && !mayWaive(facts)) return refuse({ code: 'forbidden', needs: 'waiver-right' });
  const waiver = charter.waivers.find(({ id }) => id === waiverId);
  if (!waiver) return refuse({ code: 'waiver-not-found', waiverId });
  if (!isInForce(waiver, facts.now)) return refuse({ code: 'waiver-over', waiverId });
  return {
    ok: true,
    value: [{ type: 'waiver-ended', at: facts.now, by: facts.actor.accountId, waiverId, reason }],
  };
}

export const decideWaiver = (charter: Charter, command: WaiverCommand, facts: Facts): Decision =>
  command.type === 'grant-waiver' ? grant(charter, command, facts) : end(charter, command, facts);
