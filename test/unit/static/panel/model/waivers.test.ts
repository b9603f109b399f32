import type { PassageReason } from '../../../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { notedPassages } from '../../../../../static/panel/model/waivers';
import { answerFor } from './answers';

const passed = (reason: PassageReason, day: number): CharterEvent => {
  const at = `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`;
  return {
    type: 'passage-recorded',
    at,
    by: 'holdfast',
    passage: { at, checkpoint: 'start', reason, rules: ['brief.incomplete'], movedBy: 'editor' },
  };
};

const told = (...reasons: readonly PassageReason[]): readonly string[] =>
  notedPassages(
    answerFor(
      'editor',
      reasons.map((reason, day) => passed(reason, day + 1)),
    ),
  ).map(({ reason, at }) => `${reason} ${Number(at.slice(8, 10))}`);

test('the latest moves around the gate and on a waiver are told, and the last that was warned of', () => {
  expect(told('bypass', 'waived', 'bypass', 'warned', 'warned')).toEqual([
    'warned 5',
    'bypass 3',
    'waived 2',
  ]);
});

test('no number of warned moves takes the place of one around the gate', () => {
  expect(told('bypass', 'warned', 'warned', 'warned')).toEqual(['warned 4', 'bypass 1']);
});

test('what observe and coach let pass, and what nobody could look at, is in the history alone', () => {
  expect(told('observe', 'coach', 'unchecked')).toEqual([]);
});
