import { judge } from '../../../../../src/domain/report/drift/judge';
import { normal, seeded } from '../../../../support/chance';

/**
 * Average run length until a stable process is called unstable by "beyond three sigma" or "eight on one side", its mean
 * and spread being known. Champ and Woodall (Technometrics, 1987) give 152.73; worked out here once more.
 */
function averageRunLength(): number {
  const beyond = 0.002699796063;
  const oneSide = (1 - beyond) / 2;
  // Expected further values with `run` already on one side; solved backwards from the seventh, linear in the first.
  let [constant, ofFirst] = [0, 0];
  for (let run = 7; run >= 1; run -= 1) {
    // One more on the same side goes on, one on the other side begins a run of one.
    [constant, ofFirst] = [1 + oneSide * constant, oneSide * ofFirst + oneSide];
  }
  const afterOne = constant / (1 - ofFirst);
  return 1 + 2 * oneSide * afterOne;
}

const WEEKS = 24;
const HANDOFFS = 1_000;

it('cries wolf over stable handoffs no more often than the method’s literature says', () => {
  const literature = averageRunLength();
  expect(literature).toBeCloseTo(152.73, 1);
  const allowed = 1 - (1 - 1 / literature) ** WEEKS;

  const draw = normal(seeded(20261123));
  let [marked, told] = [0, 0];
  for (let handoff = 0; handoff < HANDOFFS; handoff += 1) {
    const judgement = judge(
      Array.from({ length: WEEKS }, () => 24 + 4 * draw()),
      { counted: false },
    );
    if (judgement.kind !== 'judged') throw new Error(judgement.kind);
    if (judgement.marks.some(({ rule }) => rule !== 'trend')) marked += 1;
    if (judgement.signal) told += 1;
  }
  const share = (count: number): string => `${((100 * count) / HANDOFFS).toFixed(1)} %`;
  process.stdout.write(
    `False signals on ${HANDOFFS} stable handoffs of ${WEEKS} weeks: ${share(marked)} have a point or run marked, ` +
      `${share(told)} are told; the literature allows ${(100 * allowed).toFixed(1)} %\n`,
  );
  expect(marked / HANDOFFS).toBeLessThanOrEqual(allowed);
  expect(told / HANDOFFS).toBeLessThanOrEqual(allowed);
});

/** Weeks after the change within which at least 95 of 100 handoffs are told. */
const FOUND_WITHIN = 6;

it('finds a doubled latency within six weeks in 95 of 100 handoffs', () => {
  const draw = normal(seeded(7));
  let found = 0;
  for (let handoff = 0; handoff < HANDOFFS; handoff += 1) {
    const weeks = Array.from(
      { length: 12 + FOUND_WITHIN },
      (_, week) => (week < 12 ? 24 : 48) * Math.exp(0.2 * draw()),
    );
    const told = Array.from({ length: FOUND_WITHIN }, (_, after) => weeks.slice(0, 13 + after)).some((so) => {
      const judgement = judge(so, { counted: false });
      return judgement.kind === 'judged' && judgement.signal?.direction === 'up';
    });
    if (told) found += 1;
  }
  process.stdout.write(`A doubled latency is told within ${FOUND_WITHIN} weeks in ${found / 10} %\n`);
  expect(found / HANDOFFS).toBeGreaterThanOrEqual(0.95);
});
