import { wordFinding } from '../../contract/wording/findings';
import type { GateResult } from '../../domain/gate/finding';
import type { AccountId, IsoDate } from '../../domain/values';
import { readPeople, type People } from '../subject/read-people';
import type { GatePorts } from './evaluate-transition';
import { SIDE_WORK_LIMIT_MS, within } from './time-limit';

/** Names come with the item itself; only when someone is missing there (a field not yet written) is Jira asked again. */
export async function namesFor(
  gate: GateResult,
  known: People,
  today: IsoDate,
  ports: Pick<GatePorts, 'jira'>,
): Promise<People> {
  const missing = peopleIn(gate, today).filter((accountId) => !known[accountId]);
  if (missing.length === 0) return known;
  try {
    return await within(SIDE_WORK_LIMIT_MS, readPeople(ports.jira, 'app', missing, known));
  } catch {
    // The verdict stands without a name; a vaguer sentence beats no answer.
    return known;
  }
}

/** Every account the findings' sentences speak of. */
function peopleIn(gate: GateResult, today: IsoDate): readonly AccountId[] {
  if (gate.ofAncestor !== undefined) return [];
  const named = new Set<AccountId>();
  const name = (accountId: AccountId): string => {
    named.add(accountId);
    return accountId;
  };
  for (const finding of gate.findings) wordFinding(finding, { name, today });
  return [...named];
}
