import type {
  CharterAnswer,
  EscalationAnswer,
  GateUnknown,
  GateView,
  ProviderAnswer,
} from '../../contract/answers';
import {
  agreementAsSeen,
  charterAsSeen,
  historyAsSeen,
  issuesIn,
  issuesOf,
  type SeesIssue,
} from '../../domain/charter/hidden-issues';
import { awayOfAsked } from '../../domain/charter/away-of-asked';
import { checkInStand } from '../../domain/report/accountability/check-in-stand';
import { holdsRight } from '../../domain/charter/ownership/holds-right';
import { attached } from '../../domain/gate/border';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import type { WorkItem } from '../../domain/gate/item';
import type { Checkpoint } from '../../domain/policy/rules';
import { utcDate } from '../../domain/time/time';
import type { AccountId, Instant } from '../../domain/values';
import type { AuthorizedItem } from './authorize-item';
import type { Jira } from '../ports';
import type { StoredCharter } from './ports';
import { providerSight } from '../subject/provider-sight';
import { readPeople } from '../subject/read-people';
import { subjectFor, unseenBeside } from '../subject/subject-for';
import { subjectAfter } from '../subject/subject-from';
import { historyLength } from './revision';
import { spokenOf } from './spoken-of';
import { viewCharter, viewClocks, viewGate, viewOwnAgreement, viewUndo, type People } from './views';

/**
 * Names of everyone the charter speaks of, beyond those the first reads brought, and of whoever stands at the top of the
 * policy's escalation: a step may have told them. `standIns` answer for whoever is away.
 */
export async function completePeople(
  stored: StoredCharter,
  known: People,
  jira: Pick<Jira, 'people'>,
  programmeLead: AccountId | null = null,
  standIns: readonly AccountId[] = [],
): Promise<People> {
  return readPeople(jira, 'user', [...spokenOf(stored, programmeLead), ...standIns], known);
}

/** The item with everything in its way that its reader may see, and whether something else is; evaluated as it is now. */
function judged(
  { item, read }: AuthorizedItem & { readonly item: WorkItem },
  { charter }: StoredCharter,
  people: People,
  now: Instant,
): Pick<CharterAnswer, 'gate' | 'gates' | 'gateUnknown' | 'waitsUnseen' | 'restsUnseen' | 'item'> {
  const { linkedIds: _, ...sent } = item;
  const unknown = (gateUnknown: GateUnknown) => ({ gate: null, gates: null, gateUnknown, item: sent });
  if (read.kind === 'not-shown') return unknown('app-may-not-see');
  const subject = subjectAfter(read, charter, people);
  if (!subject) return unknown('people-not-read');
  const visible = subjectFor(subject, item);
  const { borders } = read;
  const isOwn = borders === undefined || borders.projectId === subject.item.projectId;
  const alive = attached(isOwn ? borders : undefined);
  const gateAt = (checkpoint: Checkpoint): GateView => {
    const gate = viewGate(evaluate(visible, checkpoint, now), people, utcDate(now), 'panel');
    return gate.ofAncestor === undefined ? { ...gate, attached: alive } : gate;
  };
  const gates = { start: gateAt('start'), finish: gateAt('finish') };
  return {
    gate: gates[nextCheckpoint(visible.item)],
    gates,
    ...unseenBeside(subject, item),
    item: { ...sent, blockers: visible.item.blockers, ownerField: visible.item.ownerField },
  };
}

/** Which of the providers' own issues the caller may see, of all that their answer would name. */
export const sightOf = (
  { item }: Pick<AuthorizedItem, 'item'>,
  { charter, history }: Pick<StoredCharter, 'charter' | 'history'>,
  jira: Pick<Jira, 'issueSummaries'>,
): Promise<SeesIssue> =>
  providerSight([...charter.agreements.flatMap(issuesOf), ...issuesIn(history)], item ? [item] : [], jira);

/** The panel's whole state, for a caller who may see the item. */
export function charterAnswer(
  scope: AuthorizedItem & { readonly item: WorkItem },
  stored: StoredCharter,
  people: People,
  sees: SeesIssue,
  now: Instant,
): CharterAnswer {
  const { policy } = scope;
  const away = awayOfAsked(stored.charter, scope.accountId, policy, now);
  return {
    ok: true,
    charter: viewCharter(charterAsSeen(stored.charter, sees), policy, now, scope.item.status.category),
    ...judged(scope, stored, people, now),
    policy,
    people,
    me: {
      accountId: scope.accountId,
      canEdit: scope.canEdit,
      administers: scope.administers,
      ...(scope.memberOf && { memberOf: scope.memberOf }),
      mayWaive: holdsRight('waive', stored.charter, { actor: scope, policy }),
    },
    history: historyAsSeen(stored.history, sees),
    seen: historyLength(stored),
    earlier: stored.earlier,
    clocks: viewClocks(stored.charter, scope.item, policy, now),
    checkIn: checkInStand(stored.charter, scope.item, policy, now),
    ...viewUndo(stored.charter, scope.accountId, now),
    ...(Object.keys(away).length > 0 && { away }),
    now,
  };
}

/** All that a provider who may not see the item learns: their own agreement. */
export function providerAnswer(
  scope: AuthorizedItem,
  stored: StoredCharter,
  agreementId: string,
  people: People,
  sees: SeesIssue,
  now: Instant,
): ProviderAnswer {
  const agreement = stored.charter.agreements.find(({ id }) => id === agreementId);
  if (!agreement) throw new Error('an agreement that was just answered is gone');
  return {
    ok: true,
    agreement: viewOwnAgreement(agreementAsSeen(agreement, sees), stored.charter, scope.policy, now),
    people,
    seen: historyLength(stored),
    ...viewUndo(stored.charter, scope.accountId, now, agreementId),
    now,
  };
}

/** All that the person asked to decide learns, where they may not see the item: the question, now answered. */
export function escalationAnswer({ charter }: StoredCharter, escalationId: string): EscalationAnswer {
  const escalation = charter.escalations.find(({ id }) => id === escalationId);
  if (!escalation) throw new Error('a question that was just answered is gone');
  return { ok: true, escalation };
}
