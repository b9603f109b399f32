import { gateCases, prepare } from '../../../bench/gate-calls/cases';
import { costOf, only } from '../../support/calls';
import { clientOf } from '../../support/client';
import { useSite } from '../../support/sandbox';

/** What follows from a change happens where a case drains, and not before. */
const site = useSite({ autoDrain: false });

beforeAll(() => prepare(site.sandbox));

describe('the gate asks', () => {
  it.each(gateCases.map((one) => [one.what, one] as const))(
    'no more than it needs: %s',
    async (_, { waves, calls, arrange }) => {
      const issueKey = await arrange(site.sandbox);
      const mover = clientOf(site, 'u-coo');
      const cost = only(await costOf(site, () => mover.move(issueKey, 'Start')), 'validator');
      const pushes = cost.calls.filter(({ target }) => target === 'queue');
      expect(pushes).toEqual([]);
      expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({ waves, calls });
      expect(new Set(cost.calls.map(({ as }) => as))).toEqual(new Set(['app']));
    },
    60_000,
  );

  it.each([
    ['EXP-1', 'refused', 0],
    ['EXP-2', 'in order, with a promise that names an issue', 0],
    ['EXP-3', 'refused', 0],
    // What it lets pass with a warning is handed to the queue after the verdict.
    ['EXP-4', 'passing with a warning', 1],
  ] as const)(
    'one wave of two reads about %s of the demo, which is %s, and writes after it at most once',
    async (issueKey, _, pushes) => {
      const mover = clientOf(site, 'u-coo');
      const cost = only(await costOf(site, () => mover.move(issueKey, 'Start')), 'validator');
      expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({
        waves: 1 + pushes,
        calls: 2 + pushes,
      });
      expect(cost.calls.filter(({ target }) => target !== 'queue')).toHaveLength(2);
    },
  );
});
