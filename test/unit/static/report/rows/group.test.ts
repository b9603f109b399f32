import { groupsOf, linesOf } from '../../../../../static/report/rows/group';
import { keys, row } from './rows';

const rows = [
  row({ key: 'EXP-1', components: ['Web'], noes: ['owner'], blocks: ['owner.missing'] }),
  row({ key: 'EXP-2', components: ['API', 'Web'] }),
  row({ key: 'EXP-3', handoffs: [{ projectKey: 'PLAT' }] }),
];

test('an item stands in each of its groups, those without one last', () => {
  const groups = groupsOf(rows, 'component');
  expect(groups.map(({ name, rows: members, atRisk }) => [name, keys(members), atRisk])).toEqual([
    ['Web', ['EXP-1', 'EXP-2'], 1],
    ['API', ['EXP-2'], 0],
    [null, ['EXP-3'], 0],
  ]);
  expect(groupsOf(rows, 'handoff').map(({ name }) => name)).toEqual(['PLAT', null]);
});

test('a closed group keeps its line and hides its rows', () => {
  const groups = groupsOf(rows, 'component');
  const lines = linesOf(rows, groups, new Set(['Web']));
  expect(lines.map(({ key }) => key)).toEqual(['group Web', 'group API', 'API EXP-2', 'group ', ' EXP-3']);
  expect(linesOf(rows, null, new Set()).map(({ key }) => key)).toEqual(['EXP-1', 'EXP-2', 'EXP-3']);
});

test('by findings, items that nobody can judge are a group of their own after all rules', () => {
  const some = [row({ key: 'EXP-9', hidden: true }), ...rows];
  const groups = groupsOf(some, 'finding');
  expect(groups.map(({ id, rows: members }) => [id, keys(members)])).toEqual([
    ['owner.missing', ['EXP-1']],
    ['not-known', ['EXP-9']],
    ['', ['EXP-2', 'EXP-3']],
  ]);
});
