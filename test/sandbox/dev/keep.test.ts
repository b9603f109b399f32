import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readSnapshot } from '../../../packages/forge-sandbox/src/snapshot';
import { startServing, stopAll, type Running } from './processes';

const root = resolve(__dirname, '../../..');
const file = join(mkdtempSync(join(tmpdir(), 'keep-')), 'world');
const start = (...args: string[]): Promise<Running> =>
  startServing(root, ['--import', 'tsx', 'dev/main.ts', '--port', '0', '--keep', file, ...args]);

afterAll(stopAll);

async function call(url: string, as: string, functionKey: string, payload: object = {}): Promise<string> {
  const response = await fetch(`${url}/sandbox/invoke/agreement-panel`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${as}:x`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ functionKey, payload, context: { issueKey: 'EXP-2' } }),
  });
  return response.text();
}

const ask = (url: string, deliverable: string): Promise<string> =>
  call(url, 'u-ops', 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable,
    acceptance: 'A call with them is answered',
    neededBy: '2026-12-18',
  });

test('a promise is still there when the stand-in starts again with the same file, however it was ended', async () => {
  const first = await start();
  expect(await ask(first.url, 'Credentials for the trial')).toContain('"ok":true');
  expect(await first.stop('SIGINT')).toBe(0);

  const second = await start('--seed', 'empty');
  expect(await call(second.url, 'u-coo', 'charter/get')).toContain('Credentials for the trial');
  expect(await ask(second.url, 'A second trial')).toContain('"ok":true');
  expect(await second.stop('SIGTERM')).toBe(0);
  const records = JSON.stringify(readSnapshot(file)?.host.kvs.entities['charter']);
  expect(records).toContain('Credentials for the trial');
  expect(records).toContain('A second trial');
}, 180_000);
