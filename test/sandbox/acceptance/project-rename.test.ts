import type { PolicyAnswer, ReportPageAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
}, 180_000);

async function ask<T>(moduleKey: string, call: string, projectKey: string, payload: object = {}): Promise<T> {
  const { body } = await as('u-admin').invoke(moduleKey, call, payload, { projectKey });
  expect(body).toMatchObject({ ok: true });
  return body as T;
}
const policyOf = async (key: string) => (await ask<PolicyAnswer>('project-policy', 'policy/get', key)).policy;
const rowsOf = async (key: string) => {
  const { items } = await ask<ReportPageAnswer>('gap-report', 'report/page', key);
  return items.map(({ issueKey, gate }) => [numberOf(issueKey), gate?.verdict]).sort();
};
const numberOf = (key: string) => key.slice(key.lastIndexOf('-') + 1);
const panelOf = (key: string) => as('u-coo').done(key, 'charter/get');
const promisesOf = async (key: string) => (await panelOf(key)).charter.agreements;

async function rename(from: string, key: string): Promise<void> {
  expect((await as('u-admin').send('PUT', `/rest/api/3/project/${from}`, { key })).status).toBe(200);
}
const untold = () => as('u-admin').send('POST', '/sandbox/switches', { projectUpdated: 'untold' });
const review = async () => {
  await as('u-admin').send('POST', '/sandbox/triggers/weekly-review');
  await site.sandbox.drain();
};

const before = async (key = 'EXP') => ({
  policy: await policyOf(key),
  rows: await rowsOf(key),
  promises: await promisesOf(`${key}-2`),
});

async function expectAsBefore(key: string, was: Awaited<ReturnType<typeof before>>): Promise<void> {
  expect(await policyOf(key)).toEqual(was.policy);
  expect(await rowsOf(key)).toEqual(was.rows);
  expect(await promisesOf(`${key}-2`)).toEqual(was.promises);
}

const start = (key: string) => as('u-product').move(key, 'Start');

test('a renamed project keeps everything, within minutes of its event', async () => {
  const was = await before();
  await rename('EXP', 'GROW');
  await site.sandbox.drain();
  await expectAsBefore('GROW', was);
  expect(refusalText(await start('GROW-1'))).toContain('GROW-1');
  expect((await start('GROW-2')).status).toBe(204);
  const { history } = await panelOf('GROW-2');
  expect(history.filter(({ type }) => type === 'item-moved')).toHaveLength(1);
});

test('two renames in a row, and the way back, lose nothing', async () => {
  const was = await before();
  await rename('EXP', 'GROW');
  await rename('GROW', 'RISE');
  await site.sandbox.drain();
  await expectAsBefore('RISE', was);
  await rename('RISE', 'EXP');
  await site.sandbox.drain();
  await expectAsBefore('EXP', was);
});

test('without the event the daily look finds it', async () => {
  const was = await before();
  await untold();
  await rename('EXP', 'GROW');
  await review();
  await expectAsBefore('GROW', was);
  expect((await start('GROW-1')).status).toBe(400);
  expect((await start('GROW-2')).status).toBe(204);
});

test.each(['told', 'untold'])(
  'a project that takes the key gets nothing of it: %s',
  async (projectUpdated) => {
    const was = await before();
    const team = await policyOf('TEAM');
    await as('u-admin').send('POST', '/sandbox/switches', { projectUpdated });
    await rename('EXP', 'GROW');
    await rename('TEAM', 'EXP');
    await review();
    await review();
    await expectAsBefore('GROW', was);
    expect(await policyOf('EXP')).toEqual(team);
    expect(await promisesOf(newEpic(site.sandbox, {}, 'EXP'))).toEqual([]);
  },
);

test('two projects that swap their keys keep what is theirs, though nobody told', async () => {
  const was = await before();
  const team = await before('TEAM');
  await untold();
  await rename('EXP', 'MID');
  await rename('TEAM', 'EXP');
  await rename('MID', 'TEAM');
  for (let day = 0; day < 3; day += 1) await review();
  await expectAsBefore('TEAM', was);
  await expectAsBefore('EXP', team);
});

describe('before the daily look, where nobody told', () => {
  beforeEach(untold);

  test('the gate answers as before, and has the rest brought along', async () => {
    // Nobody ever asked anything of this one, so that only its project's id leads to the policy.
    const untouched = numberOf(newEpic(site.sandbox));
    const was = await before();
    await rename('EXP', 'GROW');
    expect((await start(`GROW-${untouched}`)).status).toBe(400);
    expect(refusalText(await start('GROW-1'))).toContain('GROW-1');
    await site.sandbox.drain();
    await expectAsBefore('GROW', was);
    expect((await start('GROW-2')).status).toBe(204);
  });

  test('a move that was in order passes as before', async () => {
    await rename('EXP', 'GROW');
    expect((await start('GROW-2')).status).toBe(204);
  });

  test('an item of a project that decided nothing is known by what its fields show', async () => {
    await as('u-admin').invoke(
      'project-policy',
      'policy/follow-site',
      { version: (await policyOf('EXP')).version },
      { projectKey: 'EXP' },
    );
    await site.sandbox.drain();
    const was = await promisesOf('EXP-2');
    await rename('EXP', 'GROW');
    expect(await promisesOf('GROW-2')).toEqual(was);
  });

  test('policy, report and panel show the same', async () => {
    const was = await before();
    await rename('EXP', 'GROW');
    await expectAsBefore('GROW', was);
    // Whoever looked had the rest brought along.
    await site.sandbox.drain();
    await expectAsBefore('GROW', was);
  });
});
