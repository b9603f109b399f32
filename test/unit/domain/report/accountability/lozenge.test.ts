import { replay } from '../../../../../src/domain/charter/evolve';
import { evaluate, nextCheckpoint } from '../../../../../src/domain/gate/evaluate';
import type { Subject } from '../../../../../src/domain/gate/subject';
import { lozengeStateOf } from '../../../../../src/domain/report/accountability/lozenge';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../../support/events';
import { epic, ofType, STORY } from '../../../../support/items';
import { COO } from '../../../../support/people';
import { subjectWith } from '../../../../support/subject';

const standing = (subject: Subject) =>
  lozengeStateOf(subject, evaluate(subject, nextCheckpoint(subject.item), NOW), null);
const inOrder = replay([...owner(COO), asked('A1'), acknowledged('A1')]);
const story = epic({ issueKey: 'EXP-12', ...ofType(STORY) });
const under = (above: Subject, item = story) =>
  subjectWith({ item, policy: { ...siteDefault, childrenFollow: true }, above });

it('an item waits for the one above it that may not start, and is told by its key alone', () => {
  expect(standing(under(subjectWith({})))).toEqual({ kind: 'above', issueKey: 'EXP-1' });
});

it('an item has nothing to say where the one above it may start, or it has started itself', () => {
  expect(standing(under(subjectWith({ charter: inOrder })))).toBeNull();
  const begun = { ...story, status: { id: '3', name: 'Doing', category: 'indeterminate' as const } };
  expect(standing(under(subjectWith({}), begun))).toBeNull();
});

it('an item of a type that is not under policy has nothing to say', () => {
  expect(standing(subjectWith({ item: story }))).toBeNull();
  expect(standing(subjectWith({}))).toEqual({ kind: 'nobody' });
});
