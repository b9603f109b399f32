import fc from 'fast-check';
import { pathOf } from '../../../src/domain/gate/find';
import type { GateResult, Verdict } from '../../../src/domain/gate/finding';
import { type CHECKPOINTS, MODES, RULES, SEVERITIES, type RuleId } from '../../../src/domain/policy/rules';
import { tighten, type Policy } from '../../../src/domain/policy/policy';
import {
  charter,
  checkpoint,
  instant,
  item,
  policy,
  ruleId,
  transitionRule,
} from '../../support/arbitraries';
import { deepFreeze } from '../../support/charter-spec';
import { policyWith } from '../../support/gate';
import { ofType, SUBTASK } from '../../support/items';
import { repairs, type Situation } from '../../support/repairs';
import { evaluated } from '../../support/subject';

const RUNS = { numRuns: 1_000 };

const situation: fc.Arbitrary<Situation> = fc
  .record({ charter, item, policy, checkpoint, now: instant })
  .map(deepFreeze);

const STRICTNESS: readonly Verdict[] = ['pass', 'warn', 'block'];
const strictness = (verdict: Verdict): number => STRICTNESS.indexOf(verdict);

/** Some rules are steps of one path, of which one unmet step is told: together they are one kind. */
const kindOf = (rule: RuleId): string => pathOf(rule) ?? rule;
const kinds = ({ findings }: GateResult): ReadonlySet<string> =>
  new Set(findings.map(({ rule }) => kindOf(rule)));

describe('taking a defect away', () => {
  it('adds no finding of another kind and loosens or keeps the verdict, whatever the policy', () => {
    fc.assert(
      fc.property(situation, (before) => {
        const found = evaluated(before);
        for (const [name, { ways }] of Object.entries(repairs)) {
          for (const repaired of ways(before)) {
            const left = evaluated(repaired);
            const added = [...kinds(left)].filter((kind) => !kinds(found).has(kind));
            if (added.length > 0) throw new Error(`${name}: adds ${added.join()}`);
            if (left.findings.length > found.findings.length) throw new Error(`${name}: more than before`);
            if (strictness(left.verdict) > strictness(found.verdict)) throw new Error(`${name}: stricter`);
          }
        }
      }),
      RUNS,
    );
  });

  it('takes it away, often enough for the above to prove anything', () => {
    // One promise is then not enough, and may be declared to be all there is.
    const policy = { ...policyWith('block'), minimumDependencies: 2 };
    const times = new Map<string, number>();
    fc.assert(
      fc.property(situation, (some) => {
        const before = { ...some, policy };
        for (const [name, { removes, ways }] of Object.entries(repairs)) {
          const count = (one: Situation) =>
            evaluated(one).findings.filter(({ rule }) => kindOf(rule) === kindOf(removes)).length;
          if (ways(before).some((way) => count(way) < count(before)))
            times.set(name, (times.get(name) ?? 0) + 1);
        }
      }),
      { numRuns: 2_000, seed: 20261123 },
    );
    for (const name of Object.keys(repairs)) {
      expect([name, (times.get(name) ?? 0) > 10]).toEqual([name, true]);
    }
  });
});

const raised = (base: Policy, rule: RuleId, at: (typeof CHECKPOINTS)[number]): readonly Policy[] =>
  SEVERITIES.slice(SEVERITIES.indexOf(base.rules[rule][at]) + 1).map((severity) => ({
    ...base,
    rules: { ...base.rules, [rule]: { ...base.rules[rule], [at]: severity } },
  }));

it('never loosens when a severity is raised', () => {
  fc.assert(
    fc.property(situation, ruleId, checkpoint, (before, rule, at) => {
      const found = evaluated(before);
      for (const policy of raised(before.policy, rule, at)) {
        const stricter = evaluated({ ...before, policy });
        expect(strictness(stricter.verdict)).toBeGreaterThanOrEqual(strictness(found.verdict));
        expect(strictness(stricter.strictVerdict)).toBeGreaterThanOrEqual(strictness(found.strictVerdict));
        expect(stricter.findings.length).toBeGreaterThanOrEqual(found.findings.length);
      }
    }),
    RUNS,
  );
});

it('orders the modes: observe lets pass what coach warns of and enforce holds', () => {
  fc.assert(
    fc.property(situation, (before) => {
      const gates = MODES.map((mode) => evaluated({ ...before, policy: { ...before.policy, mode } }));
      const verdicts = gates.map(({ verdict }) => strictness(verdict));
      expect(verdicts).toEqual([...verdicts].sort());
      expect(verdicts[0]).toBe(strictness('pass'));
      expect(new Set(gates.map(({ strictVerdict }) => strictVerdict)).size).toBe(1);
      expect(gates.at(-1)?.verdict).toBe(gates.at(-1)?.strictVerdict);
    }),
    RUNS,
  );
});

it('never loosens when a transition tightens', () => {
  fc.assert(
    fc.property(situation, transitionRule, (before, rule) => {
      const found = evaluated(before);
      const tightened = evaluated({ ...before, policy: tighten(before.policy, rule) });
      expect(strictness(tightened.verdict)).toBeGreaterThanOrEqual(strictness(found.verdict));
      expect([...kinds(tightened)]).toEqual(expect.arrayContaining([...kinds(found)]));
    }),
    RUNS,
  );
});

it('tightens the same twice as once', () => {
  fc.assert(
    fc.property(policy, transitionRule, (some, rule) => {
      const once = tighten(deepFreeze(some), rule);
      expect(tighten(once, rule)).toEqual(once);
    }),
    RUNS,
  );
});

it('lets everything pass where every rule is off', () => {
  fc.assert(
    fc.property(situation, (before) => {
      const policy = { ...policyWith('off'), mode: 'enforce' as const };
      expect(evaluated({ ...before, policy })).toMatchObject({ verdict: 'pass', findings: [] });
    }),
    RUNS,
  );
});

it('lets everything pass that is not under policy', () => {
  fc.assert(
    fc.property(situation, (before) => {
      const gate = evaluated({ ...before, item: { ...before.item, ...ofType(SUBTASK) } });
      expect(gate).toMatchObject({ verdict: 'pass', findings: [] });
    }),
    RUNS,
  );
});

it('tells findings blocking first, then in the order of the rules, with at most one about the owner', () => {
  fc.assert(
    fc.property(situation, (before) => {
      const { findings } = evaluated(before);
      const places = findings.map(
        ({ rule, severity }) => (severity === 'block' ? 0 : RULES.length) + RULES.indexOf(rule),
      );
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(findings.filter(({ rule }) => kindOf(rule) === 'owner').length).toBeLessThanOrEqual(1);
    }),
    RUNS,
  );
});

it('finds the same twice in the same, which it leaves untouched', () => {
  fc.assert(
    fc.property(situation, (before) => {
      expect(evaluated(before)).toEqual(evaluated(before));
    }),
    RUNS,
  );
});
