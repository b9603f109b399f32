import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { clientOf, refusalCode, type Client } from '../../support/client';
import { loseNextAnswer } from '../../support/lost-answer';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { withoutTrace } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const disturb = (fault: Fault): void => site.sandbox.faults.add(fault);

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'A staging environment',
  acceptance: 'It answers on its address',
  neededBy: '2026-12-18',
};

// Whom Jira asked to wait does, for a while.
beforeEach(() => site.sandbox.clock.jumpTo(site.sandbox.clock.now() + 60_000));
afterEach(() => {
  site.sandbox.faults.clear();
});

describe('a dependency that fails during a command', () => {
  test.each<[string, Fault]>([
    ['the item cannot be read', { target: 'jira', match: 'GET /rest/api/3/issue/', status: 500 }],
    ['permissions cannot be read', { target: 'jira', match: '/mypermissions', status: 503 }],
    ['the question about permissions is refused', { target: 'jira', match: '/mypermissions', status: 403 }],
    ['people cannot be read', { target: 'jira', match: '/user/bulk', status: 429 }],
    ['records cannot be read', { target: 'kvs', match: '/batch/get', status: 500 }],
    ['records cannot be written', { target: 'kvs', match: '/transaction', status: 500 }],
    ['writes are limited', { target: 'kvs', match: '/transaction', status: 429 }],
    ['storage is gone altogether', { target: 'kvs', status: 503 }],
  ])('%s: unavailable, and nothing half-written', async (_, fault) => {
    const key = newEpic(site.sandbox);
    await withoutTrace(site.sandbox, async () => {
      disturb(fault);
      const reply = await as('u-coo').panel(key, 'agreement/request', request);
      expect([reply.status, refusalCode(reply)]).toEqual([200, 'unavailable']);
      site.sandbox.faults.clear();
    });
    // Waiting until Jira may be asked again is no trouble.
    const told = fault.target === 'jira' && fault.status === 429 ? [] : [/^A dependency did not answer/];
    expect(site.logs.splice(0)).toEqual(told.map((line) => expect.stringMatching(line)));
    // And the same call again, once it is over.
    expect((await as('u-coo').done(key, 'agreement/request', request)).charter.agreements).toHaveLength(1);
  });

  test('a policy that cannot be written is not half saved', async () => {
    await withoutTrace(site.sandbox, async () => {
      disturb({ target: 'kvs', match: '/transaction', status: 500 });
      await expect(changePolicy(site, 'TEAM', () => ({ mode: 'observe' }))).rejects.toThrow(/unavailable/);
    });
    expect(site.logs.splice(0)).toHaveLength(1);
  });

  test.each([
    ['report/page', 'gap-report', { target: 'jira', match: '/search/jql', status: 500 }],
    ['report/page', 'gap-report', { target: 'kvs', status: 500 }],
    ['policy/get', 'project-policy', { target: 'kvs', status: 500 }],
  ] as const)('%s of %s says unavailable instead of showing less', async (call, module, fault) => {
    disturb(fault);
    const reply = await as('u-lead').invoke(module, call, {}, { projectKey: 'EXP' });
    expect(refusalCode(reply)).toBe('unavailable');
    expect(site.logs.splice(0).at(-1)).toMatch(/^A dependency did not answer/);
  });
});

