import { draw, shownLimits, sinceFirst } from '../../../../../../static/report/indicators/model/chart';

const limits = { mean: 0.9, meanRange: 0.1, upper: 1.166, lower: 0.634, upperRange: 0.3268 };
const points = [
  { week: '2026-11-02', value: null, count: 0 },
  { week: '2026-11-09', value: 1, count: 2 },
  { week: '2026-11-16', value: 0.5, count: 2 },
];
const size = { width: 300, height: 100 };

it('shows no share above all and nothing below none', () => {
  expect(shownLimits(limits, 'share')).toEqual({ low: 0.634, high: 1 });
  expect(shownLimits({ ...limits, lower: -3 }, 'hours')).toEqual({ low: 0, high: 1.166 });
});

it('begins with the first week that has a figure', () => {
  expect(sinceFirst(points)).toEqual(points.slice(1));
  expect(sinceFirst(points.slice(0, 1))).toEqual([]);
});

it('draws larger figures higher, later weeks further right, and no figure not at all', () => {
  const { dots, band } = draw(points, limits, 'share', size);
  expect(dots.map(({ week }) => week)).toEqual(['2026-11-09', '2026-11-16']);
  const [one, half] = dots;
  expect(one!.y).toBeLessThan(half!.y);
  expect(one!.x).toBeLessThan(half!.x);
  expect(band!.height).toBeGreaterThan(0);
});

it('counts an axis of more than two days in whole days', () => {
  const { ticks } = draw([{ week: '2026-11-09', value: 75, count: 1 }], null, 'hours', size);
  expect(ticks.every(({ value }) => value % 24 === 0)).toBe(true);
});
