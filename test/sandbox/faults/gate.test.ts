import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { clientOf, refusalText, type Client } from '../../support/client';
import { changePolicy, configureGate } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

/** The gate gives up after 20 s; here every timer of the app runs forty times faster: what is to end in milliseconds does so on a busy machine too. */
const site = useSite({ haste: 40 });
const as = (accountId: string): Client => clientOf(site, accountId);
const disturb = (fault: Fault): void => site.sandbox.faults.add(fault);

const outages: readonly (readonly [string, Fault, RegExp])[] = [
  ['Jira answers 500', { target: 'jira', status: 500 }, /Jira did not answer us/],
  ['Jira answers 503', { target: 'jira', status: 503 }, /Jira did not answer us/],
  [
    'Jira limits our rate',
    { target: 'jira', status: 429, retryAfter: 30 },
    /asks Holdfast to wait.*\nTry again after/,
  ],
  ['Jira never answers', { target: 'jira', timeout: true }, /took too long/],
  ['storage answers 500', { target: 'kvs', status: 500 }, /Our storage did not answer/],
  ['storage limits our rate', { target: 'kvs', status: 429 }, /Our storage did not answer/],
  ['storage never answers', { target: 'kvs', timeout: true }, /took too long/],
];

async function settled(): Promise<void> {
  site.sandbox.faults.clear();
  await site.sandbox.moveTo(site.sandbox.clock.now() + 30_000);
  await site.sandbox.drain();
}

const passages = async (key: string): Promise<readonly unknown[]> => {
  const { history } = await as('u-coo').done(key, 'charter/get');
  return history.filter(({ type }) => type === 'passage-recorded');
};

afterEach(() => {
  site.sandbox.faults.clear();
});

describe('closed, unless the rule says otherwise', () => {
  // EXP-2 is in order, so only the outage can hold it.
  test.each(outages)('%s: the move waits, and the message says that it is us', async (_, fault, cause) => {
    disturb(fault);
    const text = refusalText(await as('u-coo').move('EXP-2', 'Start'));
    expect(text).toMatch(/^Holdfast could not check EXP-2, so it did not let it move\./);
    expect(text).toMatch(cause);
    expect(text).toMatch(/nothing was changed/);
    expect(text).toMatch(/Jira administrator can set this rule/);
    expect(await as('u-coo').statusOf('EXP-2')).toBe('To Do');
    await settled();
    expect(await passages('EXP-2')).toEqual([]);
    expect(site.logs.splice(0)).toEqual([expect.stringMatching(/^The gate could not check: /)]);
  });

  test('an item that Jira does not show us waits, in words that name the right an administrator gives', async () => {
    disturb({ target: 'jira', status: 404 });
    const text = refusalText(await as('u-coo').move('EXP-2', 'Start'));
    expect(text).toMatch(/^Holdfast may not see EXP-2 in Jira/);
    expect(text).toMatch(/permission Browse projects/);
    expect(text).not.toMatch(/did not answer|Try again/);
    await settled();
    expect(await passages('EXP-2')).toEqual([]);
  });

  test('the same move passes once the outage is over', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'dependencies/declare-none');
    // What follows those commands reads too; the fault is for the move.
    await site.sandbox.drain();
    disturb({ target: 'kvs', match: '/batch/get', status: 500, times: 1 });
    refusalText(await as('u-coo').move(key, 'Start'));
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
    expect(site.logs.splice(0)).toHaveLength(1);
  });

  test('somebody who cannot be read is not taken for active: the move waits until Jira answers', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    disturb({ target: 'jira', match: '/user/bulk', status: 500 });
    const text = refusalText(await as('u-coo').move(key, 'Start'));
    expect(text).toMatch(/Jira did not answer us/);
    expect(text).not.toMatch(/u-ops/);
    expect(site.logs.splice(0)).toEqual([expect.stringMatching(/^The gate could not check: jira /)]);
  });
});

