import fc from 'fast-check';
import { GROUPINGS } from '../../../../../static/report/rows/group';
import { CHOOSABLE, COLUMNS, columnsOf, DIRECTIONS } from '../../../../../static/report/rows/order';
import {
  FINDING_FILTERS,
  formatView,
  initialView,
  isAllOpen,
  isFiltered,
  LIGHT_FILTERS,
  NAME_LIMIT,
  parseView,
  SCOPES,
  TABS,
} from '../../../../../static/report/view/view-state';

test('an address keeps every view', () => {
  const view = fc.record({
    tab: fc.constantFrom(...TABS),
    scope: fc.constantFrom(...SCOPES),
    all: fc.boolean(),
    sheet: fc.boolean(),
    search: fc.string({ maxLength: 30 }),
    light: fc.constantFrom(...LIGHT_FILTERS),
    finding: fc.constantFrom(...FINDING_FILTERS),
    group: fc.constantFrom(...GROUPINGS),
    columns: fc.subarray([...CHOOSABLE]).map(columnsOf),
    name: fc.string({ maxLength: NAME_LIMIT }),
    past: fc.constantFrom(null, { from: '2014-01-17', to: '2015-01-16', typeIds: ['10001', '10004'] }),
    sort: fc.option(
      fc.record({ column: fc.constantFrom(...COLUMNS), direction: fc.constantFrom(...DIRECTIONS) }),
    ),
  });
  fc.assert(fc.property(view, (given) => expect(parseView(formatView(given))).toEqual(given)));
});

test('the initial view has nothing to say', () => {
  expect(formatView(initialView)).toBe('');
  expect(parseView('')).toEqual(initialView);
});

test.each(['?scope=everything&test=maybe&finding=no.such&sort=salary.asc', '?sort=', '?%E0%A4%A'])(
  'an address that means nothing is left aside: %s',
  (address) => {
    expect(parseView(address)).toEqual(initialView);
  },
);

test('a scope or an order leaves nothing out', () => {
  expect(isFiltered({ ...initialView, scope: 'all', sort: { column: 'key', direction: 'asc' } })).toBe(false);
  expect(isFiltered({ ...initialView, light: 'at-risk' })).toBe(true);
  expect(isFiltered({ ...initialView, search: ' ' })).toBe(false);
});

test('the whole list is closed until something is chosen of it, and a view alone opens nothing', () => {
  expect(isAllOpen(initialView)).toBe(false);
  expect(isAllOpen({ ...initialView, tab: 'handoffs' })).toBe(false);
  expect(isAllOpen({ ...initialView, all: true })).toBe(true);
  expect(isAllOpen({ ...initialView, group: 'finding' })).toBe(true);
  expect(isAllOpen({ ...initialView, light: 'at-risk' })).toBe(true);
});
