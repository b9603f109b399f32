import { textFiles } from '../../support/texts';

test('a text stands in one file only', () => {
  const all = Object.values(textFiles).flatMap((texts) => Object.keys(texts));
  expect(all.length).toBeGreaterThan(1500);
  expect(all.filter((id, place) => all.indexOf(id) !== place)).toEqual([]);
});