describe('open, where the rule says so', () => {
  let undo = (): void => undefined;
  beforeAll(() => {
    undo = configureGate(site.sandbox, 'EXP', 'Start', { checkpoint: 'start', onOutage: 'open' });
  });
  afterAll(() => undo());

  test.each(outages)('%s: the move passes and is recorded as unchecked', async (_, fault) => {
    const key = newEpic(site.sandbox);
    disturb(fault);
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
    await settled();
    expect(await passages(key)).toEqual([
      expect.objectContaining({
        passage: expect.objectContaining({
          reason: 'unchecked',
          checkpoint: 'start',
          rules: [],
          movedBy: 'u-coo',
        }),
      }),
    ]);
    expect(site.logs.splice(0)).toEqual([expect.stringMatching(/^The gate could not check: /)]);
  });

  test('without an outage it blocks like any other', async () => {
    expect(refusalText(await as('u-coo').move(newEpic(site.sandbox), 'Start'))).toMatch(/can't start yet/);
  });

  test('the record waits for storage to come back', async () => {
    const key = newEpic(site.sandbox);
    disturb({ target: 'kvs', status: 500 });
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
    await site.sandbox.moveTo(site.sandbox.clock.now() + 60_000);
    await settled();
    expect(await passages(key)).toHaveLength(1);
    expect(site.logs.splice(0)).not.toEqual([]);
  });

  test('a queue that is down as well stops nobody', async () => {
    disturb({ target: 'kvs', status: 500 });
    disturb({ target: 'queue', status: 500 });
    expect((await as('u-coo').move(newEpic(site.sandbox), 'Start')).status).toBe(204);
    expect(site.logs.splice(0)).toEqual([
      expect.stringMatching(/^The gate could not check: storage/),
      expect.stringMatching(/^What the gate answered could not be kept .*queue/),
      expect.stringMatching(/^What the gate answered could not be kept .*storage/),
    ]);
  });
});

describe('in a project that observes, while storage is out', () => {
  const down: Fault = { target: 'kvs', status: 500 };
  const unread = async (): Promise<void> => {
    site.sandbox.faults.clear();
    await site.sandbox.drain();
    site.logs.splice(0);
  };
  let undo = (): void => undefined;
  afterEach(async () => {
    undo();
    await unread();
  });
  const saved = (savedMode: string): void => {
    undo = configureGate(site.sandbox, 'TEAM', 'Start', { checkpoint: 'start', savedMode });
  };

  // In this order: an instance of the gate that never read TEAM's policy goes by what the rule says.
  test('a rule saved under observe lets the move pass, and one saved under enforce holds it', async () => {
    saved('observe');
    disturb(down);
    expect((await as('u-marketing').move(newEpic(site.sandbox, {}, 'TEAM'), 'Start')).status).toBe(204);
    undo();
    saved('enforce');
    expect((await as('u-marketing').move(newEpic(site.sandbox, {}, 'TEAM'), 'Start')).status).toBe(400);
  });

  test('an instance of the gate that read the policy since goes by that', async () => {
    saved('enforce');
    await changePolicy(site, 'TEAM', () => ({ mode: 'observe' }));
    expect((await as('u-marketing').move(newEpic(site.sandbox, {}, 'TEAM'), 'Start')).status).toBe(204);
    disturb(down);
    expect((await as('u-marketing').move(newEpic(site.sandbox, {}, 'TEAM'), 'Start')).status).toBe(204);
  });
});

test('the log names no person, text or key', async () => {
  for (const [, fault] of outages) {
    site.sandbox.faults.clear();
    disturb(fault);
    await as('u-coo').move('EXP-2', 'Start');
    // A command has no patience of its own: Forge ends it.
    if (!fault.timeout) await as('u-coo').panel('EXP-2', 'dri/nominate', { accountId: 'u-marketing' });
  }
  const logs = site.logs.splice(0);
  expect(logs.length).toBeGreaterThan(0);
  expect(logs.filter((line) => /u-[a-z]|EXP-|Mara|Camille|billing/.test(line))).toEqual([]);
});
