import fc from 'fast-check';
import { GROUPINGS } from '../../../../../static/report/rows/group';
import { CHOOSABLE, COLUMNS, columnsOf, DIRECTIONS } from '../../../../../static/report/rows/order';
import {
  FINDING_FILTERS,
  formatView,
  initialView,
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
    search: fc.string({ maxLength: 30 }),
    light: fc.constantFrom(...LIGHT_FILTERS),
    finding: fc.constantFrom(...FINDING_FILTERS),
    group: fc.constantFrom(...GROUPINGS),
    columns: fc.subarray([...CHOOSABLE]).map(columnsOf),
    name: fc.string({ maxLength: NAME_LIMIT }),
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
