import { figureText } from '../../../../../../static/report/indicators/model/figures';
import type { Translate } from '../../../../../../static/ui/text';

const t = ((id: string, values?: { readonly n: string | number }) =>
  `${String(values?.n)} ${id.slice('drift.'.length)}`) as Translate;

it.each([
  ['hours', 30, 20.44, '20 hours'],
  ['hours', 75, 27, '1.1 days'],
  ['days', 3, 2.25, '2.3 days'],
  ['share', 1, 0.666, '67%'],
  ['count', 4, 3, '3'],
] as const)('writes %s up to %d: %d as %s', (unit, largest, value, text) => {
  expect(figureText(unit, largest, 'en', t)(value)).toBe(text);
});
