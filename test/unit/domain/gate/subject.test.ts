import fc from 'fast-check';
import { evaluate } from '../../../../src/domain/gate/evaluate';
import { hasLeft, NotRead, peopleOfThePast, peopleRead, personIn } from '../../../../src/domain/gate/people';
import { subjectOf, subjectOrNull, withCharter } from '../../../../src/domain/gate/build-subject';
import { peopleAsked } from '../../../../src/domain/gate/subject';
import { emptyCharter } from '../../../../src/domain/charter/charter';
import { replay } from '../../../../src/domain/charter/evolve';
import { accountabilityTest } from '../../../../src/domain/report/accountability/accountability-test';
import { summaryOf } from '../../../../src/domain/report/accountability/summary';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { item as anyItem, policy as anyPolicy } from '../../../support/arbitraries';
import { attempts, play } from '../../../support/attempts';
import { NOW } from '../../../support/charter-spec';
import {
  acknowledged,
  asked,
  delivered,
  deliveryTaken,
  nominated,
  owner,
  refused,
  withdrawn,
} from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { epic, multiField, ofType, singleField, somebody, something, STORY } from '../../../support/items';
import { COO, CTO, GONE, OPS, people, PLATFORM } from '../../../support/people';
import { factsOf, subjectWith } from '../../../support/subject';

const anyCharter = attempts.map((all) => play(all).at(-1)?.after ?? emptyCharter);
const RUNS = { numRuns: 300, seed: 20261123 };

describe('the people an evaluation asks about', () => {
  const about = (history: Parameters<typeof replay>[0], item = epic()) =>
    [...peopleAsked({ charter: replay(history), item })].sort();

  it('are the owner, or whoever is nominated', () => {
    expect(about(owner(COO))).toEqual([COO]);
    expect(about([nominated(CTO)])).toEqual([CTO]);
  });

  it('are all whom the policy’s field names, and no group', () => {
    const leads = epic({ ownerField: multiField(somebody(COO), something('Platform team'), somebody(CTO)) });
    expect(about([], leads)).toEqual([COO, CTO].sort());
    expect(about(owner(OPS), epic({ ownerField: singleField(somebody(COO)) }))).toEqual([COO, OPS].sort());
  });

  it('are the providers of what is still to come', () => {
    expect(about([asked('A1')])).toEqual([PLATFORM]);
    expect(about([asked('A1'), acknowledged('A1')])).toEqual([PLATFORM]);
    expect(about([asked('A1'), refused('A1')])).toEqual([PLATFORM]);
  });

  it('are not the providers of what is delivered, or was taken back', () => {
    const kept = [asked('A1'), acknowledged('A1'), delivered('A1')];
    expect(about(kept)).toEqual([]);
    expect(about([...kept, deliveryTaken('A1')])).toEqual([]);
    expect(about([asked('A1'), withdrawn('A1')])).toEqual([]);
  });

  it('are nobody whose account was erased: Jira has nothing to say of them', () => {
    expect(about(owner('erased-1'))).toEqual([]);
    expect(hasLeft(peopleRead({}), 'erased-1')).toBe(true);
  });

  it('are each named once', () => {
    const field = epic({ ownerField: singleField(somebody(COO)) });
    expect(about([...owner(COO), asked('A1', { providerAccountId: COO })], field)).toEqual([COO]);
  });
});

