import { gateCases, prepare } from '../../bench/gate-calls/cases';
import { costOf, isGateWrite, only } from './calls';
import { clientOf } from './client';
import { useSite } from './sandbox';

/** A site for counting: what follows from a change happens where a case drains, and not before. */
export const countingSite = () => useSite({ autoDrain: false });

/** Holds every case of the gate to its calls, with so many promises and links where there are many. */
export function describeGateCost(site: ReturnType<typeof countingSite>, many: number): void {
  beforeAll(() => prepare(site.sandbox, many));

  describe('the gate asks', () => {
    it.each(gateCases(many).map((one) => [one.what, one] as const))(
      'no more than it needs: %s',
      async (_, { waves, calls, arrange }) => {
        const issueKey = await arrange(site.sandbox);
        const mover = clientOf(site, 'u-coo');
        const cost = only(await costOf(site, () => mover.move(issueKey, 'Start')), 'validator');
        const writes = cost.calls.filter(isGateWrite);
        expect(writes).toHaveLength(1);
        expect({ waves: cost.waves - 1, calls: cost.calls.length - 1 }).toEqual({ waves, calls });
        expect(new Set(cost.calls.map(({ as }) => as))).toEqual(new Set(['app']));
      },
      // Arranging many promises is hundreds of commands; what is counted is one move.
      400_000,
    );
  });
}
