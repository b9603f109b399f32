import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seedsFor } from '../../../dev/seeds';
import { closeHttpWorlds, httpWorld } from '../../../packages/forge-sandbox/test/http/world';

afterEach(closeHttpWorlds);

/** One issue as Jira's REST returns it, as far as an import needs it. */
function issue(id: number, key: string, updated: string): object {
  const [projectKey = ''] = key.split('-');
  return {
    id: String(id),
    key,
    fields: {
      summary: `About ${key}`,
      description: null,
      created: '2014-01-01T09:00:00.000+0000',
      updated,
      issuetype: { id: '1', name: 'Bug', subtask: false },
      status: { id: '1', name: 'Open' },
      project: { id: '1', key: projectKey, name: projectKey },
    },
  };
}

function exportOf(folder: string, name: string, issues: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(issues.map((entry) => JSON.stringify(entry)).join('\n')));
  return path;
}

test('exports load one by one or together; the clock stands at the last update they saw', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-'));
  const old = exportOf(folder, 'old.ndjson.gz', [issue(1, 'OLD-1', '2014-08-18T10:00:00.000-0500')]);
  const late = exportOf(folder, 'late.ndjson.gz', [issue(1, 'LATE-1', '2021-11-18T09:00:00.000+0000')]);
  const { send } = await httpWorld({ seeds: { ...seedsFor([old, late]), people: () => Promise.resolve() } });

  const reset = async (seed: string): Promise<unknown> =>
    (await send('POST', '/sandbox/reset', { body: { seed } })).body['now'];
  const status = async (key: string): Promise<number> =>
    (await send('GET', `/rest/api/3/issue/${key}`, { as: 'u-coo' })).status;

  expect(await reset('old')).toBe('2014-08-18T15:00:00.000Z');
  expect([await status('OLD-1'), await status('LATE-1')]).toEqual([200, 404]);
  expect(await reset('import')).toBe('2021-11-18T09:00:00.000Z');
  expect([await status('OLD-1'), await status('LATE-1')]).toEqual([200, 200]);
});
