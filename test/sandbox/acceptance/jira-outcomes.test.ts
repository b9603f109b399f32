import type { CharterAnswer, RuleTestAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { configureGate } from '../../support/rules';
import { forgetPoints } from '../../support/points';
import { newEpic, useSite } from '../../support/sandbox';
import { unchanged } from '../../support/snapshot';

// While storage is out, every job that follows a policy tries again before it gives up.
jest.setTimeout(180_000);

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const fault = (body: object) => as('u-admin').send('POST', '/sandbox/faults', body);
const ITEM = 'GET /rest/api/3/issue/EXP-';
const PEOPLE = 'GET /rest/api/3/user/bulk';

/** The rule's own configuration on Start, until the next test. */
const configure = (configuration: object): void => {
  undo.push(configureGate(site.sandbox, 'EXP', 'Start', { checkpoint: 'start', ...configuration }));
};
const undo: (() => void)[] = [];

beforeAll(() => enforce(site, 'EXP'), 180_000);
afterEach(async () => {
  await as('u-admin').send('DELETE', '/sandbox/faults');
  for (const back of undo.splice(0)) back();
});

const moved = async (key: string) => {
  const reply = await as('u-coo').move(key, 'Start');
  site.logs.splice(0);
  return reply;
};
const refused = async (key = 'EXP-2'): Promise<string> =>
  unchanged(site.sandbox, async () => refusalText(await moved(key)));

/** What was recorded of the moves of an item, once the disturbance is over. */
async function passagesOf(key: string): Promise<CharterAnswer['charter']['passages']> {
  await as('u-admin').send('DELETE', '/sandbox/faults');
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT30S' });
  await as('u-admin').send('POST', '/sandbox/drain');
  site.logs.splice(0);
  const answer = (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;
  return answer.charter.passages;
}
/** Wall time in UTC. */
const inMinutes = (minutes: number): string =>
  new Date(site.sandbox.clock.now() + minutes * 60_000).toISOString().slice(11, 16);

const UNCHECKED = [{ reason: 'unchecked', checkpoint: 'start', movedBy: 'u-coo' }];

describe('in enforce, a failing question keeps the item where it is, and the sentence says which failure it is', () => {
  test.each([401, 403, 404])(
    '%i on the item: Holdfast may not see it, and waiting does not help',
    async (status) => {
      await fault({ target: 'jira', match: ITEM, status });
      const text = await refused();
      expect(text).toMatch(/^Holdfast may not see EXP-2 in Jira/);
      expect(text).toContain('waiting does not help');
      expect(text).toContain('Browse projects');
      expect(text).not.toMatch(/did not answer|in a minute/);
    },
  );

  test('429 that says when: it says when, in UTC', async () => {
    await fault({ target: 'jira', match: ITEM, status: 429, retryAfter: 900 });
    const text = await refused();
    expect(text).toContain('Jira asks Holdfast to wait');
    expect(text).toContain(`Try again after ${inMinutes(15)} UTC.`);
  });

  test.each([500, 502, 503])('%i: Jira did not answer', async (status) => {
    await fault({ target: 'jira', match: ITEM, status });
    expect(await refused()).toMatch(/Jira did not answer us.*in a minute/s);
  });

  test('a question Jira does not understand is told as that, blames nobody, and is in the log', async () => {
    await fault({ target: 'jira', match: ITEM, status: 400 });
    const reply = await as('u-coo').move('EXP-2', 'Start');
    const log = site.logs.splice(0).join('\n');
    const text = refusalText(reply);
    expect(text).toContain('Jira did not understand a question that Holdfast asked');
    expect(text).toContain('Waiting does not help');
    expect(text).not.toMatch(/policy/i);
    expect(log).toMatch(/the question was not understood: \/rest\/api\/3\/issue\/\S+\)/);
  });

  test.each([
    [403, 'Jira refuses Holdfast something'],
    [404, 'Jira refuses Holdfast something'],
    [429, 'Jira asks Holdfast to wait'],
    [500, 'Jira did not answer us'],
  ])('%i on people counts nobody as active', async (status, words) => {
    // The owner's account is in no field of the item as long as the app's own are not written.
    const key = newEpic(site.sandbox);
    await fault({ target: 'queue', match: '*', status: 500 });
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    await as('u-ops').done(key, 'dri/accept');
    await as('u-ops').done(key, 'dependencies/declare-none');
    site.logs.splice(0);
    await as('u-admin').send('DELETE', '/sandbox/faults');
    await fault({ target: 'jira', match: PEOPLE, status });
    expect(await refused(key)).toContain(words);
  });

  test('storage that does not answer is no fault of Jira', async () => {
    await fault({ target: 'kvs', match: '*', status: 500 });
    expect(await refused()).toContain('Our storage did not answer');
  });

  test('a rule that lets work pass during an outage lets it pass, and records that nobody looked', async () => {
    configure({ onOutage: 'open' });
    await fault({ target: 'jira', match: ITEM, status: 503 });
    const key = newEpic(site.sandbox);
    expect((await moved(key)).status).toBe(204);
    expect(await passagesOf(key)).toMatchObject(UNCHECKED);
  });

  test('that rule does not open for what Jira refuses the app: an administrator can change that', async () => {
    configure({ onOutage: 'open' });
    await fault({ target: 'jira', match: ITEM, status: 403 });
    expect(await refused()).toMatch(/^Holdfast may not see EXP-2/);
  });
});

describe.each(['observe', 'coach'])('in %s no failure holds anything back', (mode) => {
  beforeAll(() => enforce(site, 'EXP', { mode }));
  afterAll(() => enforce(site, 'EXP'));

  test.each([
    ['Jira refuses the item', { target: 'jira', match: ITEM, status: 403 }],
    ['the item is not there for the app', { target: 'jira', match: ITEM, status: 404 }],
    ['Jira asks to wait', { target: 'jira', match: ITEM, status: 429, retryAfter: 60 }],
    ['Jira is out', { target: 'jira', match: ITEM, status: 503 }],
    ['Jira does not understand', { target: 'jira', match: ITEM, status: 400 }],
  ])('%s: the move passes and is recorded as unchecked', async (_, body) => {
    await fault(body);
    const key = newEpic(site.sandbox);
    expect((await moved(key)).status).toBe(204);
    expect(await passagesOf(key)).toMatchObject(UNCHECKED);
  });

  test('storage is out: the mode that was saved with the rule decides', async () => {
    configure({ savedMode: mode });
    await fault({ target: 'kvs', match: '*', status: 500 });
    const key = newEpic(site.sandbox);
    expect((await moved(key)).status).toBe(204);
    expect(await passagesOf(key)).toMatchObject(UNCHECKED);
  });

  test('a transition that enforces on its own account holds during an outage', async () => {
    configure({ savedMode: mode, mode: 'enforce' });
    await fault({ target: 'kvs', match: '*', status: 500 });
    expect(await refused()).toContain('Our storage did not answer');
  });
});

test('a rule without a saved mode holds while storage is out, and so does one saved under enforce', async () => {
  await enforce(site, 'EXP', { mode: 'observe' });
  // An instance that read the policy before would know it.
  site.sandbox.host.cool();
  await fault({ target: 'kvs', match: '*', status: 500 });
  expect(await refused()).toContain('Our storage did not answer');
  await as('u-admin').send('DELETE', '/sandbox/faults');
  configure({ savedMode: 'enforce' });
  site.sandbox.host.cool();
  await fault({ target: 'kvs', match: '*', status: 500 });
  expect(await refused()).toContain('Our storage did not answer');
  await as('u-admin').send('DELETE', '/sandbox/faults');
  // That nothing could be counted either is said in the log.
  site.logs.splice(0);
  await enforce(site, 'EXP');
});

describe('other readers of the same facts', () => {
  beforeEach(() => forgetPoints(site.sandbox));

  test('an item hidden from the app: the rule’s test gives the sentence of the move', async () => {
    await as('u-admin').send('POST', '/sandbox/switches', { appBrowses: { EXP: false } });
    const tried = await answerOf<RuleTestAnswer>(as('u-lead'), 'transition-gate', 'rule/test', {
      issueKey: 'EXP-2',
      rule: { checkpoint: 'start' },
    });
    expect(tried.outcome).toBe('not-known');
    expect(tried.lines.join('\n')).toBe(await refused());
    await as('u-admin').send('POST', '/sandbox/switches', { appBrowses: { EXP: true } });
  });

  const SEARCH = 'POST /rest/api/3/search/jql';
  test.each([
    ['asks to wait', { status: 429, retryAfter: 900 }, /wait: .* It may be asked again after ..:.. UTC/],
    ['is out', { status: 500 }, /did not answer/],
  ])('where Jira %s, the report says so instead of being empty', async (_, how, words) => {
    await fault({ target: 'jira', match: SEARCH, ...how });
    for (const call of [
      'report/page',
      'report/handoffs',
      'report/indicators',
      'report/hands',
      'report/past',
    ]) {
      const { body } = await as('u-lead').invoke('gap-report', call, {}, { projectKey: 'EXP' });
      expect([call, body]).toEqual([
        call,
        {
          ok: false,
          error: expect.objectContaining({ code: 'unavailable', message: expect.stringMatching(words) }),
        },
      ]);
    }
    site.logs.splice(0);
  });
});