describe('several answers when a dependency fails', () => {
  const answerable = async (): Promise<{ key: string; ref: string }> => {
    const key = newEpic(site.sandbox);
    const deliverable = `For ${key}`;
    await as('u-coo').done(key, 'agreement/request', { ...request, deliverable });
    const { body } = await as('u-platform').invoke('my-commitments', 'commitments/list', {});
    const { yours } = body as { yours: { ref: string; agreement?: { deliverable: string } }[] };
    const entry = yours.find(({ agreement }) => agreement?.deliverable === deliverable);
    return { key, ref: entry?.ref ?? '' };
  };
  const answer = (...refs: readonly string[]) =>
    as('u-platform').invoke('my-commitments', 'commitments/answer', {
      answers: refs.map((ref) => ({ ref, call: 'agreement/acknowledge' })),
    });

  test('neither the charter nor a row changes when the transaction fails, and the same answer works after it', async () => {
    const { ref } = await answerable();
    await withoutTrace(site.sandbox, async () => {
      disturb({ target: 'kvs', match: '/transaction', status: 500 });
      expect((await answer(ref)).body).toMatchObject({ results: [{ error: { code: 'unavailable' } }] });
      site.sandbox.faults.clear();
    });
    expect(site.logs.splice(0)).toHaveLength(1);
    expect((await answer(ref)).body).toEqual({ ok: true, results: [{ ref, ok: true }] });
  });

  test('what fails for one work item stops no other', async () => {
    const [first, second] = [await answerable(), await answerable()];
    disturb({ target: 'jira', match: `GET /rest/api/3/issue/${first.key}`, status: 500 });
    expect((await answer(first.ref, second.ref)).body).toMatchObject({
      ok: true,
      results: [{ ok: false, error: { code: 'unavailable' } }, { ok: true }],
    });
    expect(site.logs.splice(0)).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['rows', { target: 'kvs', match: '/entity/query', status: 500 }],
    ['charters', { target: 'kvs', match: '/batch/get', status: 500 }],
    ['titles', { target: 'jira', match: '/issue/bulkfetch', status: 503 }],
    ['names', { target: 'jira', match: '/user/bulk', status: 429 }],
  ])('a list without its %s says unavailable instead of showing less', async (_, fault) => {
    disturb(fault);
    const reply = await as('u-platform').invoke('my-commitments', 'commitments/list', {});
    expect(refusalCode(reply)).toBe('unavailable');
    // Waiting until Jira may be asked again is no trouble.
    expect(site.logs.splice(0)).toHaveLength(fault.status === 429 ? 0 : 1);
  });
});

describe('a write whose answer is lost', () => {
  test('counts once, and its author is told yes', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    loseNextAnswer(site.sandbox, 'charter');
    const { history } = await as('u-coo').done(key, 'authority/grant', { decisions: 'Scope' });
    expect(history.map(({ type }) => type)).toEqual(['dri-nominated', 'authority-granted']);
  });

  test('counts once even when somebody else writes before we look', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    loseNextAnswer(site.sandbox, 'charter', (written, put) => {
      // A rival's write that changed nothing but the version stands for any other.
      const value = structuredClone(written.value) as { version: number };
      const next = { ...value, version: value.version + 1 };
      put({ ...written, value: next, attributes: { ...written.attributes, version: next.version } });
    });
    await as('u-coo').done(key, 'authority/grant', { decisions: 'Scope' });
    const { history } = await as('u-coo').done(key, 'charter/get');
    expect(history.map(({ type }) => type)).toEqual(['dri-nominated', 'authority-granted']);
  });

  test('of a policy: the administrator is told that it was saved', async () => {
    const policyOfHand = async () => {
      const { body } = await as('u-admin').invoke('project-policy', 'policy/get', {}, { projectKey: 'HAND' });
      return (body as { policy: { mode: string; version: number } }).policy;
    };
    const before = await policyOfHand();
    loseNextAnswer(site.sandbox, 'policy');
    await changePolicy(site, 'HAND', () => ({ mode: 'coach' }));
    expect(await policyOfHand()).toMatchObject({ mode: 'coach', version: before.version + 1 });
  });
});

test('a change whose fate nobody can tell is not told as one that was not made, and sent again it is made once', async () => {
  const key = newEpic(site.sandbox);
  const commandId = '0b9c8a52-4d0e-4f63-9f0b-5a0f6f7f2c11';
  const raise = { what: 'Nobody tests the fallback', commandId };
  await site.sandbox.drain();
  disturb({ target: 'kvs', match: '/transaction', status: 500, afterwards: true, times: 1 });
  disturb({ target: 'kvs', match: '/entity/get', status: 500, times: 1 });
  const lost = await as('u-coo').panel(key, 'gap/raise', raise);
  expect(refusalCode(lost)).toBe('unavailable');
  expect(JSON.stringify(lost.body)).not.toMatch(/Nothing was changed/);
  site.sandbox.faults.clear();
  site.logs.splice(0);
  await as('u-coo').done(key, 'gap/raise', raise);
  const { history } = await as('u-coo').done(key, 'charter/get');
  expect(history.map(({ type }) => type)).toEqual(['gap-raised']);
});
