import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import type { Bench, Figure } from './harness';
import { act, costsOf, openDemo, type Cost } from './site';

const workItems = 100;
const answersAtOnce = 20;

/** A work item on which u-cto is asked for something, and u-coo waits for it. */
async function ask(sandbox: Sandbox, n: number): Promise<void> {
  const { key } = sandbox.jira.addIssue({
    project: 'EXP',
    type: 'Epic',
    values: { summary: `Item ${n}`, reporter: 'u-coo' },
  });
  await act(sandbox, 'u-coo', key, 'agreement/request', {
    providerAccountId: 'u-cto',
    deliverable: `Promise ${n}`,
    acceptance: 'Both sides see that it is there',
    neededBy: '2026-12-18',
  });
}

/** What one look at one's commitments costs, and several answers at once. */
export const bench: Bench = {
  title: 'Calls behind My commitments',
  async run() {
    const sandbox = await openDemo();
    try {
      for (let n = 1; n <= workItems; n += 1) await ask(sandbox, n);
      await sandbox.drain();
      const call = async (key: string, payload: object): Promise<{ answer: unknown; cost: Cost }> => {
        let answer: unknown;
        const [cost, ...more] = await costsOf(sandbox, 'resolver', async () => {
          answer = await sandbox.invoke('my-commitments', key, payload, {}, 'u-cto');
        });
        if (!cost || more.length > 0) throw new Error('expected one invocation');
        return { answer, cost };
      };
      const list = await call('commitments/list', {});
      const { yours } = list.answer as { yours: readonly { ref: string }[] };
      if (yours.length < workItems) throw new Error(`expected ${workItems} lines, got ${yours.length}`);
      const one = { call: 'agreement/acknowledge' };
      const given = yours.slice(0, answersAtOnce).map(({ ref }) => ({ ref, ...one }));
      const answers = await call('commitments/answer', { answers: given });
      const { results } = answers.answer as { results: readonly { ok: boolean }[] };
      if (!results.every(({ ok }) => ok)) throw new Error('expected every answer to be taken');
      const perAnswer = answers.cost.calls.length / answersAtOnce;
      const figures: Figure[] = [
        { what: `list: calls, ${workItems} work items`, value: list.cost.calls.length, unit: '', ceiling: 9 },
        { what: 'list: waves', value: list.cost.waves.length, unit: '', ceiling: 3 },
        { what: `answers: calls each, ${answersAtOnce} at once`, value: perAnswer, unit: '', ceiling: 8 },
      ];
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
