import { gateCases, prepare } from './gate-calls/cases';
import { decideAll } from './gate-calls/charter';
import { median, type Bench, type Figure } from './harness';
import { act, costsOf, epicWith, move, openDemo, type Cost } from './site';

const rounds = 60;
const agreements = 50;

const readsIn = (waves: Cost['waves']): number =>
  waves.filter((wave) => wave.some(({ target }) => target !== 'queue')).length;

/**
 * What the gate costs: one wave of reads where the fields carry everybody, one more for people who are missing, one more
 * for each level climbed; the same at one agreement and at many.
 */
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

      const demo = ['EXP-1', 'EXP-2', 'EXP-3', 'EXP-4'];
      const story: Cost[] = [];
      for (const key of demo) story.push(await costOf(key, 'Start'));

      await prepare(sandbox, agreements);
      const cases: Figure[] = [];
      for (const { what, waves, calls, arrange } of gateCases(agreements)) {
        const cost = await costOf(await arrange(sandbox), 'Start');
        cases.push(
          { what: `${what}: waves`, value: cost.waves.length, unit: '', ceiling: waves },
          { what: `${what}: calls`, value: cost.calls.length, unit: '', ceiling: calls },
        );
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

      return [
        {
          what: `the demo’s ${demo.join(', ')}: waves of reads`,
          value: Math.max(...story.map(({ waves }) => readsIn(waves))),
          unit: '',
          ceiling: 1,
        },
        ...cases,
        { what: 'the decision alone', value: median(decideAll(agreements, rounds)), unit: 'ms', ceiling: 5 },
        {
          what: 'the whole function, calls apart',
          value: median(many.slice(5).map(({ ownMs }) => ownMs)),
          unit: 'ms',
          ceiling: 5,
          note: 'warm',
        },
      ];
    } finally {
      sandbox.close();
    }
  },
};
