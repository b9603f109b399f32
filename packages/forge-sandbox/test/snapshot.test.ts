import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSnapshot, SNAPSHOT_VERSION, SnapshotError, writeSnapshot } from '../src/snapshot';
import { closeHttpWorlds, httpWorld } from './http/world';
import { openJira } from './http/jira-world';

afterEach(closeHttpWorlds);

const fileIn = (name: string) => join(mkdtempSync(join(tmpdir(), 'snapshot-')), name);

const read = (file: string) => {
  const snapshot = readSnapshot(file);
  if (snapshot === undefined) throw new Error(`${file} was not written`);
  return snapshot;
};

test('a world read back has its time, Jira, records, events, schedules, gadgets and switches', async () => {
  const before = await openJira();
  const { sandbox, send, set } = before;
  await send('PUT', '/rest/api/3/issue/APP-1', { as: 'u-coo', body: { fields: { summary: 'Kept' } } });
  await send('POST', '/rest/api/3/issueLink', {
    as: 'u-coo',
    body: { type: { name: 'Blocks' }, inwardIssue: { key: 'APP-2' }, outwardIssue: { key: 'APP-3' } },
  });
  await send('POST', '/sandbox/clock', { body: { advance: 'PT90M' } });
  await set({ mail: 'off' });
  sandbox.kvs.write({ kind: 'plain' }, 'note', { a: [1] });
  sandbox.kvs.write({ kind: 'entity', name: 'promise' }, 'p-1', { version: 3, project: 'APP', open: true });
  sandbox.queue.push('work', 'job', [{ body: { later: true }, delayInSeconds: 600 }]);
  sandbox.dashboards.add('10000', 'chart', { projectKey: 'APP' });
  await sandbox.upgrade();
  await sandbox.drain();
  const file = fileIn('world');
  writeSnapshot(file, sandbox.snapshot());

  const after = await openJira();
  await after.sandbox.restore(read(file));
  const [old, now] = [sandbox, after.sandbox];
  expect(now.clock.now()).toBe(old.clock.now());
  expect(now.seed).toBe(old.seed);
  expect(now.appVersion).toBe('2.0.0');
  expect(now.kvs.sizes()).toEqual(old.kvs.sizes());
  expect(now.queue.depth()).toEqual(old.queue.depth());
  expect(now.host.nextRuns()).toEqual(old.host.nextRuns());
  expect(now.dashboards.gadgets('10000')).toEqual(old.dashboards.gadgets('10000'));
  expect(now.switches.current).toMatchObject({ mail: 'off' });
  for (const path of ['/issue/APP-1?expand=changelog', '/issue/APP-3', '/search/jql?jql=project%20%3D%20APP'])
    expect(await after.send('GET', `/rest/api/3${path}`, { as: 'u-coo' })).toEqual(
      await before.send('GET', `/rest/api/3${path}`, { as: 'u-coo' }),
    );
});

test('a world read back goes on: new issues get the next key, and what was on its way arrives', async () => {
  const { sandbox } = await openJira();
  sandbox.queue.push('work', 'job', [{ body: { later: true }, delayInSeconds: 600 }]);
  const file = fileIn('world');
  writeSnapshot(file, sandbox.snapshot());
  const { sandbox: again } = await openJira();
  await again.restore(read(file));
  expect(again.jira.addIssue({ project: 'APP', type: 'Story', values: { summary: 'Next' } }).key).toBe(
    'APP-24',
  );
  expect(again.queue.depth()).toMatchObject({ waiting: 1 });
  await again.moveTo(again.clock.now() + 600_000);
  expect(again.queue.depth()).toMatchObject({ waiting: 0 });
  expect(again.queue.stats('job')).toEqual({ success: 1, inProgress: 0, failed: 0 });
});

test('no file is no world, and no error', () => {
  expect(readSnapshot(fileIn('none'))).toBeUndefined();
});

test('a snapshot of another version, a broken one and another file are refused by name', async () => {
  const { sandbox } = await httpWorld();
  const file = fileIn('world');
  const complaint = () => {
    try {
      readSnapshot(file);
      return 'none';
    } catch (problem) {
      return problem instanceof SnapshotError ? problem.message : `another: ${String(problem)}`;
    }
  };
  writeSnapshot(file, sandbox.snapshot(), SNAPSHOT_VERSION + 1);
  expect(complaint()).toContain(`version ${SNAPSHOT_VERSION + 1}, and this stand-in reads version`);
  writeSnapshot(file, sandbox.snapshot());
  writeFileSync(file, readFileSync(file).subarray(0, 200));
  expect(complaint()).toContain('is broken');
  writeFileSync(file, '{}');
  expect(complaint()).toContain('is no snapshot');
});
