import { enforce } from '../../support/enforced';
import { gateStory } from '../../support/gate-story';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(300_000);
const site = useSite();
const { as, later, aDayLater, inOrder, passagesOf } = gateStory(site);

const fault = (what: object): Promise<unknown> => as('u-admin').send('POST', '/sandbox/faults', what);
const restore = async (): Promise<void> => {
  await as('u-admin').send('DELETE', '/sandbox/faults');
  // What the app said of the outage is no defect.
  site.logs.splice(0);
};

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
}, 180_000);
afterEach(restore);

const waiver = {
  rules: ['owner.missing', 'dependencies.undeclared'],
  reason: 'The customer signs on Friday',
  expiresAt: '2026-12-01T00:00:00.000Z',
};

describe('while the queue is out during the move and its events are lost,', () => {
  async function unheard(key: string, transition: string): Promise<void> {
    await fault({ target: 'queue', status: 500 });
    expect((await as('u-ops').move(key, transition)).status).toBe(204);
    await later(7);
    await restore();
    expect(await passagesOf(key)).toEqual([]);
  }

  it('a move on a waiver is found within a day', async () => {
    const key = newEpic(site.sandbox);
    await as('u-lead').done(key, 'waiver/grant', waiver);
    await unheard(key, 'Start');
    await aDayLater();
    expect(await passagesOf(key)).toMatchObject([{ reason: 'waived', movedBy: 'u-ops' }]);
  });

  it('a move that was only observed is found within a day', async () => {
    await enforce(site, 'EXP', { mode: 'observe' });
    const key = newEpic(site.sandbox);
    await unheard(key, 'Start');
    await aDayLater();
    expect(await passagesOf(key)).toMatchObject([{ reason: 'observe', movedBy: 'u-ops' }]);
  });

  it('a move that met no rule is found within a day, and only once', async () => {
    const key = newEpic(site.sandbox);
    await unheard(key, 'Expedite');
    await aDayLater();
    await aDayLater();
    expect(await passagesOf(key)).toMatchObject([{ reason: 'bypass', movedBy: 'u-ops' }]);
  });

  it('a move in order is no bypass when it is found', async () => {
    const key = await inOrder();
    await unheard(key, 'Start');
    await aDayLater();
    expect(await passagesOf(key)).toEqual([]);
  });
});

it('a move on a waiver is recorded at once where the queue hiccups for the second of the move alone', async () => {
  const key = newEpic(site.sandbox);
  await as('u-lead').done(key, 'waiver/grant', waiver);
  await fault({ target: 'queue', status: 500 });
  expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
  await restore();
  await later();
  expect(await passagesOf(key)).toMatchObject([{ reason: 'waived', movedBy: 'u-ops' }]);
});

it('a move around the gate is recorded after storage was out for ten minutes', async () => {
  const key = newEpic(site.sandbox);
  await fault({ target: 'kvs', status: 500 });
  expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
  await later(10);
  await restore();
  await aDayLater();
  expect(await passagesOf(key)).toMatchObject([{ reason: 'bypass', movedBy: 'u-ops' }]);
});

it('a trace that storage does not take goes by the queue, and nobody is accused', async () => {
  const key = newEpic(site.sandbox);
  await as('u-lead').done(key, 'waiver/grant', waiver);
  await fault({ target: 'kvs', match: 'entity/set', status: 500, times: 1 });
  expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
  await restore();
  await later();
  expect(await passagesOf(key)).toMatchObject([{ reason: 'waived' }]);
});
