import type { ReadinessAnswer } from '../../../../src/contract/readiness';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import { call, from } from '../../../support/calling';
import { world, type World } from '../../../support/memory-ports';
import { COO as LEAD } from '../../../support/people';

/** A project whose administrator asks; the clock stands where a test puts it. */
function project(): World & { at: (day: string) => void } {
  let now = '2026-11-23T09:00:00.000Z';
  const here = { ...world(), clock: { now: () => now } };
  here.jira.rights = { browse: true, administer: true };
  return { ...here, at: (day) => (now = `${day}T09:00:00.000Z`) };
}
async function ask(here: World, key: string, payload: object): Promise<ReadinessAnswer> {
  const answer = await call(here, key, payload, from(LEAD));
  if (!answer.ok || !('programme' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}
const refused = (here: World, key: string, payload: object) => call(here, key, payload, from(LEAD));

async function save(here: World, change: Partial<Policy>): Promise<void> {
  const { recordVersion } = await here.policies.read({ project: 'EXP', id: null });
  await call(
    here,
    'policy/save',
    { policy: { ...siteDefault, ...change, version: recordVersion } },
    from(LEAD),
  );
}

const behaviours = [{ rule: 'owner.missing', checkpoint: 'start' }];

it('starts once, and tells who did what', async () => {
  const here = project();
  expect(await ask(here, 'readiness/get', {})).toMatchObject({
    version: 0,
    programme: null,
    mayChange: true,
  });
  const started = await ask(here, 'readiness/start', { version: 0 });
  expect(started).toMatchObject({ version: 1, events: [{ type: 'programme-started', by: LEAD }] });
  expect(Object.keys(started.people)).toEqual([LEAD]);
  expect(await refused(here, 'readiness/start', { version: 1 })).toMatchObject({
    error: { code: 'invalid' },
  });
});

it('overwrites nobody: who read an older version is told, and nothing is written', async () => {
  const here = project();
  await ask(here, 'readiness/start', { version: 0 });
  await ask(here, 'readiness/choose', { version: 1, behaviours });
  expect(await refused(here, 'readiness/watch', { version: 1, indicators: ['gate-unmet'] })).toMatchObject({
    error: { code: 'changed-meanwhile', message: expect.stringMatching(/programme/) as string },
  });
  expect(await ask(here, 'readiness/get', {})).toMatchObject({ version: 2, programme: { indicators: [] } });

  // A rival between reading and writing.
  here.readiness.beforeWrite = () => {
    here.readiness.beforeWrite = () => undefined;
    here.readiness.stored.set('EXP', { version: 3, events: [] });
  };
  expect(await refused(here, 'readiness/watch', { version: 2, indicators: ['gate-unmet'] })).toMatchObject({
    error: { code: 'changed-meanwhile' },
  });
});

it('records a reinforcement only as a save of the policy that made it, since the programme began', async () => {
  const here = project();
  await save(here, { mode: 'observe' });
  here.at('2026-11-24');
  await ask(here, 'readiness/start', { version: 0 });
  here.at('2026-12-22');
  await save(here, { mode: 'observe', acknowledgementHours: 72 });
  const { saves } = await ask(here, 'readiness/get', {});
  expect(saves).toEqual([
    {
      policyVersion: 2,
      savedAt: '2026-12-22T09:00:00.000Z',
      savedBy: LEAD,
      changes: [{ kind: 'acknowledgement-hours', from: 24, to: 72 }],
    },
  ]);
  const record = (policyVersion: number, change: string) => ({ version: 1, policyVersion, change });
  for (const wrong of [record(2, 'try/hours/48'), record(9, 'try/hours/72')]) {
    expect(await refused(here, 'readiness/reinforce', wrong)).toMatchObject({
      error: { code: 'invalid', field: 'change' },
    });
  }
  expect(await refused(here, 'readiness/reinforce', record(1, 'try/mode/observe'))).toMatchObject({
    error: { code: 'invalid', message: expect.stringMatching(/before the programme/) as string },
  });
  here.at('2027-01-04');
  expect(await ask(here, 'readiness/reinforce', record(2, 'try/hours/72'))).toMatchObject({
    programme: { reinforcement: { policyVersion: 2, since: '2026-12-22T09:00:00.000Z' } },
  });
});

it('is read by whoever may see the project, and changed by its administrators alone', async () => {
  const here = project();
  await ask(here, 'readiness/start', { version: 0 });
  here.jira.rights = { browse: true, administer: false };
  expect(await ask(here, 'readiness/get', {})).toMatchObject({ mayChange: false, version: 1 });
  expect(await refused(here, 'readiness/choose', { version: 1, behaviours })).toMatchObject({
    error: { code: 'not-allowed' },
  });
  here.jira.rights = { browse: false, administer: false };
  expect(await refused(here, 'readiness/get', {})).toMatchObject({ error: { code: 'not-found' } });
});
