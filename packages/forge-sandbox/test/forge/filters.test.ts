import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest } from '../../src/forge/manifest';
import { STRICT, type Switches } from '../../src/switches';
import { closeWorlds, handlers, world } from './fixture/host';

afterEach(closeWorlds);

const text = readFileSync(join(__dirname, 'fixture/manifest.yml'), 'utf8');
const withFilter = (filter: string): string =>
  text.replace('      filter: { ignoreSelf: true }', `      filter: ${filter}`);
const ON_STATUS = `expression: "event.changelog.items.some(item => item.field == 'status')"`;

/** What reached the trigger, of an update with these fields changed. */
async function heard(
  filter: string,
  payload: Readonly<Record<string, unknown>>,
  licence: Switches['licence'] = 'none',
) {
  const events: unknown[] = [];
  const w = world({
    manifest: parseManifest(withFilter(filter)),
    loader: handlers({ onIssue: (event) => void events.push(event) }),
    switches: () => ({ ...STRICT, eventDelay: 'PT0S', licence }),
  });
  w.host.emit('avi:jira:updated:issue', payload, { kind: 'user', accountId: 'u-ann' });
  await w.host.drain();
  return { count: events.length, problems: w.problems };
}

const changed = (field: string) => ({ changelog: { items: [{ field }] } });

test('an event that its expression does not want never reaches the function', async () => {
  expect((await heard(`{ ${ON_STATUS} }`, changed('status'))).count).toBe(1);
  expect((await heard(`{ ${ON_STATUS} }`, changed('summary'))).count).toBe(0);
});

test.each([
  ['', 0, 1],
  [', onError: IGNORE', 0, 0],
  [', onError: IGNORE_AND_LOG', 0, 1],
  [', onError: RECEIVE', 1, 0],
  [', onError: RECEIVE_AND_LOG', 1, 1],
])('an expression that cannot be worked out does as it was told: "%s"', async (onError, received, logged) => {
  const { count, problems } = await heard(`{ ${ON_STATUS}${onError} }`, {});
  expect([count, problems.length]).toEqual([received, logged]);
});

test('a trigger that asks for a licence is silent while it has lapsed, and at no other time', async () => {
  const filter = '{ ignoreSelf: true, appIsLicensed: true }';
  expect((await heard(filter, changed('status'), 'inactive')).count).toBe(0);
  expect((await heard(filter, changed('status'), 'active')).count).toBe(1);
  expect((await heard(filter, changed('status'), 'none')).count).toBe(1);
  expect((await heard('{ ignoreSelf: true }', changed('status'), 'inactive')).count).toBe(1);
});

test('a manifest with an expression that cannot be read is refused', () => {
  expect(() => parseManifest(withFilter('{ expression: "event.(" }'))).toThrow('Unexpected (');
});
