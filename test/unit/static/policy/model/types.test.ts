import type { IssueTypeFact, WorkItemType } from '../../../../../src/domain/policy/scope';
import {
  byLevel,
  hasLevel,
  namesType,
  onlyEpics,
  strangers,
  withLevel,
  withType,
} from '../../../../../static/policy/model/types';

const type = (id: string, name: string, level: number | null): IssueTypeFact => ({ id, name, level });
const epic = type('1', 'Epic', 1);
const feature = type('2', 'Feature', 1);
const story = type('3', 'Story', 0);
const otherStory = type('4', 'Story', 0);
const odd = type('5', 'Odd', null);
const all = [story, epic, odd, feature, otherStory];

test('types stand by their level, the highest first, those without one apart', () => {
  const { levels, loose } = byLevel(all);
  expect(levels).toEqual([
    { level: 1, types: [epic, feature] },
    { level: 0, types: [story, otherStory] },
  ]);
  expect(loose).toEqual([odd]);
});

test('a level takes in the types of it that were named one by one', () => {
  const entries: readonly WorkItemType[] = [
    { id: '1', name: 'Epic' },
    { named: 'feature' },
    { id: '3', name: 'Story' },
  ];
  const made = withLevel(entries, { level: 1, types: [epic, feature] }, true);
  expect(made).toEqual([{ level: 1 }, { id: '3', name: 'Story' }]);
  expect(hasLevel(made, 1)).toBe(true);
  expect(withLevel(made, { level: 1, types: [epic, feature] }, false)).toEqual([{ id: '3', name: 'Story' }]);
});

test('a type is added by its id under today’s name, and taken out whatever its name was', () => {
  expect(withType([], story, true, all)).toEqual([{ id: '3', name: 'Story' }]);
  expect(withType([{ id: '3', name: 'Former name' }], story, false, all)).toEqual([]);
});

test('unticking one of two types of a name leaves the other, by its id', () => {
  const entries: readonly WorkItemType[] = [{ named: 'story' }];
  expect(namesType(entries, otherStory)).toBe(true);
  expect(withType(entries, story, false, all)).toEqual([{ id: '4', name: 'Story' }]);
});

test('entries that no type of Jira’s answers to are strangers', () => {
  const gone: readonly WorkItemType[] = [{ id: '99', name: 'Gone' }, { level: 7 }, { named: 'Nowhere' }];
  expect(strangers([{ level: 1 }, ...gone], all)).toEqual(gone);
});

test('a policy is about epics where all it covers is of their level, under whatever name', () => {
  expect(onlyEpics([{ level: 1 }, { id: '2', name: 'Feature' }], all)).toBe(true);
  expect(onlyEpics([{ level: 1 }, { id: '3', name: 'Story' }], all)).toBe(false);
  expect(onlyEpics([], all)).toBe(false);
});
