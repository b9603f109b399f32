import { closeWorlds, world } from './fixture/host';

afterEach(closeWorlds);

describe('invocations', () => {
  test('two at once each see their own runtime and person', async () => {
    const { ask } = world();
    const [ann, bob] = await Promise.all([ask('who', {}, 'u-ann'), ask('who', {}, 'u-bob')]);
    expect(ann).toMatchObject({ accountId: 'u-ann' });
    expect(bob).toMatchObject({ accountId: 'u-bob' });
    const ids = [ann, bob].map((answer) => answer as { before: string; after: string });
    expect(ids[0]?.before).toBe(ids[0]?.after);
    expect(ids[1]?.before).toBe(ids[1]?.after);
    expect(ids[0]?.before).not.toBe(ids[1]?.before);
  });

  test('two hosts in one process share nothing', async () => {
    const one = world();
    const two = world();
    two.clock.jumpTo(0);
    expect(await one.ask('now')).toMatchObject({ created: '2026-11-23T09:00:00.000Z' });
    expect(await two.ask('now')).toMatchObject({ now: 0, created: '1970-01-01T00:00:00.000Z' });
    await one.ask('wait', { ms: 0 });
    expect(one.host.kvs.sizes()).toMatchObject({ plain: 1 });
    expect(two.host.kvs.sizes()).toMatchObject({ plain: 0 });
  });

  test('the bundle is loaded once per function key and kept warm', async () => {
    const { ask, calls, host } = world();
    expect(await ask('instance')).toEqual({ loads: 1, handled: 1, shared: true });
    expect(await ask('instance')).toEqual({ loads: 1, handled: 2, shared: true });
    host.cool();
    expect(await ask('instance')).toMatchObject({ handled: 1 });
    expect(calls.since(0).invocations.map(({ coldStart }) => coldStart)).toEqual([true, false, true]);
  });

  test('the context carries ids from Jira when the key is known, and the key alone when not', async () => {
    const { host } = world();
    const at = (issueKey: string): Promise<unknown> =>
      host.invoke({
        moduleKey: 'panel',
        functionKey: 'who',
        payload: {},
        place: { issueKey },
        accountId: 'u-ann',
      });
    expect(await at('APP-1')).toMatchObject({
      context: {
        moduleKey: 'panel',
        extension: {
          type: 'jira:issuePanel',
          issue: { key: 'APP-1', id: '1001', type: 'Epic', typeId: '10' },
          project: { id: '1', key: 'APP', type: 'software' },
        },
      },
    });
    expect(await at('NONE-1')).toMatchObject({ context: { extension: { issue: { key: 'NONE-1' } } } });
  });

  test('a throw, an unknown module and an unknown resolver key are errors with a code', async () => {
    const { ask, host, problems } = world();
    await expect(ask('throw')).rejects.toMatchObject({
      code: 'FUNCTION_ERR',
      message: expect.stringContaining('as asked'),
    });
    await expect(ask('nobody')).rejects.toMatchObject({ code: 'FUNCTION_ERR' });
    expect(problems).toHaveLength(2);
    const request = { moduleKey: 'absent', functionKey: 'who', payload: {}, place: {}, accountId: 'u-ann' };
    await expect(host.invoke(request)).rejects.toMatchObject({ code: 'MODULE_NOT_FOUND' });
  });

  test('payloads over 500 KB and answers over 5 MB are refused', async () => {
    const { ask, calls } = world();
    await expect(ask('who', 'x'.repeat(500 * 1024))).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    expect(calls.since(0).invocations).toHaveLength(0);
    await expect(ask('large')).rejects.toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
  });

  test('a function over its limit is a time-out, and what it does afterwards does not happen', async () => {
    const { ask, calls, host, problems } = world({ timeoutMs: () => 20 });
    await expect(ask('wait', { ms: 60 })).rejects.toMatchObject({ code: 'FUNCTION_TIME_OUT' });
    expect(calls.since(0).invocations[0]).toMatchObject({ outcome: 'timed-out' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(host.kvs.sizes()).toMatchObject({ plain: 0 });
    expect(problems.join()).toContain('after the function had ended');
  });

  test('other products, other remotes and egress are refused out loud', async () => {
    const { ask } = world();
    await expect(ask('confluence')).rejects.toThrow(/does not provide fpp\/confluence/);
    await expect(ask('app event')).rejects.toThrow(/does not provide fpp\/stargate/);
    await expect(ask('egress')).rejects.toThrow(/no egress/);
  });
});

describe('Jira calls', () => {
  test('asUser acts as the person with the manifest’s scopes', async () => {
    const { ask, jira } = world();
    expect(await ask('myself', {}, 'u-bob')).toEqual({ kind: 'user', accountId: 'u-bob' });
    expect(jira.requests.at(-1)?.scopes).toEqual(new Set(['read:jira-work', 'storage:app']));
  });

  test('acting as someone else, or as nobody in particular, is refused by the proxy', async () => {
    const { ask, jira } = world();
    await expect(ask('as someone else')).rejects.toThrow('SANDBOX_IMPERSONATION_NOT_PROVIDED');
    await expect(ask('as nobody')).rejects.toThrow('SANDBOX_UNKNOWN_PROVIDER');
    expect(jira.requests.filter(({ path }) => path.endsWith('/myself'))).toHaveLength(0);
  });

  test('asUser without a person needs authentication', async () => {
    const { host } = world();
    const request = {
      moduleKey: 'panel',
      functionKey: 'myself',
      payload: {},
      place: {},
      accountId: undefined,
    };
    await expect(host.invoke(request)).rejects.toThrow('Authentication Required');
  });
});

describe('validators', () => {
  const event = (configuration: unknown) => ({
    issue: { key: 'APP-1' },
    configuration,
    transition: { from: { id: '1' }, to: { id: '2' }, modifiedFields: {} },
  });

  test('pass and refuse as the function says', async () => {
    const { host } = world();
    expect(await host.validate('validator', event('pass'))).toEqual({ result: true });
    expect(await host.validate('validator', event('refuse'))).toEqual({
      result: false,
      errorMessage: 'not APP-1',
    });
  });

  test.each(['throw', 'slow', 'nonsense'])(
    '%s refuses with a message that tells nothing of the cause',
    async (how) => {
      const { host } = world({ timeoutMs: () => 30 });
      const answer = await host.validate('validator', event(how));
      expect(answer.result).toBe(false);
      expect(answer.errorMessage).toMatch(/Contact your Jira admin/);
    },
  );

  test('have no person, so asUser is refused by the platform', async () => {
    const { host, jira } = world();
    expect(await host.validate('validator', event('as user'))).toEqual({
      result: false,
      errorMessage: 'NEEDS_AUTHENTICATION_ERR',
    });
    expect(jira.requests).toHaveLength(0);
  });
});

test('reporting personal data answers the accounts that were closed, and nothing when there are none', async () => {
  const { ask, calls } = world();
  await expect(ask('report people', { ids: ['u-ann', 'u-closed'] })).resolves.toEqual([
    { accountId: 'u-closed', status: 'closed' },
  ]);
  await expect(ask('report people', { ids: ['u-ann'] })).resolves.toEqual([]);
  expect(calls.since(0).calls).toMatchObject([
    { target: 'privacy', status: 200 },
    { target: 'privacy', status: 204 },
  ]);
});
