import fc from 'fast-check';
import { acceptedDri, emptyCharter, type Charter } from '../../src/domain/charter/charter';
import { evolve } from '../../src/domain/charter/evolve';
import type { Blocker, OwnerCandidate, OwnerField, WorkItem } from '../../src/domain/gate/item';
import { CHECKPOINTS, MODES, RULES, SEVERITIES, type RuleId } from '../../src/domain/policy/rules';
import type { Policy, RuleSeverities, TransitionRule } from '../../src/domain/policy/policy';
import { siteDefault } from '../../src/domain/policy/policy';
import type { AccountId } from '../../src/domain/values';
import { accountId, attempts, HOUR, play, START } from './attempts';
import { maybe } from './commands';
import { blocker, epic, EPIC, ofType, STORY } from './items';
import { COO, OPS, people, PLATFORM, TOKYO } from './people';

const candidate: fc.Arbitrary<OwnerCandidate> = fc.oneof(
  { weight: 4, arbitrary: accountId.map((id) => ({ kind: 'person' as const, accountId: id })) },
  fc.constant({ kind: 'not-a-person' as const, name: 'Platform team' }),
);

const ownerField: fc.Arbitrary<OwnerField | null> = fc.oneof(
  fc.constant(null),
  candidate.map((one) => ({ name: 'Assignee', cardinality: 'one' as const, candidates: [one] })),
  fc.constant({ name: 'Assignee', cardinality: 'one' as const, candidates: [] }),
  fc
    .uniqueArray(candidate, { maxLength: 3, selector: (one) => JSON.stringify(one) })
    .map((candidates) => ({ name: 'Leads', cardinality: 'many' as const, candidates })),
);

const named: fc.Arbitrary<readonly Blocker[]> = fc.uniqueArray(
  fc
    .record({ issueKey: fc.constantFrom('PLAT-1', 'PLAT-2', 'PLAT-3'), done: fc.boolean() })
    .map(({ issueKey, done }) => blocker(issueKey, { summary: 'Other work', done })),
  { maxLength: 3, selector: (one) => one.issueKey },
);

/** As one reader may know them: now and then something hidden is among them. */
const blockers: fc.Arbitrary<readonly Blocker[]> = fc.oneof(
  { weight: 4, arbitrary: named },
  named.map((some): readonly Blocker[] => [...some, { hidden: true }]),
);

/** Everyone, of whom some left since they were asked. */
const departed = (left: readonly AccountId[]): WorkItem['people'] =>
  Object.fromEntries(
    Object.entries(people).map(([id, person]) => [
      id,
      left.includes(id) ? { ...person, active: false } : person,
    ]),
  );

export const item: fc.Arbitrary<WorkItem> = fc
  .record({
    ownerField,
    blockers,
    type: fc.constantFrom(EPIC, EPIC, EPIC, STORY),
    category: fc.constantFrom('new' as const, 'indeterminate' as const, 'done' as const),
    people: fc.subarray([COO, OPS, PLATFORM, TOKYO], { maxLength: 2 }).map(departed),
  })
  .map(({ type, category, ...more }) =>
    epic({ ...ofType(type), status: { id: category, name: category, category }, ...more }),
  );

/** What is left after a play; in half of them whoever owns the work said at last how it stands, which few plays come to. */
export const charter: fc.Arbitrary<Charter> = fc
  .record({ all: attempts, checksIn: fc.boolean(), onTrack: fc.boolean() })
  .map(({ all, checksIn, onTrack }) => {
    const last = play(all).at(-1);
    const by = last && acceptedDri(last.after);
    if (!last || !by || !checksIn) return last?.after ?? emptyCharter;
    const said = { onTrack, biggestRisk: 'The vendor is slow', needs: [], reviewed: [] };
    return evolve(last.after, { type: 'check-in-submitted', at: last.facts.now, by, ...said });
  });

export const severity = fc.constantFrom(...SEVERITIES);
export const ruleId: fc.Arbitrary<RuleId> = fc.constantFrom(...RULES);
export const checkpoint = fc.constantFrom(...CHECKPOINTS);
export const mode = fc.constantFrom(...MODES);

const rules = fc
  .array(fc.record({ start: severity, finish: severity }), {
    minLength: RULES.length,
    maxLength: RULES.length,
  })
  .map((list) => Object.fromEntries(RULES.map((id, i) => [id, list[i]])) as RuleSeverities);

export const policy: fc.Arbitrary<Policy> = fc
  .record({ mode, rules, minimumDependencies: fc.integer({ min: 0, max: 3 }) })
  .map((some) => ({ ...siteDefault, ...some }));

export const transitionRule: fc.Arbitrary<TransitionRule> = fc.record({
  checkpoint,
  mode: maybe(mode),
  alsoBlock: fc.subarray([...RULES]),
  onOutage: fc.constantFrom('closed' as const, 'open' as const),
});

/** A moment during or after everything above. */
export const instant = fc
  .integer({ min: 0, max: 60 * 24 })
  .map((h) => new Date(START + h * HOUR).toISOString());
