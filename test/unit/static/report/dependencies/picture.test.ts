import fc from 'fast-check';
import { graphOf, type GraphLine } from '../../../../../src/domain/report/graph/graph';
import { drawn } from '../../../../../static/report/dependencies/model/drawn';
import { BOX, pictureOf } from '../../../../../static/report/dependencies/model/layout';

const key = (at: number): string => `EXP-${at}`;
const line = (from: number, to: number): GraphLine => ({
  requester: { projectKey: 'EXP' },
  provider: { projectKey: 'EXP' },
  issueKey: key(from),
  summary: '',
  what: `${from} needs ${to}`,
  state: 'acknowledged',
  providerIssueKey: key(to),
  overdue: false,
  answerOverdue: false,
});
const lines = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((pairs) => pairs.map(([from, to]) => line(from, to)));

test('every item stands in the picture once, none on another, and each line has its arrow', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const graph = graphOf(some);
      const { boxes, arrows, width, height } = pictureOf(drawn(graph));
      expect(boxes.map(({ node }) => node.name).sort()).toEqual(graph.nodes.map(({ name }) => name).sort());
      expect(arrows.map((arrow) => arrow.line)).toEqual(graph.lines);
      for (const [at, one] of boxes.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.x + BOX.width <= width && one.y + BOX.height <= height).toBe(
          true,
        );
        for (const other of boxes.slice(at + 1)) {
          const apart = Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height;
          expect(apart).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what needs something stands left of what brings it', () => {
  const { boxes } = pictureOf(drawn(graphOf([line(1, 2), line(2, 3)])));
  const at = (name: string): number => boxes.find(({ node }) => node.name === name)?.x ?? NaN;
  expect(at(key(1))).toBeLessThan(at(key(2)));
  expect(at(key(2))).toBeLessThan(at(key(3)));
});

test('of much, the longest chain and what is nearest to it is drawn, with no line that leads nowhere', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 12 }), (some, most) => {
      const graph = graphOf(some);
      const shown = drawn(graph, most);
      const names = new Set(shown.nodes.map(({ name }) => name));
      expect(names.size).toBeLessThanOrEqual(Math.max(most, 1));
      for (const { issueKey, providerIssueKey = '' } of shown.lines) {
        expect([names.has(issueKey), names.has(providerIssueKey)]).toEqual([true, true]);
      }
      const [first] = graph.longest;
      if (first) expect(names.has(first.issueKey)).toBe(true);
    }),
  );
});
