import { callByKey, calls, type CallKey } from '../../../src/contract/calls';
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
  .filter(({ key }) => !('command' in callByKey[key]))
  .filter((one) => !('changes' in one && one.changes === true) && !('givesCommand' in one))
  .map(({ key }) => key);

it('what changes nothing is known by name, so that no call changes something under a lapsed licence', () => {
  expect([...READS].sort()).toEqual(
    [
      'audit/export',
      'audit/page',
      'away/get',
      'away/list',
      'backtest/run',
      'charter/get',
      'commitments/list',
      'commitments/mail',
      'history/page',
      'notice/preferences',
      'owner/hands',
      'person/leaving',
      'person/reach',
      'policy/get',
      'policy/preview',
      'policy/versions',
      'readiness/get',
      'report/drift',
      'report/exported',
      'report/gadget',
      'report/handoffs',
      'report/hands',
      'report/indicators',
      'report/page',
      'report/past',
      'report/quarter',
      'rule/mode',
      'rule/test',
      'site-check/run',
      'site-policy/get',
      'site-policy/versions',
      'team/list',
    ].sort(),
  );
});

it('under a lapsed licence everything is answered, and every change refused with what to do', async () => {
  const here = world(nominated(COO));
  const lapsed = from(COO, { isUnlicensed: true });
  expect(await call(here, 'charter/get', {}, lapsed)).toMatchObject({ ok: true });
  for (const { key } of calls.filter((one) => !READS.includes(one.key))) {
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
