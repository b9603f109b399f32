import { costOf, isGateWrite, only } from '../../support/calls';
import { clientOf } from '../../support/client';
import { countingSite, describeGateCost } from '../../support/gate-cost';

const site = countingSite();

describeGateCost(site, 10);

describe('the gate asks', () => {
  it.each([
    ['EXP-1', 'refused', 'queue'],
    ['EXP-2', 'in order, with a promise that names an issue', 'kvs'],
    ['EXP-3', 'refused', 'queue'],
    ['EXP-4', 'passing with a warning', 'kvs'],
  ] as const)(
    'one wave of two reads about %s of the demo, which is %s, and writes once after it',
    async (issueKey, _, target) => {
      const mover = clientOf(site, 'u-coo');
      const cost = only(await costOf(site, () => mover.move(issueKey, 'Start')), 'validator');
      expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({ waves: 2, calls: 3 });
      expect(cost.calls.filter(isGateWrite)).toMatchObject([{ target }]);
      // Nothing is read after the verdict.
      expect(isGateWrite(cost.calls.at(-1))).toBe(true);
    },
  );

  it('and writes nothing about what is under no policy', async () => {
    const { key } = site.sandbox.jira.addIssue({
      project: 'EXP',
      type: 'Task',
      values: { summary: 'A task', reporter: 'u-coo' },
    });
    const mover = clientOf(site, 'u-coo');
    const cost = only(await costOf(site, () => mover.move(key, 'Start')), 'validator');
    expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({ waves: 1, calls: 2 });
  });
});
