import fc from 'fast-check';
import { subjectFor } from '../../../src/app/subject/subject-for';
import { viewGate } from '../../../src/app/charter/views';
import { emptyCharter } from '../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { evolve } from '../../../src/domain/charter/evolve';
import { asSeenBy, unmappedBlockers } from '../../../src/domain/gate/blockers';
import { evaluate } from '../../../src/domain/gate/evaluate';
import type { NamedBlocker } from '../../../src/domain/gate/item';
import { CHECKPOINTS } from '../../../src/domain/policy/rules';
import { accountabilityTest } from '../../../src/domain/report/accountability/accountability-test';
import { summaryOf } from '../../../src/domain/report/accountability/summary';
import { policy as anyPolicy } from '../../support/arbitraries';
import { attempts, play } from '../../support/attempts';
import { utcDate } from '../../../src/domain/time/time';
import { NOW } from '../../support/charter-spec';
import { asked } from '../../support/events';
import { blocker, epic } from '../../support/items';
import { people } from '../../support/people';
import { subjectWith } from '../../support/subject';

const RUNS = { numRuns: 500, seed: 20261123 };
const KEYS = ['SEC-11', 'SEC-12', 'SEC-13', 'SEC-14', 'SEC-15'] as const;
const secretsOf = ({ issueKey, issueId, summary }: NamedBlocker) => [issueKey, issueId, summary];

interface Situation {
  readonly blockers: readonly NamedBlocker[];
  readonly seen: ReadonlySet<string>;
  readonly promised: readonly string[];
}

/** Links of an item, which of them a reader may see, and which somebody has promised. */
const links: fc.Arbitrary<Situation> = fc
  .record({
    blockers: fc
      .subarray([...KEYS])
      .chain((keys) => fc.tuple(...keys.map((key) => fc.boolean().map((done) => blocker(key, { done }))))),
    seen: fc.subarray([...KEYS]),
    promised: fc.subarray([...KEYS], { maxLength: 2 }),
  })
  .map(({ seen, ...more }) => ({ ...more, seen: new Set(seen) }));

const situation = fc
  .record({
    links,
    charter: attempts.map((all) => play(all).at(-1)?.after ?? emptyCharter),
    policy: anyPolicy,
  })
  .map(({ links: { blockers, seen, promised }, charter, policy }) => {
    const requests = promised.map((providerIssueKey, n): CharterEvent =>
      asked(`A${charter.agreements.length + n + 1}`, { providerIssueKey, deliverable: `Part ${n}` }),
    );
    const item = epic({ blockers });
    const subject = subjectWith({ item, charter: requests.reduce(evolve, charter), policy });
    const theirs = { blockers: blockers.filter(({ issueKey }) => seen.has(issueKey)) };
    const hidden = blockers.filter(({ issueKey }) => !seen.has(issueKey));
    return { subject, reader: subjectFor(subject, theirs), hidden, seen };
  });

it('the verdict is the same for every reader, at every checkpoint, and so are the lights and the counts', () => {
  let withSomethingHidden = 0;
  fc.assert(
    fc.property(situation, ({ subject, reader }) => {
      for (const checkpoint of CHECKPOINTS) {
        const [all, theirs] = [subject, reader].map((one) => evaluate(one, checkpoint, NOW));
        expect(theirs).toMatchObject({ verdict: all?.verdict, strictVerdict: all?.strictVerdict });
        expect(new Set(theirs?.findings.map(({ rule }) => rule))).toEqual(
          new Set(all?.findings.map(({ rule }) => rule)),
        );
        if (theirs?.findings.some((one) => one.rule === 'dependency.unmapped' && one.hidden)) {
          withSomethingHidden += 1;
        }
      }
      expect(accountabilityTest(reader, NOW)).toEqual(accountabilityTest(subject, NOW));
      expect(summaryOf(reader, NOW, () => true)).toEqual(summaryOf(subject, NOW, () => true));
    }),
    RUNS,
  );
  expect(withSomethingHidden).toBeGreaterThan(50);
});

it('what a reader may not see leaves neither key, id nor summary in the item, the findings or their words', () => {
  fc.assert(
    fc.property(situation, ({ reader, hidden }) => {
      const gate = viewGate(evaluate(reader, 'start', NOW), people, utcDate(NOW));
      const promised = new Set(reader.charter.agreements.map(({ providerIssueKey }) => providerIssueKey));
      const told = JSON.stringify([gate, reader.item]);
      const secrets = hidden.filter(({ issueKey }) => !promised.has(issueKey)).flatMap(secretsOf);
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    }),
    RUNS,
  );
});

it('how many hidden things are in the way is not told: one, or any number, read the same', () => {
  fc.assert(
    fc.property(situation, fc.subarray([...KEYS], { minLength: 1 }), ({ subject, seen }, more) => {
      const named = subject.item.blockers.flatMap((one) => (one.hidden ? [] : [one]));
      const hiddenOpen = unmappedBlockers(subject.charter, subject.item).some(
        (one) => !one.hidden && !seen.has(one.issueKey),
      );
      if (!hiddenOpen) return;
      // The same item with more hidden links, open ones and done ones.
      const extra = more.flatMap((key, n) => blocker(`DARK-${key}`, { done: n % 2 === 0 }));
      const crowded = subjectWith({ ...subject, item: { ...subject.item, blockers: [...named, ...extra] } });
      const theirs = { blockers: named.filter(({ issueKey }) => seen.has(issueKey)) };
      expect(subjectFor(crowded, theirs).item).toEqual(subjectFor(subject, theirs).item);
    }),
    RUNS,
  );
});

it('a hidden link that is done, or promised, is not told of at all', () => {
  fc.assert(
    fc.property(situation, ({ subject, seen }) => {
      const item = asSeenBy(subject.item, subject.charter, ({ issueKey }) => seen.has(issueKey));
      const isInTheWay = unmappedBlockers(subject.charter, subject.item).some(
        (one) => !one.hidden && !seen.has(one.issueKey),
      );
      expect(item.blockers.some((one) => one.hidden)).toBe(isInTheWay);
      expect(item.blockers.filter((one) => one.hidden).length).toBeLessThanOrEqual(1);
      // Seen once more by the same reader, it is the same.
      expect(asSeenBy(item, subject.charter, ({ issueKey }) => seen.has(issueKey))).toEqual(item);
    }),
    RUNS,
  );
});

it('a reader who may see everything is told everything', () => {
  fc.assert(
    fc.property(situation, ({ subject }) => {
      expect(subjectFor(subject, subject.item).item).toEqual(subject.item);
    }),
    RUNS,
  );
});
