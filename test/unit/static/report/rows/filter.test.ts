import { filtered } from '../../../../../static/report/rows/filter';
import { initialView } from '../../../../../static/report/view/view-state';
import { keys, row } from './rows';

const rows = [
  row({ key: 'EXP-1', summary: 'Über-fast checkout', noes: ['owner'], blocks: ['owner.missing'] }),
  row({ key: 'EXP-2', dri: { accountId: 'u-coo', status: 'accepted' }, warns: ['agreement.overdue'] }),
  row({ key: 'EXP-3', agreements: { open: 2, acknowledged: 1 }, noes: ['dependencies'] }),
];
const shown = (view: Partial<typeof initialView>) => keys(filtered(rows, { ...initialView, ...view }));

describe('search', () => {
  test.each([
    ['a key', 'exp-3', ['EXP-3']],
    ['a summary, whatever its accents', 'uber checkout', ['EXP-1']],
    ['the DRI by name', 'zoe', ['EXP-2']],
    ['what a finding says', 'what of agreement.overdue', ['EXP-2']],
    ['words from two places', 'exp overdue', ['EXP-2']],
    ['nothing', '   ', ['EXP-1', 'EXP-2', 'EXP-3']],
    ['what is nowhere', 'zoe checkout', []],
  ])('finds %s', (_of, search, found) => {
    expect(shown({ search })).toEqual(found);
  });
});

test('what is waived, what went around the gate, and what is vital can be found', () => {
  const exceptions = [
    row({ key: 'EXP-7', waives: ['owner.missing'] }),
    row({ key: 'EXP-8', bypasses: 1 }),
    row({ key: 'EXP-9', vital: true }),
    row(),
  ];
  const only = (finding: 'waived' | 'bypassed' | 'vital') =>
    keys(filtered(exceptions, { ...initialView, finding }));
  expect(only('waived')).toEqual(['EXP-7']);
  expect(only('bypassed')).toEqual(['EXP-8']);
  expect(only('vital')).toEqual(['EXP-9']);
});

describe('filters', () => {
  test.each([
    ['at-risk', ['EXP-1', 'EXP-3']],
    ['passes', ['EXP-2']],
    ['no-owner', ['EXP-1']],
    ['no-dependencies', ['EXP-3']],
    ['no-authority', []],
  ] as const)('%s', (light, found) => {
    expect(shown({ light })).toEqual(found);
  });

  test.each([
    ['some', ['EXP-1', 'EXP-2']],
    ['blocking', ['EXP-1']],
    ['unacknowledged', ['EXP-3']],
    ['agreement.overdue', ['EXP-2']],
  ] as const)('findings: %s', (finding, found) => {
    expect(shown({ finding })).toEqual(found);
  });

  test('hold together', () => {
    expect(shown({ light: 'at-risk', finding: 'unacknowledged', search: 'exp-1' })).toEqual([]);
  });
});

test('what Holdfast may not see fits no answer but its own', () => {
  const some = [row({ key: 'EXP-1' }), row({ key: 'EXP-2', hidden: true })];
  const only = (light: 'passes' | 'at-risk' | 'no-owner' | 'not-known') =>
    keys(filtered(some, { ...initialView, light }));
  expect([only('passes'), only('at-risk'), only('no-owner'), only('not-known')]).toEqual([
    ['EXP-1'],
    [],
    [],
    ['EXP-2'],
  ]);
  expect(keys(filtered(some, { ...initialView, finding: 'waived' }))).toEqual([]);
  expect(keys(filtered(some, { ...initialView, finding: 'owner.missing' }))).toEqual([]);
});
