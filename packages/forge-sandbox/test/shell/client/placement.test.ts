import { placementOf } from '../../../src/shell/client/app/use-placement';

const view = { width: 360, height: 600 };
const panel = { width: 220, height: 200 };
const button = (left: number, top: number) => ({ left, right: left + 24, top, bottom: top + 24 });

test('a panel opens under its button, on the side it is aligned to', () => {
  expect(placementOf(button(40, 100), panel, view, 'start')).toEqual({ top: 128, left: 40 });
  expect(placementOf(button(300, 100), panel, view, 'end')).toEqual({ top: 128, left: 104 });
});

test('it opens above when there is no room below', () => {
  expect(placementOf(button(40, 560), panel, view, 'start').top).toBe(356);
});

test('it stays below when there is no room above either', () => {
  expect(placementOf(button(40, 100), { width: 220, height: 550 }, view, 'start').top).toBe(128);
});

test('it never leaves the window sideways', () => {
  expect(placementOf(button(330, 0), panel, view, 'start').left).toBe(132);
  expect(placementOf(button(0, 0), panel, view, 'end').left).toBe(8);
});
