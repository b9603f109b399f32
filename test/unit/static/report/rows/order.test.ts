import fc from 'fast-check';
import { COLUMNS, DIRECTIONS, nextSort, sorted } from '../../../../../static/report/rows/order';
import { keys, row } from './rows';

describe('at risk first', () => {
  test('orders by what holds an item back, then by open questions, then by need', () => {
    const rows = [
      row({ key: 'EXP-1' }),
      row({
        key: 'EXP-2',
        noes: ['owner'],
        agreements: { open: 1, acknowledged: 0, nextNeededBy: '2026-12-09' },
      }),
      row({
        key: 'EXP-3',
        noes: ['owner'],
        agreements: { open: 1, acknowledged: 0, nextNeededBy: '2026-12-01' },
      }),
      row({ key: 'EXP-4', noes: ['owner', 'authority'] }),
      row({ key: 'EXP-5', noes: ['owner'], blocks: ['owner.missing'] }),
      row({ key: 'EXP-6', warns: ['agreement.overdue'] }),
    ];
    expect(keys(sorted(rows, null))).toEqual(['EXP-5', 'EXP-4', 'EXP-3', 'EXP-2', 'EXP-6', 'EXP-1']);
  });

  test('counts keys as people do', () => {
    expect(keys(sorted([row({ key: 'EXP-10' }), row({ key: 'EXP-9' })], null))).toEqual(['EXP-9', 'EXP-10']);
  });
});

describe('columns', () => {
  test('empty values stay last both ways', () => {
    const rows = [
      row({ key: 'EXP-1' }),
      row({ key: 'EXP-2', agreements: { open: 1, acknowledged: 1, nextNeededBy: '2026-12-02' } }),
      row({ key: 'EXP-3', agreements: { open: 1, acknowledged: 1, nextNeededBy: '2026-12-01' } }),
    ];
    expect(keys(sorted(rows, { column: 'needed', direction: 'asc' }))).toEqual(['EXP-3', 'EXP-2', 'EXP-1']);
    expect(keys(sorted(rows, { column: 'needed', direction: 'desc' }))).toEqual(['EXP-2', 'EXP-3', 'EXP-1']);
  });

  test('a status sorts by how far the work is, then by name', () => {
    const status = (name: string, category: 'new' | 'indeterminate' | 'done') => ({
      id: name,
      name,
      category,
    });
    const rows = [
      row({ key: 'EXP-1', status: status('Closed', 'done') }),
      row({ key: 'EXP-2', status: status('Review', 'indeterminate') }),
      row({ key: 'EXP-3', status: status('Building', 'indeterminate') }),
      row({ key: 'EXP-4', status: status('Waiting', 'new') }),
    ];
    expect(keys(sorted(rows, { column: 'status', direction: 'asc' }))).toEqual([
      'EXP-4',
      'EXP-3',
      'EXP-2',
      'EXP-1',
    ]);
  });

  test('a question sorts its noes first', () => {
    const rows = [row({ key: 'EXP-1' }), row({ key: 'EXP-2', noes: ['authority'] })];
    expect(keys(sorted(rows, { column: 'authority', direction: 'asc' }))).toEqual(['EXP-2', 'EXP-1']);
    expect(keys(sorted(rows, { column: 'owner', direction: 'asc' }))).toEqual(['EXP-1', 'EXP-2']);
  });

  test('what is not known stands between no and yes, after what is at risk, and last among findings', () => {
    const rows = [
      row({ key: 'EXP-1' }),
      row({ key: 'EXP-2', hidden: true }),
      row({ key: 'EXP-3', noes: ['owner'], blocks: ['owner.missing'] }),
    ];
    expect(keys(sorted(rows, null))).toEqual(['EXP-3', 'EXP-2', 'EXP-1']);
    expect(keys(sorted(rows, { column: 'owner', direction: 'asc' }))).toEqual(['EXP-3', 'EXP-2', 'EXP-1']);
    expect(keys(sorted(rows, { column: 'findings', direction: 'asc' }))).toEqual(['EXP-1', 'EXP-3', 'EXP-2']);
    expect(keys(sorted(rows, { column: 'findings', direction: 'desc' }))).toEqual([
      'EXP-3',
      'EXP-1',
      'EXP-2',
    ]);
  });

  test('sorting loses nothing and answers the same whatever order rows came in', () => {
    const rows = fc.uniqueArray(
      fc.record({
        key: fc.integer({ min: 1, max: 40 }).map((n) => `EXP-${n}`),
        noes: fc.subarray(['owner', 'authority', 'dependencies'] as const),
        blocks: fc.subarray(['owner.missing', 'dependency.unmapped'] as const),
        dri: fc.constantFrom(null, { accountId: 'u-coo', status: 'accepted' } as const),
      }),
      { selector: ({ key }) => key, maxLength: 12 },
    );
    const sort = fc.constantFrom(
      null,
      ...COLUMNS.flatMap((column) => DIRECTIONS.map((direction) => ({ column, direction }))),
    );
    fc.assert(
      fc.property(rows, sort, (given, by) => {
        const made = given.map(row);
        const once = keys(sorted(made, by));
        expect(keys(sorted([...made].reverse(), by))).toEqual(once);
        expect([...once].sort()).toEqual([...keys(made)].sort());
      }),
    );
  });
});

test('a header goes through ascending and descending back to at risk first', () => {
  const first = nextSort(null, 'dri');
  expect(first).toEqual({ column: 'dri', direction: 'asc' });
  expect(nextSort(first, 'dri')).toEqual({ column: 'dri', direction: 'desc' });
  expect(nextSort(nextSort(first, 'dri'), 'dri')).toBeNull();
  expect(nextSort(first, 'key')).toEqual({ column: 'key', direction: 'asc' });
});
