import type { HandoffLine } from '../../../../../../src/domain/report/handoffs/handoffs';
import { handoffMatrix } from '../../../../../../src/domain/report/handoffs/matrix';
import { cellNamed, nameOfPair, shownOf } from '../../../../../../static/report/handoffs/model/shown';

const [sales, ops, plat] = [
  { teamId: 'T2', name: 'Sales' },
  { teamId: 'T1', name: 'Operations' },
  { projectKey: 'PLAT' },
];
const line = (more: Partial<HandoffLine>): HandoffLine => ({
  requester: sales,
  provider: ops,
  issueKey: 'EXP-1',
  summary: 'Open the second region',
  what: 'A cluster',
  state: 'acknowledged',
  overdue: false,
  answerOverdue: false,
  ...more,
});
const matrix = handoffMatrix({
  lines: [line({}), line({ provider: plat, overdue: true }), line({ requester: ops, provider: plat })],
  answers: [],
});

test('every handoff, line by line', () => {
  const { requesters, providers, pairs } = shownOf(matrix, { onlyWeak: false, expectedHours: 24 });
  expect(requesters).toEqual([ops, sales]);
  expect(providers).toEqual([ops, plat]);
  expect(pairs.map(({ name }) => name)).toEqual([
    'team T1 → project PLAT',
    'team T2 → team T1',
    'team T2 → project PLAT',
  ]);
});

test('those alone that are worth asking about, without empty lines and columns', () => {
  const { requesters, providers, pairs } = shownOf(matrix, { onlyWeak: true, expectedHours: 24 });
  expect([requesters, providers, pairs.length]).toEqual([[sales], [plat], 1]);
});

test('a cell is found again by its name', () => {
  expect(cellNamed(nameOfPair(sales, plat), matrix)).toMatchObject({ open: 1, overdue: 1 });
  expect(cellNamed('project PLAT', matrix)).toMatchObject({ open: 2 });
  expect(cellNamed('project GONE', matrix)).toBeNull();
});
