import { replay } from '../../charter/evolve';
import { evaluate } from '../../gate/evaluate';
import { peopleOfThePast } from '../../gate/people';
import { subjectOf } from '../../gate/build-subject';
import type { GateResult } from '../../gate/finding';
import type { Blocker, WorkItem } from '../../gate/item';
import { RULES, type Checkpoint } from '../../policy/rules';
import { blockersAfter, heldAfter, lastChangeBy } from '../../changelog/reading';
import type { Policy } from '../../policy/policy';
import { isBefore, type Instant } from '../../time/time';
import type { Move } from './moves';
import { ownerAfter } from './past-owner';
import type { Category, PastBlocker, PastItem, PastWorld } from './past-item';
import { onlyRules, observableRules } from './observable-rules';

/** A status Jira no longer knows keeps nothing waiting: better to miss a blocker than to invent one. */
function categoryAt(
  { statusId, changes }: PastBlocker,
  at: Instant,
  categories: PastWorld['categories'],
): Category {
  const held = heldAfter(changes, lastChangeBy(changes, at), 'status');
  return categories.get((held === 'as-today' ? statusId : held.id) ?? '') ?? 'done';
}

function blockersAt(item: PastItem, { at, index }: Move, world: PastWorld): readonly Blocker[] {
  return blockersAfter(item.changes, index, item.blockerKeys, world.waits).flatMap((issueKey): Blocker[] => {
    const blocker = world.blockers.get(issueKey);
    if (!blocker || isBefore(at, blocker.createdAt)) return [];
    const done = categoryAt(blocker, at, world.categories) === 'done';
    return [{ issueId: blocker.issueId, issueKey, summary: blocker.summary, done }];
  });
}

/** The item as the gate would have read it: where it came from, with what was set on the move itself. */
export function itemAt(item: PastItem, move: Move, policy: Policy, world: PastWorld): WorkItem {
  const { people } = world;
  return {
    issueId: item.issueId,
    issueKey: item.issueKey,
    projectKey: item.projectKey,
    projectId: item.projectId,
    summary: item.summary,
    issueType: item.issueType,
    type: item.type,
    status: {
      id: move.fromStatusId,
      name: '',
      category: world.categories.get(move.fromStatusId) ?? 'indeterminate',
    },
    ownerField: ownerAfter(item, move.index, policy.ownerSource, (accountId) => accountId in people),
    blockers: blockersAt(item, move, world),
    people,
  };
}

export interface Judgement {
  readonly gate: GateResult;
  /** A charter of that time answered, and not Jira's history alone. */
  readonly byCharter: boolean;
}

/**
 * What the gate would have said to a past move, by the code that says it today. Before the item's charter had its
 * first entry, only the rules that Jira's history can tell are asked; from then on all of them.
 */
export function judge(
  item: PastItem,
  move: Move,
  checkpoint: Checkpoint,
  policy: Policy,
  world: PastWorld,
): Judgement {
  const before = item.charter.filter(({ at }) => isBefore(at, move.at));
  const byCharter = before.length > 0;
  const subject = subjectOf({
    charter: replay(before),
    item: itemAt(item, move, policy, world),
    people: peopleOfThePast(world.people),
    policy: onlyRules(policy, byCharter ? RULES : observableRules(policy)),
  });
  const gate = evaluate(subject, checkpoint, move.at);
  return { gate, byCharter };
}
