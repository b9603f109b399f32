import { decideAll } from './gate-calls/charter';
import { median, type Bench, type Figure } from './harness';
import { act, costsOf, epicWith, move, openDemo, type Cost } from './site';

const rounds = 60;
const agreements = 50;

/** What the gate costs: reads it waits for, and the time of its own, however many agreements there are. */
export const bench: Bench = {
  title: `A gated transition (${agreements} agreements, median of ${rounds})`,
  async run() {
    const sandbox = await openDemo();
    try {
      const costOf = async (key: string, name: string): Promise<Cost> => {
        const [cost] = await costsOf(sandbox, 'validator', () => move(sandbox, key, name));
        if (!cost) throw new Error(`${name} of ${key} met no gate`);
        return cost;
      };

      const story: Cost[] = [await costOf('EXP-1', 'Start')];
      const steps: readonly (readonly [string, string, object?])[] = [
        ['u-coo', 'dri/nominate', { accountId: 'u-coo' }],
        ['u-coo', 'dri/accept'],
        [
          'u-coo',
          'agreement/request',
          {
            providerAccountId: 'u-platform',
            deliverable: 'Partners sign in',
            acceptance: 'One signs in',
            neededBy: '2026-12-18',
            providerIssueKey: 'PLAT-1',
          },
        ],
        ['u-platform', 'agreement/acknowledge', { agreementId: 'A1' }],
      ];
      for (const [as, call, payload] of steps) {
        await act(sandbox, as, 'EXP-1', call, payload);
        await sandbox.drain();
        story.push(await costOf('EXP-1', 'Start'));
      }

      const key = await epicWith(sandbox, agreements);
      // A last request keeps the move refused, so that every round meets the same gate.
      await act(sandbox, 'u-coo', key, 'agreement/request', {
        providerAccountId: 'u-ops',
        deliverable: 'The one that waits',
        acceptance: 'It is there',
        neededBy: '2026-12-18',
      });
      await sandbox.drain();
      const many: Cost[] = [];
      for (let round = 0; round < rounds; round += 1) many.push(await costOf(key, 'Start'));

      const most = (costs: readonly Cost[], of: (cost: Cost) => number): number => Math.max(...costs.map(of));
      const figures: Figure[] = [
        {
          what: 'waves, every state of the story',
          value: most(story, ({ waves }) => waves.length),
          unit: '',
          ceiling: 1,
        },
        {
          what: 'calls, every state of the story',
          value: most(story, ({ calls }) => calls.length),
          unit: '',
          ceiling: 3,
        },
        {
          what: `waves at ${agreements} agreements`,
          value: most(many, ({ waves }) => waves.length),
          unit: '',
          ceiling: 1,
        },
        {
          what: `calls at ${agreements} agreements`,
          value: most(many, ({ calls }) => calls.length),
          unit: '',
          ceiling: 3,
        },
        { what: 'the decision alone', value: median(decideAll(agreements, rounds)), unit: 'ms', ceiling: 5 },
        {
          what: 'the whole function, calls apart',
          value: median(many.slice(5).map(({ ownMs }) => ownMs)),
          unit: 'ms',
          ceiling: 5,
          note: 'warm',
        },
      ];
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