describe('somebody nobody read', () => {
  it('makes no subject, and is named', () => {
    const facts = factsOf({ charter: replay([...owner(COO), asked('A1')]), notRead: [COO, PLATFORM] });
    expect(subjectOrNull(facts)).toBeNull();
    expect(() => subjectOf(facts)).toThrow(NotRead);
    try {
      subjectOf(facts);
    } catch (error) {
      expect(error).toMatchObject({ accountIds: [COO, PLATFORM] });
    }
  });

  it('is neither there nor gone, whoever asks', () => {
    expect(() => hasLeft(peopleRead({}), COO)).toThrow(NotRead);
    expect(() => personIn(peopleRead({}), COO)).toThrow(NotRead);
    expect(hasLeft(peopleRead(people), COO)).toBe(false);
    expect(hasLeft(peopleRead(people), GONE)).toBe(true);
  });

  it('of whom nothing is asked is no obstacle', () => {
    expect(subjectOrNull(factsOf({ charter: replay(owner(COO)), notRead: [CTO, OPS] }))).not.toBeNull();
  });

  it('is taken for somebody who was there only where the past is replayed', () => {
    expect(hasLeft(peopleOfThePast({}), COO)).toBe(false);
    expect(hasLeft(peopleOfThePast(people), GONE)).toBe(true);
  });

  it('leaves an evaluation refused, whatever the charter, and everybody asked about is enough for one', () => {
    let refusals = 0;
    fc.assert(
      fc.property(anyCharter, anyItem, anyPolicy, fc.nat(), (charter, item, policy, which) => {
        const all = peopleAsked({ charter, item });
        const complete = subjectWith({ charter, item, policy });
        // Everything that reads a subject finds everybody it asks about.
        for (const checkpoint of ['start', 'finish'] as const) evaluate(complete, checkpoint, NOW);
        accountabilityTest(complete, NOW);
        summaryOf(complete, NOW, () => true);
        const missing = all[which % Math.max(1, all.length)];
        if (missing === undefined) return;
        refusals += 1;
        const facts = factsOf({ charter, item, policy, notRead: [missing] });
        expect(() => subjectOf(facts)).toThrow(NotRead);
        expect(subjectOrNull(facts)).toBeNull();
      }),
      RUNS,
    );
    expect(refusals).toBeGreaterThan(100);
  });
});

describe('a subject with another charter', () => {
  const subject = subjectWith({
    charter: replay(owner(COO)),
    known: { 'u-late': { ...people[COO]!, accountId: 'u-late' } },
  });

  it('is evaluated by that', () => {
    const other = withCharter(subject, replay([nominated(COO)]));
    expect(other && evaluate(other, 'start', NOW).findings[0]).toMatchObject({ rule: 'owner.not-accepted' });
    expect(other?.item).toBe(subject.item);
  });

  it('is none where that names somebody who was not read', () => {
    expect(withCharter(subject, replay([nominated('u-unread')]))).toBeNull();
    expect(withCharter(subject, replay([nominated('u-late')]))).not.toBeNull();
  });
});

describe('an item that follows the one above it', () => {
  const parent = subjectWith({ charter: emptyCharter, item: epic() });
  const child = (more = {}) =>
    subjectWith({
      item: epic({ issueKey: 'EXP-12', ...ofType(STORY), ...more }),
      policy: { ...siteDefault, mode: 'enforce', childrenFollow: true },
      above: parent,
    });

  it.each([
    ['observe', 'enforce', 'observe', 'pass'],
    ['coach', 'enforce', 'coach', 'warn'],
    ['enforce', 'observe', 'observe', 'pass'],
    ['enforce', 'coach', 'coach', 'warn'],
    ['observe', 'coach', 'observe', 'pass'],
    ['enforce', 'enforce', 'enforce', 'block'],
  ] as const)(
    'starts in the milder mode of the two: its own project is on %s, that one’s on %s',
    (own, above, mode, verdict) => {
      const following = subjectWith({
        item: epic({ issueKey: 'EXP-12', ...ofType(STORY) }),
        policy: { ...siteDefault, mode: own, childrenFollow: true },
        above: subjectWith({ charter: emptyCharter, item: epic(), policy: { ...siteDefault, mode: above } }),
      });
      expect(evaluate(following, 'start', NOW)).toMatchObject({ mode, verdict, strictVerdict: 'block' });
    },
  );

  it('starts as that one does, which is named', () => {
    expect(evaluate(child(), 'start', NOW)).toEqual({
      ...evaluate(parent, 'start', NOW),
      ofAncestor: 'EXP-1',
    });
  });

  it('finishes as it likes', () => {
    const gate = evaluate(child(), 'finish', NOW);
    expect(gate).toMatchObject({ verdict: 'pass', findings: [] });
    expect(gate).not.toHaveProperty('ofAncestor');
  });

  it('answers for itself once its own type is under policy', () => {
    const own = subjectWith({
      item: epic({ issueKey: 'EXP-12' }),
      policy: policyWith('off', {}, { childrenFollow: true }),
      above: parent,
    });
    expect(evaluate(own, 'start', NOW)).toMatchObject({ verdict: 'pass' });
    expect(evaluate(own, 'start', NOW)).not.toHaveProperty('ofAncestor');
  });
});
