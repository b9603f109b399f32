import { calls, type CallKey } from '../../../src/contract/calls';
import { hasLapsed } from '../../../src/entry/licence';
import { call, from } from '../../support/calling';
import { nominated } from '../../support/events';
import { world } from '../../support/memory-ports';
import { payloads } from '../../support/payloads';
import { COO } from '../../support/people';

it.each([
  [undefined, false],
  [{}, false],
  [{ license: undefined }, false],
  [{ license: { active: true } }, false],
  [{ license: { isActive: false } }, false],
  [{ license: { active: 'false' } }, false],
  [{ license: { active: false } }, true],
])('only a plain no means that the licence has lapsed: %j', (context, lapsed) => {
  expect(hasLapsed(context)).toBe(lapsed);
});

const READS: readonly CallKey[] = calls
  .filter((one) => 'changes' in one && one.changes !== true)
  .map(({ key }) => key);

it('under a lapsed licence everything is answered, and every change refused with what to do', async () => {
  const here = world(nominated(COO));
  const lapsed = from(COO, { isUnlicensed: true });
  expect(await call(here, 'charter/get', {}, lapsed)).toMatchObject({ ok: true });
  const changes = calls.filter(({ key }) => !READS.includes(key));
  expect(changes.length).toBeGreaterThan(READS.length);
  for (const { key } of changes) {
    expect(await call(here, key, payloads[key] ?? {}, lapsed)).toMatchObject({
      ok: false,
      error: { code: 'unlicensed', message: expect.stringContaining('administrator renews it') },
    });
  }
  expect(await call(here, 'notice/preferences', {}, lapsed)).toMatchObject({ ok: true });
  const choices = { asked: 'day', answers: 'day', reminders: 'day', changed: 'day' };
  expect(await call(here, 'notice/preferences', { choices }, lapsed)).toMatchObject({
    error: { code: 'unlicensed' },
  });
  expect(here.charters.calls['write'] ?? 0).toBe(0);
  expect(await call(here, 'dri/accept', {}, from(COO))).toMatchObject({ ok: true });
});
