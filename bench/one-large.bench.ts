import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import type { Bench, Figure } from './harness';
import { act, costsOf, epicWith, openDemo } from './site';

const SIZES = [5, 10, 20, 40, 80] as const;
const COMMITMENTS = 50;
const LOOKS = 25;

/**
 * Milliseconds that a call works once it is warm, without the time in which it waits: the least of several looks,
 * because whatever else the machine does only ever adds to it.
 */
async function warm(sandbox: Sandbox, look: () => Promise<unknown>): Promise<number> {
  for (let n = 0; n < 4; n += 1) await look();
  const costs = await costsOf(sandbox, 'resolver', async () => {
    for (let n = 0; n < LOOKS; n += 1) await look();
  });
  return Math.min(...costs.map(({ ownMs }) => ownMs));
}

/** The power of the size that the time grows with, fitted over all sizes: 1 is linear, 2 quadratic. */
function slopeOf(points: readonly (readonly [size: number, ms: number])[]): number {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const);
  const mean = (of: (point: readonly [number, number]) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point[0]), mean((point) => point[1])];
  const along = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return along / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** One charter that grows: what a look at it costs, and how that rises with its agreements. */
export const bench: Bench = {
  title: 'One charter with 5 to 80 agreements',
  async run() {
    const lists: [number, number][] = [];
    const panels: [number, number][] = [];
    for (const size of [...SIZES, COMMITMENTS]) {
      const sandbox = await openDemo();
      try {
        const key = await epicWith(sandbox, size);
        lists.push([
          size,
          await warm(sandbox, () =>
            sandbox.invoke('my-commitments', 'commitments/list', {}, {}, 'u-platform'),
          ),
        ]);
        panels.push([size, await warm(sandbox, () => act(sandbox, 'u-viewer', key, 'charter/get'))]);
      } finally {
        sandbox.close();
      }
    }
    const lines = (
      name: string,
      points: readonly (readonly [number, number])[],
      ceiling: number,
    ): Figure[] => [
      ...points.map(([size, value]): Figure => ({
        what: `${name}: own time, ${size} agreements`,
        value,
        unit: 'ms',
        ...(size === COMMITMENTS && { ceiling }),
      })),
      { what: `${name}: slope`, value: slopeOf(points), unit: '', ceiling: 1.1 },
    ];
    return [...lines('My commitments', lists, 15), ...lines('panel', panels, 15)];
  },
};
