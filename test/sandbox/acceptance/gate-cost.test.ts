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
      expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({ waves, calls });
      expect(new Set(cost.calls.map(({ as }) => as))).toEqual(new Set(['app']));
    },
    60_000,
  );

  it.each([
    ['EXP-1', 'refused', 1, 2],
    // What its promise rests on is read besides: the provider's issue, its charter, its policy.
    ['EXP-2', 'in order', 2, 5],
    ['EXP-3', 'refused', 1, 2],
    // What it let pass with a warning is handed to the queue after the verdict.
    ['EXP-4', 'passes with a warning', 2, 3],
  ] as const)(
    'no more than it needs about %s of the demo, which is %s',
    async (issueKey, _, waves, calls) => {
      const mover = clientOf(site, 'u-coo');
      const cost = only(await costOf(site, () => mover.move(issueKey, 'Start')), 'validator');
      expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({ waves, calls });
      const reads = cost.calls.filter(({ target }) => target !== 'queue');
      expect(reads).toHaveLength(issueKey === 'EXP-2' ? 5 : 2);
    },
  );
});
