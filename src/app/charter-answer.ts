import type { CharterAnswer, EscalationAnswer, ProviderAnswer } from '../contract/answers';
import { mayWaive } from '../domain/charter/decide-waiver';
import { evaluateGate, nextCheckpoint } from '../domain/gate/evaluate';
import type { WorkItem } from '../domain/gate/item';
import type { Checkpoint } from '../domain/gate/rules';
import type { AccountId, Instant } from '../domain/values';
import type { ItemScope } from './item-scope';
import { lookUp } from './look-up';
import type { Jira, StoredCharter } from './ports';
import { viewClocks } from './view-clocks';
import { historyLength } from './seen';
import { peopleInHistory, peopleOf, viewCharter, viewGate, viewOwnAgreement, type People } from './views';

/**
 * Names of everyone the charter speaks of, beyond those the first reads brought, and of whoever stands at the top of the
 * policy's ladder: a rung may have told them.
 */
export async function completePeople(
  stored: StoredCharter,
  known: People,
  jira: Pick<Jira, 'people'>,
  programmeLead: AccountId | null = null,
): Promise<People> {
  const lead = programmeLead === null ? [] : [programmeLead];
  const spokenOf = new Set([...peopleOf(stored.charter), ...peopleInHistory(stored.history), ...lead]);
  const missing = [...spokenOf].filter((accountId) => !known[accountId]);
  return missing.length === 0 ? known : { ...known, ...(await lookUp(jira, 'user', missing)) };
}

/** The panel's whole state, for a caller who may see the item. */
export function charterAnswer(
  scope: ItemScope & { readonly item: WorkItem },
  stored: StoredCharter,
  people: People,
  now: Instant,
): CharterAnswer {
  const { item, policy } = scope;
  // Whether the DRI is still active is known of everyone looked up, not only of those in the item's own fields.
  const seen = { ...item, people };
  const gateAt = (checkpoint: Checkpoint) =>
    viewGate(evaluateGate({ charter: stored.charter, item: seen, policy, checkpoint, now }), people, 'panel');
  const gates = { start: gateAt('start'), finish: gateAt('finish') };
  return {
    ok: true,
    charter: viewCharter(stored.charter, policy, now),
    gate: gates[nextCheckpoint(item)],
    gates,
    item,
    policy,
    people,
    me: {
      accountId: scope.accountId,
      canEdit: scope.canEdit,
      administers: scope.administers,
      mayWaive: mayWaive({ actor: scope, policy }),
    },
    history: stored.history,
    seen: historyLength(stored),
    earlier: stored.earlier,
    clocks: viewClocks(stored.charter, item, policy, now),
    now,
  };
}

/** All that a provider who may not see the item learns: their own agreement. */
export function providerAnswer(
  scope: ItemScope,
  stored: StoredCharter,
  agreementId: string,
  people: People,
  now: Instant,
): ProviderAnswer {
  const agreement = stored.charter.agreements.find(({ id }) => id === agreementId);
  if (!agreement) throw new Error('an agreement that was just answered is gone');
  return {
    ok: true,
    agreement: viewOwnAgreement(agreement, stored.charter, scope.policy, now),
    people,
    seen: historyLength(stored),
    now,
  };
}

/** All that the person asked to decide learns, where they may not see the item: the question, now answered. */
export function escalationAnswer({ charter }: StoredCharter, escalationId: string): EscalationAnswer {
  const escalation = charter.escalations.find(({ id }) => id === escalationId);
  if (!escalation) throw new Error('a question that was just answered is gone');
  return { ok: true, escalation };
}
