import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

test('state names the clock, people, modules, queue and what went wrong', async () => {
  const { send } = await httpWorld();
  await send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body: { functionKey: 'throw' } });
  const { status, body } = await send('GET', '/sandbox/state');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    seed: 'people',
    seeds: ['empty', 'people'],
    clock: { now: '2026-11-23T09:00:00.000Z', ticking: false },
    projects: [],
    queue: { waiting: 0, due: 0, running: 0 },
    schedules: [{ moduleKey: 'hourly', nextAt: '2026-11-23T09:05:00.000Z' }, { moduleKey: 'daily' }],
    lastErrors: [{ message: 'as asked' }],
  });
  expect(body['users']).toEqual(
    expect.arrayContaining([expect.objectContaining({ accountId: 'u-gone', active: false })]),
  );
  expect(body['modules']).toContainEqual({ type: 'jira:issuePanel', key: 'panel' });
});

describe('clock', () => {
  test('advances by a duration and fires what came due', async () => {
    const { send } = await httpWorld();
    const { body } = await send('POST', '/sandbox/clock', { body: { advance: 'PT2H' } });
    expect(body).toEqual({ now: '2026-11-23T11:00:00.000Z', fired: ['hourly', 'daily', 'hourly'] });
  });

  test('is set to an instant', async () => {
    const { send, sandbox } = await httpWorld();
    await send('POST', '/sandbox/clock', { body: { set: '2026-12-01T09:00:00+01:00' } });
    expect(new Date(sandbox.clock.now()).toISOString()).toBe('2026-12-01T08:00:00.000Z');
  });

  test.each([
    ['the past', { set: '2026-11-23T08:59:59Z' }, 'INVALID_TIME'],
    ['a negative duration', { advance: '-PT1H' }, 'INVALID_TIME'],
    ['no duration', { advance: '24 hours' }, 'INVALID_TIME'],
    ['no instant', { set: 'tomorrow' }, 'INVALID_TIME'],
    ['more than 400 days', { advance: 'P2Y' }, 'INVALID_TIME'],
    ['both', { advance: 'PT1H', set: '2026-12-01T09:00:00Z' }, 'INVALID_BODY'],
    ['neither', {}, 'INVALID_BODY'],
  ])('refuses %s and stands still', async (_name, body, code) => {
    const { send, sandbox } = await httpWorld();
    const before = sandbox.clock.now();
    expect(await send('POST', '/sandbox/clock', { body })).toMatchObject({
      status: 400,
      body: { error: { code } },
    });
    expect(sandbox.clock.now()).toBe(before);
  });
});

test('reset starts the world over: time, records, faults and the record of calls', async () => {
  const { send, sandbox } = await httpWorld();
  await send('POST', '/sandbox/clock', { body: { advance: 'PT1H' } });
  await send('POST', '/sandbox/faults', { body: { target: 'jira', status: 500 } });
  expect(sandbox.kvs.sizes()).toMatchObject({ plain: 1 });
  expect(await send('POST', '/sandbox/reset', { body: { seed: 'empty' } })).toMatchObject({
    status: 200,
    body: { seed: 'empty', now: '2026-11-23T09:00:00.000Z' },
  });
  expect(sandbox.kvs.sizes()).toMatchObject({ plain: 0 });
  expect((await send('GET', '/sandbox/faults')).body).toEqual({ faults: [] });
  expect((await send('GET', '/sandbox/calls')).body).toMatchObject({ calls: [], invocations: [] });
  expect((await send('GET', '/rest/api/3/myself', { as: 'u-coo' })).status).toBe(401);
});

test('an unknown seed is refused and nothing is lost', async () => {
  const { send } = await httpWorld();
  const answer = await send('POST', '/sandbox/reset', { body: { seed: 'nope' } });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'UNKNOWN_SEED' } } });
  expect((await send('GET', '/rest/api/3/myself', { as: 'u-coo' })).status).toBe(200);
});

describe('invoke', () => {
  test('runs a resolver as the Basic-auth person and answers with its answer', async () => {
    const { send } = await httpWorld();
    const { body } = await send('POST', '/sandbox/invoke/panel', {
      as: 'u-coo',
      body: { functionKey: 'who', payload: {}, context: { extension: { issue: { key: 'NONE-1' } } } },
    });
    expect(body).toMatchObject({ accountId: 'u-coo', context: { extension: { issue: { key: 'NONE-1' } } } });
  });

  test('takes the person from nowhere else', async () => {
    const { send } = await httpWorld();
    const body = { functionKey: 'who', payload: { accountId: 'u-cto' }, context: { accountId: 'u-cto' } };
    expect((await send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body })).body['accountId']).toBe(
      'u-coo',
    );
    expect((await send('POST', '/sandbox/invoke/panel', { body })).body).not.toHaveProperty('accountId');
  });

  test.each([
    ['an unknown person', 'panel', 'u-nobody', { functionKey: 'who' }, 401, 'UNAUTHENTICATED'],
    ['a deactivated person', 'panel', 'u-gone', { functionKey: 'who' }, 401, 'UNAUTHENTICATED'],
    ['an unknown module', 'absent', 'u-coo', { functionKey: 'who' }, 404, 'MODULE_NOT_FOUND'],
    ['no function key', 'panel', 'u-coo', {}, 400, 'INVALID_BODY'],
    ['a stray member', 'panel', 'u-coo', { functionKey: 'who', as: 'u-cto' }, 400, 'INVALID_BODY'],
    ['a function that throws', 'panel', 'u-coo', { functionKey: 'throw' }, 500, 'FUNCTION_ERR'],
    [
      '600 KB',
      'panel',
      'u-coo',
      { functionKey: 'who', payload: 'x'.repeat(600_000) },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      '11 MB',
      'panel',
      'u-coo',
      { functionKey: 'who', payload: 'x'.repeat(11_000_000) },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
  ])('%s is refused with its code', async (_name, module, as, body, status, code) => {
    const { send } = await httpWorld();
    expect(await send('POST', `/sandbox/invoke/${module}`, { as, body })).toMatchObject({
      status,
      body: { ok: false, error: { code } },
    });
  });

  test('a function over its limit is 504', async () => {
    const { send } = await httpWorld({ timeoutMs: () => 20 });
    const body = { functionKey: 'wait', payload: { ms: 50 } };
    expect(await send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body })).toMatchObject({
      status: 504,
      body: { error: { code: 'FUNCTION_TIME_OUT' } },
    });
  });
});

