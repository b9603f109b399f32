import type { CharterAnswer } from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
afterEach(() => as('u-admin').send('DELETE', '/sandbox/faults'));

/** Jira's event, and what follows it, arrive a moment later. */
async function later(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
    await as('u-admin').send('POST', '/sandbox/drain');
  }
}
async function charterOf(key: string): Promise<CharterAnswer['charter']> {
  const answer = (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;
  return answer.charter;
}

test('a move by a transition without the rule is recorded once, though every event comes twice', async () => {
  await as('u-admin').send('POST', '/sandbox/faults', { target: 'queue', duplicate: true });
  const key = newEpic(site.sandbox);
  expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
  await later();
  expect((await charterOf(key)).passages).toEqual([
    expect.objectContaining({
      reason: 'bypass',
      checkpoint: 'start',
      movedBy: 'u-ops',
      rules: ['owner.missing', 'dependencies.undeclared'],
    }),
  ]);
  const { body } = await as('u-viewer').invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' });
  const { items } = body as { items: { issueKey: string; bypasses: number }[] };
  expect(items.find(({ issueKey }) => issueKey === key)?.bypasses).toBe(1);
});

test('a move around the gate that the gate would have let pass is none of our business', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'dependencies/declare-none');
  expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
  await later();
  expect((await charterOf(key)).passages).toEqual([]);
});

test('a move that met the gate leaves no trace of a bypass', async () => {
  expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
  await later();
  expect((await charterOf('EXP-2')).passages.filter(({ reason }) => reason === 'bypass')).toEqual([]);
});
