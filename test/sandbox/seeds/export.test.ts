import { Readable } from 'node:stream';
import { importExport } from '../../../packages/forge-sandbox/src/import';
import { openWorld } from '../../../packages/forge-sandbox/test/jira/helpers';
import { exportProject, type Asked } from '../../../scripts/export/export-project';
import { useSite } from '../../support/sandbox';

const site = useSite();
const login = `Basic ${Buffer.from('u-coo:any').toString('base64')}`;
const ask: Asked = (path, init = {}) =>
  fetch(site.url + path, { ...init, headers: { authorization: login, 'content-type': 'application/json' } });

async function exported(asked: Asked) {
  const issues: { readonly key: string; readonly changelog: { readonly histories: readonly object[] } }[] =
    [];
  for await (const issue of exportProject('EXP', asked)) issues.push(issue as (typeof issues)[number]);
  return issues;
}

test('a project is exported whole, with every history, and an import of it lacks nothing', async () => {
  const issues = await exported(ask);
  expect(issues.length).toBeGreaterThan(10);
  for (const { key, changelog } of issues)
    expect(changelog.histories).toHaveLength(site.sandbox.jira.issue(key)?.changelog.length ?? -1);
  const lines = issues.map((issue) => JSON.stringify(issue).replaceAll('EXP', 'COPY')).join('\n');
  const { issues: count, warnings } = await importExport(
    openWorld().jira,
    Readable.from([Buffer.from(lines)]),
  );
  expect(count).toBe(issues.length);
  expect(warnings.filter((warning) => /histor/.test(warning))).toEqual([]);
});

test('while Jira asks to wait, the export waits and goes on', async () => {
  let refused = 0;
  const slow: Asked = (path, init) => {
    if (refused > 1) return ask(path, init);
    refused += 1;
    return Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '0' } }));
  };
  expect((await exported(slow)).length).toBeGreaterThan(0);
  await expect(exported(() => Promise.resolve(new Response('no', { status: 401 })))).rejects.toThrow(
    'answered 401',
  );
});
