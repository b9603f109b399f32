import fc from 'fast-check';
import {
  fitting,
  MOST_CHARACTERS,
  MOST_SENTENCES,
  passingPoints,
  shortened,
} from '../../../static/report/sheet/model/sheet';

test('whatever is told, a sheet has room for it', () => {
  const part = fc.record({ heading: fc.string(), sentences: fc.array(fc.string({ maxLength: 600 })) });
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const kept = fitting(parts);
      const sentences = kept.flatMap((one) => one.sentences);
      expect(sentences.length).toBeLessThanOrEqual(MOST_SENTENCES);
      // What comes first stays first, and nothing is made up.
      expect(parts.flatMap((one) => one.sentences).slice(0, sentences.length)).toEqual(sentences);
      expect(kept.every((one) => one.sentences.length > 0)).toBe(true);
      expect(sentences.map(shortened).every((one) => one.length <= MOST_CHARACTERS)).toBe(true);
    }),
  );
});

test('a sentence that fits is left as it is, and a longer one ends with a whole word', () => {
  expect(shortened('EXP-1: nobody owns it.')).toBe('EXP-1: nobody owns it.');
  const cut = shortened('word '.repeat(100));
  expect(cut).toMatch(/word…$/);
});

test('the line ends with the running week, which is now', () => {
  const week = { week: '2026-11-16', known: 4, passing: 1, promises: 0, unanswered: 0 };
  expect(passingPoints([week], 3, 5, '2026-11-26T10:00:00Z')).toEqual([
    { week: '2026-11-16', value: 1, count: 4 },
    { week: '2026-11-23', value: 3, count: 5 },
  ]);
});