test('triggers fire by hand, unknown ones are named', async () => {
  const { send } = await httpWorld();
  expect((await send('POST', '/sandbox/triggers/hourly')).body).toEqual({
    moduleKey: 'hourly',
    outcome: 'answered',
  });
  const unknown = await send('POST', '/sandbox/triggers/absent');
  expect(unknown).toMatchObject({
    status: 404,
    body: { error: { message: expect.stringContaining('hourly, daily') } },
  });
});

test('drain runs the queue until idle', async () => {
  const { send, sandbox } = await httpWorld({ autoDrain: false });
  const body = { functionKey: 'push', payload: { events: { body: { name: 'a' } } } };
  await send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body });
  expect((await send('GET', '/sandbox/state')).body['queue']).toEqual({ waiting: 1, due: 1, running: 0 });
  expect((await send('POST', '/sandbox/drain')).body).toEqual({
    queue: { waiting: 0, due: 0, running: 0 },
    waiting: { events: 0, until: null },
  });
  expect(sandbox.kvs.sizes()).toMatchObject({ plain: 1 });
});

describe('faults', () => {
  test('are set, listed, counted down and cleared', async () => {
    const { send } = await httpWorld();
    const fault = { target: 'jira', match: 'GET', status: 429, times: 2 };
    expect((await send('POST', '/sandbox/faults', { body: fault })).body).toEqual({
      faults: [{ ...fault, left: 2 }],
    });
    const ask = () => send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body: { functionKey: 'status' } });
    expect((await ask()).body).toMatchObject({ status: 429, retryAfter: '5' });
    expect((await send('GET', '/sandbox/faults')).body).toMatchObject({ faults: [{ left: 1 }] });
    expect((await send('POST', '/sandbox/faults', { body: { clear: true } })).body).toEqual({ faults: [] });
    await send('POST', '/sandbox/faults', { body: fault });
    expect((await send('DELETE', '/sandbox/faults')).body).toEqual({ faults: [] });
  });

  test('leave people’s own requests alone', async () => {
    const { send } = await httpWorld();
    await send('POST', '/sandbox/faults', { body: { target: 'jira', status: 500 } });
    expect((await send('GET', '/rest/api/3/myself', { as: 'u-coo' })).status).toBe(200);
  });

  test.each([
    { target: 'mail' },
    { target: 'jira', status: 200 },
    { target: 'kvs', rate: 2 },
    { target: 'jira', stat: 500 },
  ])('%j is refused', async (body) => {
    const { send } = await httpWorld();
    expect(await send('POST', '/sandbox/faults', { body })).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_BODY' } },
    });
  });
});

test('calls can be followed with since, and come grouped into waves', async () => {
  const { send } = await httpWorld();
  const ask = () =>
    send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body: { functionKey: 'two waves' } });
  await ask();
  const first = (await send('GET', '/sandbox/calls')).body as {
    calls: unknown[];
    next: number;
    waves: object;
  };
  expect(first.calls).toHaveLength(3);
  expect(Object.values(first.waves)).toEqual([[expect.any(Array), expect.any(Array)]]);
  await ask();
  const later = (await send('GET', `/sandbox/calls?since=${first.next}`)).body as { calls: { id: number }[] };
  expect(later.calls).toHaveLength(3);
  expect(later.calls.every(({ id }) => id > first.next)).toBe(true);
  expect((await send('GET', '/sandbox/calls?since=x')).status).toBe(400);
});

test('unknown routes say what there is', async () => {
  const { send } = await httpWorld();
  const { status, body } = await send('POST', '/sandbox/nothing');
  expect(status).toBe(404);
  expect(body).toMatchObject({
    error: { code: 'NO_ROUTE' },
    routes: expect.arrayContaining(['POST /sandbox/drain']),
  });
});

test('malformed JSON is refused', async () => {
  const { send } = await httpWorld();
  expect(await send('POST', '/sandbox/reset', { text: '{' })).toMatchObject({
    status: 400,
    body: { error: { code: 'MALFORMED_JSON' } },
  });
});
