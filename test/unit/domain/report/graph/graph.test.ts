import fc from 'fast-check';
import {
  broughtBy,
  graphOf,
  joinedLines,
  type GraphLine,
} from '../../../../../src/domain/report/graph/graph';
import { brokenBy } from '../../../../../src/domain/report/graph/slip';

const RUNS = { numRuns: 500, seed: 20261128 };

const line = (from: string, to: string, rest: Partial<GraphLine> = {}): GraphLine => ({
  requester: { projectKey: 'EXP' },
  provider: { projectKey: 'PLAT' },
  issueKey: from,
  summary: from,
  what: to,
  state: 'acknowledged',
  providerIssueKey: to,
  overdue: false,
  answerOverdue: false,
  ...rest,
});

const KEYS = ['A-1', 'A-2', 'A-3', 'B-1', 'B-2'];
const DAYS = ['2026-12-01', '2026-12-05', '2026-12-09', '2026-12-30'];
const lines = fc.array(
  fc
    .record({
      from: fc.constantFrom(...KEYS),
      to: fc.constantFrom(...KEYS),
      dueOn: fc.constantFrom(...DAYS),
      state: fc.constantFrom('acknowledged' as const, 'requested' as const, 'delivered' as const),
    })
    .map(({ from, to, ...rest }) => line(from, to, rest)),
  { maxLength: 9 },
);

/** Every way that goes over no line twice: what the graph must agree with. */
function waysOf(all: readonly GraphLine[]): readonly (readonly GraphLine[])[] {
  const go = (way: readonly GraphLine[]): readonly (readonly GraphLine[])[] => [
    way,
    ...all
      .filter((next) => broughtBy(way[way.length - 1] as GraphLine) === next.issueKey && !way.includes(next))
      .flatMap((next) => go([...way, next])),
  ];
  return all.flatMap((first) => go([first]));
}
const small = lines.filter((all) => all.length <= 6);
const reaches = (ways: readonly (readonly GraphLine[])[], from: string, to: string): boolean =>
  ways.some((way) => way[0]?.issueKey === from && broughtBy(way[way.length - 1] as GraphLine) === to);

test('items are in a circle exactly where each reaches the other', () => {
  fc.assert(
    fc.property(small, (all) => {
      const ways = waysOf(all);
      const { circles } = graphOf(all);
      for (const one of KEYS)
        for (const other of KEYS) {
          const together = circles.some((names) => names.includes(one) && names.includes(other));
          expect(together).toBe(reaches(ways, one, other) && reaches(ways, other, one));
        }
    }),
    RUNS,
  );
});

test('the longest chain hangs together, and no way without a circle is longer', () => {
  fc.assert(
    fc.property(small, (all) => {
      const ways = waysOf(all);
      const isCircling = (one: GraphLine): boolean =>
        one.issueKey === broughtBy(one) || reaches(ways, broughtBy(one), one.issueKey);
      const { longest } = graphOf(all);
      const lengths = ways.filter((way) => !way.some(isCircling)).map((way) => way.length);
      expect(longest).toHaveLength(Math.max(0, ...lengths));
      longest.slice(1).forEach((next, at) => {
        expect(next.issueKey).toBe(broughtBy(longest[at] as GraphLine));
      });
    }),
    RUNS,
  );
});

test('most awaited is the promise that the most items wait for, themselves or through others', () => {
  fc.assert(
    fc.property(small, (all) => {
      const ways = waysOf(all);
      const waiting = (one: GraphLine): number =>
        KEYS.filter((key) => key === one.issueKey || reaches(ways, key, one.issueKey)).length;
      const { mostAwaited } = graphOf(all);
      expect(mostAwaited?.items ?? 0).toBe(Math.max(0, ...all.map(waiting)));
      if (mostAwaited) expect(mostAwaited.items).toBe(waiting(mostAwaited.line));
    }),
    RUNS,
  );
});

const later = (day: string): string => new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);

test('a day breaks exactly where some way leads from it to a promise that comes later than it could before', () => {
  fc.assert(
    fc.property(small, fc.constantFrom(...KEYS), (all, slipped) => {
      const open = all.filter(({ state }) => state !== 'delivered');
      const ways = waysOf(open);
      const isSlipped = (one: GraphLine): boolean => broughtBy(one) === slipped;
      const day = (one: GraphLine, slips: boolean): string => {
        const under = ways.filter((way) => way[0] === one).map((way) => way[way.length - 1] as GraphLine);
        const days = under.map((end) => {
          const due = end.dueOn as string;
          return slips && isSlipped(end) ? later(due) : due;
        });
        return days.sort().at(-1) as string;
      };
      const expected = open.filter((one) => day(one, true) !== day(one, false));
      const broken = brokenBy(all, isSlipped, later);
      expect(new Set(broken.map((one) => one.line))).toEqual(new Set(expected));
      for (const one of broken) expect(one.to).toBe(day(one.line, true));
    }),
    RUNS,
  );
});

test('a delay that a promise above leaves room for breaks that one alone', () => {
  const near = line('A-1', 'B-1', { dueOn: '2026-12-30' });
  const far = line('B-1', 'C-1', { dueOn: '2026-12-01' });
  expect(brokenBy([near, far], (one) => one === far, later)).toEqual([
    { line: far, from: '2026-12-01', to: '2026-12-15' },
  ]);
  expect(brokenBy([{ ...near, dueOn: '2026-12-05' }, far], (one) => one === far, later)).toHaveLength(2);
});

test('a chain of two thousand promises is followed to its end', () => {
  const all = Array.from({ length: 2_000 }, (_, at) => line(`A-${at + 1}`, `A-${at + 2}`));
  expect(graphOf(all).longest).toHaveLength(2_000);
});

test('an item that came with an earlier page is not told twice', () => {
  const one = line('A-1', 'B-1');
  expect(joinedLines([one], [line('A-1', 'B-1'), line('B-1', 'B-2')]).map(({ what }) => what)).toEqual([
    'B-1',
    'B-2',
  ]);
});

test('what nobody named a work item for ends at the side that is to bring it', () => {
  const { providerIssueKey: _none, ...open } = line('A-1', '');
  expect(graphOf([open]).nodes.map(({ name }) => name)).toEqual(['A-1', 'project PLAT']);
});
