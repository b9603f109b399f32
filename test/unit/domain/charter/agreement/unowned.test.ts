import { replay } from '../../../../../src/domain/charter/evolve';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import {
  acknowledged,
  asked,
  countered,
  delivered,
  nominated,
  owner,
  refused,
  renegotiated,
} from '../../../../support/events';
import { COO, CTO } from '../../../../support/people';

const toldLast = (history: readonly CharterEvent[]) =>
  promptsOf({ charter: replay(history), history, earlier: 0 }, history.at(-1)?.at ?? '')
    .filter(({ event }) => event === history.at(-1))
    .map(({ who, kind }) => `${kind} ${who}`);

const ANSWERS: readonly (readonly [string, readonly CharterEvent[]])[] = [
  ['a counter-offer', [asked('A1'), countered('A1')]],
  ['a no', [asked('A1'), refused('A1')]],
  ['a delivery', [asked('A1'), acknowledged('A1'), delivered('A1')]],
  ['another day', [asked('A1'), acknowledged('A1'), renegotiated('A1')]],
];

it.each(ANSWERS)('%s is the move of whoever stands behind work that nobody owns yet', (_, events) => {
  expect(toldLast([nominated(COO), ...events])).toEqual([`move ${CTO}`]);
});

it.each(ANSWERS)('%s is the move of the owner once there is one', (_, events) => {
  expect(toldLast([...owner(COO), ...events])).toEqual([`move ${COO}`]);
});

it.each(ANSWERS)('%s is the lead’s move where nobody stands behind the work either', (_, events) => {
  expect(toldLast(events)).toEqual(['move null']);
});
