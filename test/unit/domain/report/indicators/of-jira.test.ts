import fc from 'fast-check';
import { together } from '../../../../../src/domain/report/indicators/evidence';
import { jiraEvidenceOf, type JiraPast } from '../../../../../src/domain/report/indicators/of-jira';
import { weeksBefore } from '../../../../../src/domain/report/indicators/weeks';
import type { ItemChange } from '../../../../../src/domain/changelog/change';

const categories = new Map([
  ['1', 'new'],
  ['3', 'indeterminate'],
  ['5', 'done'],
] as const);
const NOW = '2026-11-23T08:00:00.000Z';
const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.parse(NOW) - days * DAY).toISOString();
const weeks = weeksBefore(NOW, 26);

const change = (days: number, fieldId: string, from: string | null, to: string | null): ItemChange => ({
  id: `${1000 - days}`,
  at: ago(days),
  by: 'u-coo',
  fields: [{ fieldId, from, fromText: from, to, toText: to }],
});

const found = (past: Partial<JiraPast>) =>
  jiraEvidenceOf(
    { createdAt: ago(100), changes: [], ownerFieldId: 'assignee', ownedToday: false, ...past },
    weeks,
    categories,
  ).observations.map(({ indicator, value }) => [indicator, value]);

it('tells how long an item waited for its first owner, how long each name stood, and when it had none', () => {
  const changes = [
    change(90, 'assignee', null, 'u-coo'),
    change(60, 'assignee', 'u-coo', 'u-cto'),
    change(40, 'assignee', 'u-cto', null),
    change(20, 'assignee', null, 'u-ops'),
  ];
  expect(found({ changes, ownedToday: true })).toEqual([
    ['first-owner', 10],
    ['owner-stays', 30],
    ['owner-stays', 20],
    ['owner-dropped', 1],
  ]);
});

it('takes an owner from the first day for one that came with the item', () => {
  expect(found({ ownedToday: true })).toEqual([['first-owner', 0]]);
  expect(found({ changes: [change(50, 'assignee', 'u-coo', 'u-cto')], ownedToday: true })).toEqual([
    ['first-owner', 0],
    ['owner-stays', 50],
  ]);
});

it('says nothing of owners where nobody ever was one, or no field names them', () => {
  expect(found({})).toEqual([]);
  expect(found({ ownerFieldId: null, changes: [change(50, 'assignee', null, 'u-cto')] })).toEqual([]);
});

it('reads lists of people whole: one more name is another owner, the same names are not', () => {
  const changes = [
    change(80, 'customfield_1', '[]', '[u-coo]'),
    change(70, 'customfield_1', '[u-coo]', '[u-coo]'),
    change(50, 'customfield_1', '[u-coo]', '[u-coo, u-cto]'),
  ];
  expect(found({ changes, ownerFieldId: 'customfield_1', ownedToday: true })).toEqual([
    ['first-owner', 20],
    ['owner-stays', 20],
  ]);
});

it('counts moves out of done as reopenings, and none from a status that is gone', () => {
  const changes = [
    change(30, 'status', '1', '3'),
    change(29, 'status', '3', '5'),
    change(28, 'status', '5', '3'),
    change(27, 'status', '9', '3'),
  ];
  expect(found({ changes })).toEqual([['reopened', 1]]);
});

it('leaves out what lies outside the weeks', () => {
  expect(found({ createdAt: ago(800), changes: [change(700, 'assignee', null, 'u-coo')] })).toEqual([]);
});

it('does not depend on how items come in pages', () => {
  const owner = fc.constantFrom(null, 'a', 'b');
  const past = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), owner), { maxLength: 6 }).map((steps) => {
    let before: string | null = null;
    const changes = [...steps]
      .sort(([a], [b]) => b - a)
      .map(([days, to]) => {
        const one = change(days, 'assignee', before, to);
        before = to;
        return one;
      });
    return { createdAt: ago(100), changes, ownerFieldId: 'assignee', ownedToday: before !== null };
  });
  fc.assert(
    fc.property(fc.array(past, { maxLength: 8 }), fc.nat(8), (all, cut) => {
      const of = (some: typeof all) => together(some.map((one) => jiraEvidenceOf(one, weeks, categories)));
      expect(together([of(all.slice(0, cut)), of(all.slice(cut))])).toEqual(of(all));
      for (const { value } of of(all).observations) expect(value).toBeGreaterThanOrEqual(0);
    }),
  );
});
