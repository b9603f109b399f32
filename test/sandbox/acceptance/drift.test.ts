import type { DriftAnswer } from '../../../src/contract/indicators';
import { clientOf } from '../../support/client';
import { wholeDrift } from '../../support/drift';
import { useSite } from '../../support/sandbox';

const site = useSite();
const ask = async (accountId: string, projectKey: string, call = 'report/drift'): Promise<unknown> =>
  (await clientOf(site, accountId).invoke('gap-report', call, {}, { projectKey })).body;

const driftOf = (accountId: string, projectKey: string) =>
  wholeDrift(async () => (await ask(accountId, projectKey)) as DriftAnswer);

test('the softening of the demo’s handoffs is signalled, from one day to three', async () => {
  expect(await driftOf('u-coo', 'HAND')).toMatchObject({
    handoffs: { loosening: 1, all: 1 },
    items: 32,
    withHistory: 32,
    measured: { have: 16, need: 10 },
    signals: [
      {
        indicator: 'acknowledgement-latency',
        provider: { name: 'Operations' },
        change: 'loosening',
        insight: expect.stringMatching(
          /^Acknowledgements from .+ take three days instead of one since the week of 19 Oct\.$/,
        ) as unknown,
        reinforcements: [
          { change: { kind: 'intake-added', field: 'inputs' } },
          { change: { kind: 'acknowledgement-hours', from: 24, to: 72 } },
        ],
      },
    ],
  });
});

test('a project with a few weeks behind it is told how many it needs', async () => {
  expect(await driftOf('u-coo', 'EXP')).toMatchObject({ signals: [], measured: { need: 10 } });
});

test('somebody who may not browse the project gets nothing', async () => {
  expect(await ask('u-nobody', 'HAND')).toMatchObject({ ok: false });
});
