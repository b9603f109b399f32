import { beginningsOf } from '../../../../src/domain/gate/beginnings';
import type { ItemChange } from '../../../../src/domain/changelog/change';

const categories = new Map([
  ['1', 'new'],
  ['3', 'indeterminate'],
  ['4', 'indeterminate'],
  ['5', 'done'],
] as const);
const CREATED = '2026-11-20T08:00:00.000Z';
const at = (place: number): string => `2026-11-2${place + 1}T08:00:00.000Z`;

const moves = (...statuses: readonly string[]): readonly ItemChange[] =>
  statuses.slice(1).map((to, place) => ({
    id: String(place),
    at: at(place),
    by: 'u-ops',
    fields: [{ fieldId: 'status', from: statuses[place] ?? '', fromText: '', to, toText: '' }],
  }));

const of = (category: 'new' | 'indeterminate' | 'done', ...statuses: readonly string[]) =>
  beginningsOf({ createdAt: CREATED, category }, moves(...statuses), categories);

it.each([
  ['never moved', 'new', ['1'], []],
  ['made in progress', 'indeterminate', ['3'], [['start', CREATED, -1]]],
  ['made done', 'done', ['5'], [['finish', CREATED, -1]]],
  ['started', 'indeterminate', ['1', '3', '4'], [['start', at(0), 0]]],
  ['started, taken back and started', 'indeterminate', ['1', '3', '1', '4'], [['start', at(2), 2]]],
  ['taken back', 'new', ['1', '3', '1'], []],
  [
    'started and finished',
    'done',
    ['1', '3', '5'],
    [
      ['start', at(0), 0],
      ['finish', at(1), 1],
    ],
  ],
  ['finished and reopened', 'indeterminate', ['1', '3', '5', '4'], [['start', at(0), 0]]],
  ['finished at once', 'done', ['1', '5'], [['finish', at(0), 0]]],
  [
    'made in progress and finished',
    'done',
    ['3', '5'],
    [
      ['start', CREATED, -1],
      ['finish', at(0), 0],
    ],
  ],
] as const)('an item that was %s', (_, category, statuses, expected) => {
  expect(
    of(category, ...statuses)?.map(({ checkpoint, at: when, index }) => [checkpoint, when, index]),
  ).toEqual(expected);
});

it('is not known where Jira no longer knows a status', () => {
  expect(of('indeterminate', '1', '9', '3')).toBeNull();
  expect(of('indeterminate', '9', '3')).toBeNull();
});
