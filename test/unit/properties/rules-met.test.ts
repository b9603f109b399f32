import fc from 'fast-check';
import { foundBy } from '../../../src/domain/gate/find';
import { RULES, type RuleId } from '../../../src/domain/policy/rules';
import { charter, instant, item } from '../../support/arbitraries';
import { strict } from '../../support/gate';
import { subjectWith } from '../../support/subject';

const restsOn = fc.dictionary(fc.constantFrom('A1', 'A2'), fc.constant('unacknowledged' as const));

/** How many of so many random situations raise a rule, and how many meet it. */
function meetings(numRuns: number): ReadonlyMap<RuleId, { raised: number; met: number }> {
  const times = new Map(RULES.map((rule) => [rule, { raised: 0, met: 0 }]));
  fc.assert(
    fc.property(charter, item, instant, restsOn, (some, about, now, rests) => {
      const subject = subjectWith({ charter: some, item: about, policy: strict, restsOn: rests });
      for (const [rule, count] of times) {
        if (foundBy(rule, subject, now).length > 0) count.raised += 1;
        else count.met += 1;
      }
    }),
    { numRuns, seed: 20261123 },
  );
  return times;
}

test('random situations raise every rule and meet every rule, or the properties of the gate would say nothing of it', () => {
  const seldom = [...meetings(2_000)].filter(([, { raised, met }]) => Math.min(raised, met) < 5);
  expect(Object.fromEntries(seldom)).toEqual({});
});
