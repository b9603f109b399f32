import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportPageAnswer } from '../../../src/contract/answers';
import type { BacktestAnswer } from '../../../src/contract/backtest';
import type { GadgetAnswer } from '../../../src/contract/gadget';
import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import type { DriftAnswer } from '../../../src/contract/indicators';
import { handoffMatrix, weaknessesOf } from '../../../src/domain/report/handoffs/matrix';
import { clientOf } from '../../support/client';
import { useSite } from '../../support/sandbox';
import { wholeDrift } from '../../support/drift';

/** The guide speaks of the demo by name and number; what it says has to be what the demo shows. */
const site = useSite();
const guide = readFileSync(join(__dirname, '../../../docs/guide.md'), 'utf8');

async function ask<T>(module: string, call: string, projectKey: string, payload: object = {}): Promise<T> {
  const context =
    module === 'gap-gadget' ? { extension: { gadgetConfiguration: { projectKey } } } : { projectKey };
  const { body } = await clientOf(site, 'u-coo').invoke(module, call, payload, context);
  expect(body).toMatchObject({ ok: true });
  return body as T;
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

test('the three numbers of the demo', async () => {
  const { summary } = await ask<GadgetAnswer>('gap-gadget', 'report/gadget', 'EXP');
  const judged = summary.items - summary.notKnown;
  expect(guide).toContain(`**${summary.passing} of ${judged} pass the test**`);
  expect(guide).toContain(`*Show* lists the ${judged - summary.passing} at risk`);
  expect(guide).toContain(`**Holdfast may not see ${summary.notKnown} epic of this project**`);
  expect(guide).toContain(`**${summary.unanswered} of ${summary.promises} is waiting too long**`);
  const { items } = await ask<ReportPageAnswer>('gap-report', 'report/page', 'EXP');
  const withoutYes = items.reduce(
    (sum, { agreements: { open, acknowledged } }) => sum + open - acknowledged,
    0,
  );
  expect(guide).toContain(`*Show* lists the ${withoutYes} without a yes`);
});

test('what changed in the handoffs, word by word, and which conditions are offered', async () => {
  const { signals, handoffs } = await wholeDrift(() =>
    ask<DriftAnswer>('gap-report', 'report/drift', 'HAND'),
  );
  expect(handoffs.loosening).toBe(1);
  const [signal] = signals;
  expect(guide).toContain(`> ${signal?.insight}`);
  expect(signal?.explanation).toMatchObject({ kind: 'explained', split: { cause: 'inputs' } });
  expect(guide).toContain(`> ${signal?.why}`);
  const offered = guide.replace(/\s+/g, ' ').toLowerCase();
  expect(signal?.reinforcements).toHaveLength(2);
  for (const { label } of signal?.reinforcements ?? []) expect(offered).toContain(`*${label.toLowerCase()}*`);
});

test('how many handoffs there are, and how many of them are worth asking about', async () => {
  const { handoffs, expectedHours } = await ask<HandoffsAnswer>('gap-report', 'report/handoffs', 'EXP');
  const { requesters, providers, cell } = handoffMatrix(handoffs);
  const pairs = requesters.flatMap((from) => providers.flatMap((to) => cell(from, to) ?? []));
  const weak = pairs.filter((pair) => weaknessesOf(pair, expectedHours).length > 0);
  expect(guide).toContain(`In the demo ${NUMBERS[weak.length]} of ${NUMBERS[pairs.length]} are`);
});

test('what the backtest of the demo’s year says', async () => {
  const { figures } = await ask<BacktestAnswer>('gap-report', 'backtest/run', 'EXP', {
    from: '2025-11-23',
    to: '2026-11-23',
  });
  const nobody = figures.rules.find(
    ({ rule, checkpoint }) => rule === 'owner.missing' && checkpoint === 'start',
  );
  const word = (count = 0): string => NUMBERS[count] ?? String(count);
  expect(guide).toContain(
    `of ${word(figures.moves.start)} moves to Start, ${word(figures.verdicts.start.block)} would have been stopped, ${word(nobody?.blocked)} of them because nobody owned the work`,
  );
});
