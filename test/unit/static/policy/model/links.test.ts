import type { LinkTypeFact, WaitingLink } from '../../../../../src/domain/policy/scope';
import {
  countsAsWaiting,
  linksChange,
  lostLinks,
  sidesOf,
  withSide,
} from '../../../../../static/policy/model/links';

const types: readonly LinkTypeFact[] = [
  { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '2', name: 'Depends', inward: 'is needed by', outward: 'depends on' },
  { id: '3', name: 'Relates', inward: 'relates to', outward: 'relates to' },
];
const site = { links: types, byWords: [] };
const blocked: WaitingLink = { linkTypeId: '1', direction: 'inward', words: 'is blocked by' };
const depends: WaitingLink = { linkTypeId: '2', direction: 'outward', words: 'depends on' };
const needed: WaitingLink = { linkTypeId: '2', direction: 'inward', words: 'is needed by' };
const lost: WaitingLink = { linkTypeId: '9', direction: 'inward', words: 'waits on' };

const sideOf = (words: string) => {
  const side = sidesOf(types).find((one) => one.words === words);
  if (!side) throw new Error(`${words} is not offered`);
  return side;
};

test('each side of a link type is offered in its words; sides that read the same are one', () => {
  expect(sidesOf(types).map(({ words }) => words)).toEqual([
    'is blocked by',
    'blocks',
    'is needed by',
    'depends on',
    'relates to',
  ]);
  expect(sideOf('relates to').links.map(({ direction }) => direction)).toEqual(['inward', 'outward']);
});

test('before anybody chose, the sides whose words say so are ticked', () => {
  const ticked = sidesOf(types).filter((side) => countsAsWaiting('by-words', side, []));
  expect(ticked.map(({ words }) => words)).toEqual(['is blocked by', 'depends on']);
});

test('a side that was renamed is ticked where its words once said so, and is chosen under its id', () => {
  const renamed = [{ id: '1', name: 'Need', inward: 'requires', outward: 'is required by' }];
  const requires: WaitingLink = { linkTypeId: '1', direction: 'inward', words: 'requires' };
  const ticked = sidesOf(renamed).filter((side) => countsAsWaiting('by-words', side, [requires]));
  expect(ticked.map(({ words }) => words)).toEqual(['requires']);
  const [, back] = sidesOf(renamed);
  if (!back) throw new Error('one side alone');
  expect(withSide('by-words', back, true, { links: renamed, byWords: [requires] })).toEqual([
    requires,
    { linkTypeId: '1', direction: 'outward', words: 'is required by' },
  ]);
});

test('the first tick turns what the words said into a choice by link types', () => {
  expect(withSide('by-words', sideOf('is needed by'), true, site)).toEqual([blocked, depends, needed]);
  expect(withSide('by-words', sideOf('depends on'), false, site)).toEqual([blocked]);
});

test('a tick of a link type that reads the same both ways is about both', () => {
  const chosen = withSide([blocked], sideOf('relates to'), true, site);
  expect(chosen).toHaveLength(3);
  expect(withSide(chosen, sideOf('relates to'), false, site)).toEqual([blocked]);
});

test('a chosen link whose type Jira no longer has stays until somebody takes it out', () => {
  expect(lostLinks([blocked, lost], types)).toEqual([lost]);
  expect(lostLinks('by-words', types)).toEqual([]);
  expect(withSide([lost], sideOf('is blocked by'), true, site)).toEqual([lost, blocked]);
});

test('a change says what comes to count, what no longer does, and whether words decide', () => {
  expect(linksChange('by-words', [blocked, needed], site)).toEqual({
    how: 'chosen',
    added: ['is needed by'],
    removed: ['depends on'],
  });
  expect(linksChange([blocked], [depends, lost], site)).toEqual({
    how: 'as-before',
    added: ['depends on', 'waits on'],
    removed: ['is blocked by'],
  });
  expect(linksChange([blocked, depends], 'by-words', site)).toEqual({
    how: 'by-words',
    added: [],
    removed: [],
  });
});
