import type { Bench, Figure } from './harness';
import { act, costsOf, epicWith, openDemo, type Cost } from './site';

const itemsPerPage = 100;

/** What pages and commands ask of the backend, and the backend of Jira and storage. */
export const bench: Bench = {
  title: 'Calls behind the panel, a command and the report',
  async run() {
    const sandbox = await openDemo();
    try {
      const only = async (run: () => Promise<unknown>): Promise<Cost> => {
        const [cost, ...more] = await costsOf(sandbox, 'resolver', run);
        if (!cost || more.length > 0) throw new Error('expected one invocation');
        return cost;
      };
      const key = await epicWith(sandbox, 20);
      const paint = await costsOf(sandbox, 'resolver', () => act(sandbox, 'u-viewer', key, 'charter/get'));
      const command = await only(() =>
        act(sandbox, 'u-coo', key, 'agreement/request', {
          providerAccountId: 'u-ops',
          deliverable: 'One more',
          acceptance: 'It is there',
          neededBy: '2026-12-18',
        }),
      );
      const writes = command.calls.filter(({ path }) => path.endsWith('/transaction'));
      const untilWrite = command.waves.findIndex((wave) => wave.some((call) => writes.includes(call)));

      // Two full pages and a bit, each item with a charter that names somebody its fields do not.
      for (let n = 0; n < 2 * itemsPerPage; n += 1) {
        const issue = sandbox.jira.addIssue({
          project: 'HAND',
          type: 'Epic',
          values: { summary: `Item ${n}` },
        });
        await act(sandbox, 'u-coo', issue.key, 'dri/nominate', { accountId: 'u-cto' });
      }
      await sandbox.drain();
      let cursor: string | undefined;
      const report = async (): Promise<Cost> =>
        only(async () => {
          const answer = await sandbox.invoke(
            'gap-report',
            'report/page',
            cursor === undefined ? {} : { cursor },
            { projectKey: 'HAND' },
            'u-lead',
          );
          const page = answer as { ok: boolean; items: unknown[]; nextCursor?: string };
          if (!page.ok || page.items.length !== itemsPerPage) throw new Error('expected a full page');
          cursor = page.nextCursor;
        });
      const first = await report();
      const second = await report();

      const figures: Figure[] = [
        { what: 'panel: invocations to first paint', value: paint.length, unit: '', ceiling: 1 },
        {
          what: 'panel: calls behind it',
          value: paint[0]?.calls.length ?? NaN,
          unit: '',
          ceiling: 4,
          note: 'item and rights as the viewer; item and record as the app',
        },
        { what: 'panel: waves', value: paint[0]?.waves.length ?? NaN, unit: '', ceiling: 1 },
        { what: 'command: waves of reads before its write', value: untilWrite, unit: '', ceiling: 1 },
        { what: 'command: writes', value: writes.length, unit: '', ceiling: 1 },
        {
          what: `report: calls, first ${itemsPerPage} items`,
          value: first.calls.length,
          unit: '',
          ceiling: 11,
          note: 'the viewer’s search, and the items once more as the app',
        },
        {
          what: `report: calls, next ${itemsPerPage} items`,
          value: second.calls.length,
          unit: '',
          ceiling: 10,
        },
        { what: 'report: waves of the first page', value: first.waves.length, unit: '' },
      ];
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
