import fc from 'fast-check';
import { sideKey, type Side } from '../../../../../src/domain/team/side';
import {
  notKnown,
  summarised,
  summaryOf,
  weakest,
  type HandoffLoad,
} from '../../../../../src/domain/report/accountability/summary';
import { replay } from '../../../../../src/domain/charter/evolve';
import { NOW } from '../../../../support/charter-spec';
import { acknowledged, asked } from '../../../../support/events';
import { EPIC, epic, INITIATIVE, ofType, STORY } from '../../../../support/items';
import { subjectWith } from '../../../../support/subject';
import { OPERATIONS, withTeams } from '../../../../support/teams';

const load = (name: string, overdue: number, unacknowledged: number): HandoffLoad => ({
  provider: { projectKey: name },
  open: overdue + unacknowledged + 1,
  overdue,
  unacknowledged,
});
const names = (all: readonly { readonly provider: Side }[]): string[] =>
  all.map(({ provider }) => sideKey(provider).replace('project ', ''));

test('an item counts its promises, and whom they are asked of', () => {
  const charter = replay([
    asked('A1', { providerAccountId: 'u-ops', neededBy: '2026-11-01' }),
    asked('A2', { providerAccountId: 'u-ops' }),
    acknowledged('A2', { by: 'u-ops' }),
  ]);
  expect(summaryOf(subjectWith({ charter, policy: withTeams() }), NOW, () => true)).toMatchObject({
    items: 1,
    passing: 0,
    promises: 2,
    unanswered: 1,
    epics: 1,
    handoffs: [{ provider: OPERATIONS, open: 2, unacknowledged: 1 }],
  });
});

test('the weakest come first, and nothing that is in order', () => {
  const all = [load('A', 0, 0), load('B', 0, 2), load('C', 1, 1), load('D', 1, 0), load('E', 0, 0)];
  expect(names(weakest(all, [], 3))).toEqual(['C', 'B', 'D']);
  expect(names(weakest(all, [{ projectKey: 'E' }, { projectKey: 'F' }], 9))).toEqual([
    'C',
    'B',
    'D',
    'E',
    'F',
  ]);
  expect(weakest(all, [{ projectKey: 'D' }], 1)).toMatchObject([
    { provider: { projectKey: 'C' }, loosening: false },
  ]);
  expect(weakest([load('A', 0, 0)], [], 3)).toEqual([]);
});

test('pages in any order and any cut give the same numbers', () => {
  const loads = fc.array(
    fc.record({
      name: fc.constantFrom('A', 'B', 'C'),
      overdue: fc.nat(3),
      unacknowledged: fc.nat(3),
      passing: fc.nat(1),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(loads, fc.nat(12), (all, cut) => {
      const parts = all.map(({ name, overdue, unacknowledged, passing }) => ({
        items: 1,
        passing,
        promises: overdue + unacknowledged,
        unanswered: unacknowledged,
        overdue,
        decisionsDue: passing,
        offTrack: passing,
        heldBack: 0,
        notKnown: 0,
        epics: 1,
        handoffs: [load(name, overdue, unacknowledged)],
      }));
      const whole = summarised(parts);
      expect(summarised([...parts].reverse())).toEqual(whole);
      expect(summarised([summarised(parts.slice(0, cut)), summarised(parts.slice(cut))])).toEqual(whole);
      expect(whole.items).toBe(all.length);
    }),
    { numRuns: 200, seed: 20261123 },
  );
});

test('an item that the app may not see is counted, and nothing is said of it', () => {
  const whole = summarised([notKnown(EPIC), notKnown(STORY), summaryOf(subjectWith({}), NOW, () => true)]);
  expect(whole).toMatchObject({ items: 3, notKnown: 2, epics: 2, heldBack: 1, passing: 0, promises: 0 });
});

test('epics are counted by their level, whatever they are called', () => {
  const bet = { id: '10900', name: 'Bet', level: 1 };
  expect(summaryOf(subjectWith({ item: epic(ofType(bet)) }), NOW, () => true).epics).toBe(1);
  expect(summaryOf(subjectWith({ item: epic(ofType(INITIATIVE)) }), NOW, () => true).epics).toBe(0);
});
