import { enforce } from '../../support/enforced';
import { gateStory } from '../../support/gate-story';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(300_000);
const site = useSite();
const { as, later, aDayLater, passagesOf } = gateStory(site);
const admin = () => as('u-admin');

beforeEach(async () => {
  await admin().send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
}, 180_000);
const fault = (what: object) => admin().send('POST', '/sandbox/faults', what);
const mend = async (): Promise<void> => {
  await admin().send('DELETE', '/sandbox/faults');
  // What the app said of storage that did not take its trace is no defect.
  site.logs.splice(0);
};

const waiver = {
  rules: ['owner.missing', 'dependencies.undeclared'],
  reason: 'The customer signs on Friday',
  expiresAt: '2026-12-01T00:00:00.000Z',
};

/** The gate tells of a move by a trace in storage, or, where storage does not take it, by a message of its own. */
const TOLD_BY = [
  ['its trace', []],
  // The transaction fails as often as the gate tries it.
  ['its own message', [{ target: 'kvs', match: '/entity/set', status: 500, times: 20 }]],
] as const;

describe.each(['PT0S', 'PT3M'])('where Jira’s events come after %s', (eventDelay) => {
  test.each(TOLD_BY)(
    'a move on a waiver, told by %s, is recorded once and is no bypass',
    async (_, faults) => {
      await admin().send('POST', '/sandbox/switches', { eventDelay });
      const key = newEpic(site.sandbox);
      await as('u-lead').done(key, 'waiver/grant', waiver);
      for (const one of faults) await fault(one);
      expect((await as('u-ops').move(key, 'Start')).status).toBe(204);
      await mend();
      await later(6);
      await aDayLater();
      expect(await passagesOf(key)).toMatchObject([{ reason: 'waived', movedBy: 'u-ops' }]);
    },
  );

  test('a move around the gate is recorded once, also where its event comes after the next move', async () => {
    await admin().send('POST', '/sandbox/switches', { eventDelay });
    const key = newEpic(site.sandbox);
    expect((await as('u-ops').move(key, 'Expedite')).status).toBe(204);
    await later(1);
    expect((await as('u-ops').move(key, 'Back to To Do')).status).toBe(204);
    await later(6);
    await aDayLater();
    const passages = await passagesOf(key);
    expect(passages.filter(({ reason }) => reason === 'bypass')).toHaveLength(1);
  });
});
