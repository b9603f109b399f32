import { clientOf, refusalCode, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';
import { unchanged } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string | null): Client => clientOf(site, accountId);

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'A staging environment',
  acceptance: 'It answers on its address',
  neededBy: '2026-12-18',
};

/** Every call of a panel, well formed. */
const panelCalls: readonly (readonly [string, object])[] = [
  ['charter/get', {}],
  ['dri/nominate', { accountId: 'u-outsider' }],
  ['dri/accept', {}],
  ['dri/decline', { reason: 'No' }],
  ['authority/grant', { decisions: 'All' }],
  ['dependencies/declare-none', {}],
  ['agreement/request', request],
  ['agreement/acknowledge', { agreementId: 'A1' }],
  ['agreement/decline', { agreementId: 'A1', reason: 'No', availableFrom: '2027-01-11' }],
  ['agreement/withdraw', { agreementId: 'A1', reason: 'No' }],
];

test.each(panelCalls)(
  'u-outsider: %s answers alike for an item that exists and one that does not',
  async (call, payload) => {
    const existing = await unchanged(site.sandbox, () => as('u-outsider').panel('EXP-3', call, payload));
    const missing = await unchanged(site.sandbox, () => as('u-outsider').panel('EXP-9999', call, payload));
    expect(refusalCode(existing)).toBe('not-found');
    expect(existing).toEqual(missing);
    expect(JSON.stringify(existing)).not.toMatch(/EXP|Mexico|Diego|Tomasz|u-/);
  },
);

test('u-outsider: report and policy answer alike for a project that exists and one that does not', async () => {
  for (const [module, call] of [
    ['gap-report', 'report/page'],
    ['project-policy', 'policy/get'],
  ] as const) {
    const existing = await as('u-outsider').invoke(module, call, {}, { projectKey: 'EXP' });
    const missing = await as('u-outsider').invoke(module, call, {}, { projectKey: 'NOPE' });
    expect(refusalCode(existing)).toBe('not-found');
    expect(existing).toEqual(missing);
  }
});

test('somebody who is not logged in gets nothing', async () => {
  const reply = await unchanged(site.sandbox, () => as(null).panel('EXP-2', 'charter/get'));
  expect(refusalCode(reply)).toBe('anonymous');
});

test('an account that left cannot log in', async () => {
  expect((await as('u-gone').panel('EXP-2', 'charter/get')).status).toBe(401);
  expect((await as('u-gone').get('/rest/api/3/issue/EXP-2')).status).toBe(401);
});

test('u-viewer reads the panel and is told that they may not edit', async () => {
  const { me, gate } = await as('u-viewer').done('EXP-3', 'charter/get');
  expect(me).toEqual({ accountId: 'u-viewer', canEdit: false, administers: false, mayWaive: false });
  expect(gate.verdict).toBe('block');
});

test.each([
  ['dri/nominate', { accountId: 'u-viewer' }],
  ['agreement/request', request],
  ['dependencies/declare-none', {}],
  ['agreement/withdraw', { agreementId: 'A1', reason: 'No longer needed' }],
  ['authority/grant', { decisions: 'All' }],
])('u-viewer may not %s', async (call, payload) => {
  const reply = await unchanged(site.sandbox, () => as('u-viewer').panel('EXP-3', call, payload));
  expect(refusalCode(reply)).toBe('forbidden');
});

test('an item under issue security does not exist for those who may not see it', async () => {
  // EXP-11 is for the leads; u-product works in EXP all the same.
  const reply = await as('u-product').panel('EXP-11', 'charter/get');
  expect(reply).toEqual(await as('u-product').panel('EXP-9999', 'charter/get'));
  expect((await as('u-coo').panel('EXP-11', 'charter/get')).body).toMatchObject({ ok: true });

  const keys = async (accountId: string): Promise<string[]> => {
    const { body } = await as(accountId).invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' });
    return (body as { items: { issueKey: string }[] }).items.map(({ issueKey }) => issueKey);
  };
  expect(await keys('u-coo')).toContain('EXP-11');
  expect(await keys('u-product')).not.toContain('EXP-11');
});

describe('a provider who cannot browse the project', () => {
  const asked = async (): Promise<string> => {
    const key = newEpic(site.sandbox, { summary: 'Nothing a supplier should read' });
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'agreement/request', { ...request, deliverable: 'Somebody else’s promise' });
    await as('u-coo').done(key, 'agreement/request', { ...request, providerAccountId: 'u-supplier' });
    return key;
  };

  /** The promise, those it speaks of, and what tells that it has changed meanwhile. */
  const ownPromise = {
    ok: true,
    people: expect.any(Object),
    seen: expect.any(Number),
    now: expect.any(String),
    // A slip can be undone for ten minutes.
    undo: [expect.objectContaining({ agreementId: 'A2' })],
  };

  test('acknowledges their own agreement and sees nothing else of the item', async () => {
    const key = await asked();
    expect((await as('u-supplier').get(`/rest/api/3/issue/${key}`)).status).toBe(404);

    const { status, body } = await as('u-supplier').panel(key, 'agreement/acknowledge', {
      agreementId: 'A2',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...ownPromise,
      agreement: expect.objectContaining({ id: 'A2', status: 'acknowledged' }),
    });
    expect(JSON.stringify(body)).not.toMatch(/Nothing a supplier|Somebody else|EXP-/);
    // Who promised to whom is part of the promise; nobody else of the work item is named.
    expect(Object.keys((body as { people: object }).people).sort()).toEqual(['u-coo', 'u-supplier']);

    const { charter } = await as('u-coo').done(key, 'charter/get');
    expect(charter.agreements.map(({ status: one }) => one)).toEqual(['requested', 'acknowledged']);
  });

  test('declines their own agreement', async () => {
    const key = await asked();
    const { body } = await as('u-supplier').panel(key, 'agreement/decline', {
      agreementId: 'A2',
      reason: 'Our plant is closed in December',
      availableFrom: '2027-01-11',
    });
    expect(body).toEqual({
      ...ownPromise,
      agreement: expect.objectContaining({ id: 'A2', status: 'declined' }),
    });
  });

  test.each([
    ['another’s agreement', 'agreement/acknowledge', { agreementId: 'A1' }],
    ['an agreement that is not there', 'agreement/acknowledge', { agreementId: 'A9' }],
    ['the charter', 'charter/get', {}],
    ['a withdrawal', 'agreement/withdraw', { agreementId: 'A2', reason: 'No' }],
  ])('%s does not exist for them', async (_, call, payload) => {
    const key = await asked();
    const reply = await unchanged(site.sandbox, () => as('u-supplier').panel(key, call, payload));
    expect(reply).toEqual(await as('u-supplier').panel('EXP-9999', call, payload));
    expect(refusalCode(reply)).toBe('not-found');
  });

  test('a second answer is refused without a word about the item', async () => {
    const key = await asked();
    await as('u-supplier').panel(key, 'agreement/acknowledge', { agreementId: 'A2' });
    const reply = await as('u-supplier').panel(key, 'agreement/acknowledge', { agreementId: 'A2' });
    expect(refusalCode(reply)).toBe('wrong-status');
    expect(JSON.stringify(reply)).not.toMatch(/Nothing a supplier|Somebody else|Mara/);
  });
});

describe('My commitments', () => {
  const list = async (accountId: string | null, payload: object = {}) =>
    as(accountId).invoke('my-commitments', 'commitments/list', payload);
  const answer = async (accountId: string | null, ...answers: readonly object[]) =>
    as(accountId).invoke('my-commitments', 'commitments/answer', { answers });
  interface Entry {
    readonly ref: string;
    readonly duty: string;
    readonly agreement?: { readonly deliverable: string };
  }
  const yours = async (accountId: string): Promise<readonly Entry[]> => {
    const { body } = await list(accountId);
    return (body as { yours: readonly Entry[] }).yours;
  };

  test('holds nothing for somebody whom nothing concerns', async () => {
    for (const accountId of ['u-outsider', 'u-viewer', 'u-bot']) {
      const { body } = await list(accountId);
      expect(body).toMatchObject({ ok: true, yours: [], awaited: [], people: {} });
    }
    expect(refusalCode(await list(null))).toBe('anonymous');
    expect(refusalCode(await answer(null, { ref: '0'.repeat(32), call: 'dri/accept' }))).toBe('anonymous');
  });

  test('shows u-platform what waits in EXP, whatever page it is asked from', async () => {
    // Whoever looks is reached by that: what is compared was read after it.
    await yours('u-platform');
    await site.sandbox.drain();
    const entries = await yours('u-platform');
    expect(entries.map(({ duty }) => duty)).toEqual(expect.arrayContaining(['acknowledge', 'deliver']));
    const elsewhere = await as('u-platform').panel('EXP-1', 'commitments/list');
    expect((elsewhere.body as { yours: readonly Entry[] }).yours).toEqual(entries);
  });

  test('lets a provider who cannot browse answer, and tells nothing else of the item', async () => {
    const key = newEpic(site.sandbox, { summary: 'Nothing a supplier should read' });
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'agreement/request', { ...request, deliverable: 'Somebody else’s promise' });
    await as('u-coo').done(key, 'agreement/request', {
      ...request,
      deliverable: 'Palm oil',
      providerAccountId: 'u-supplier',
    });
    const { body } = await list('u-supplier');
    expect(JSON.stringify(body)).toContain('Palm oil');
    expect(JSON.stringify(body)).not.toMatch(/Nothing a supplier|Somebody else|Tomasz|u-platform|EXP/);

    const [entry] = (await yours('u-supplier')).filter(
      ({ agreement }) => agreement?.deliverable === 'Palm oil',
    );
    const ref = entry?.ref ?? '';
    expect(ref).not.toContain(key);
    const refused = await unchanged(site.sandbox, () =>
      answer(
        'u-supplier',
        { ref: ref.replace(':A2', ':A1'), call: 'agreement/acknowledge' },
        { ref: ref.replace(':A2', ''), call: 'dri/accept' },
        { ref, call: 'agreement/withdraw', input: { reason: 'No' } },
        { ref, call: 'agreement/accept-delivery' },
      ),
    );
    const { results } = refused.body as { results: readonly { error: { code: string } }[] };
    expect(results.map(({ error }) => error.code)).toEqual(Array(4).fill('not-found'));
    expect(JSON.stringify(refused.body)).not.toMatch(/EXP|Nothing a supplier|Somebody else/);

    expect((await answer('u-supplier', { ref, call: 'agreement/acknowledge' })).body).toEqual({
      ok: true,
      results: [{ ref, ok: true }],
    });
    const { charter } = await as('u-coo').done(key, 'charter/get');
    expect(charter.agreements.map(({ status: one }) => one)).toEqual(['requested', 'acknowledged']);
  });

  test('gives another’s ref no meaning', async () => {
    const [entry] = await yours('u-platform');
    const reply = await unchanged(site.sandbox, () =>
      answer('u-outsider', { ref: entry?.ref ?? '', call: 'agreement/acknowledge' }),
    );
    const missing = await answer('u-outsider', {
      ref: `${'0'.repeat(32)}:A1`,
      call: 'agreement/acknowledge',
    });
    expect(reply.body).toMatchObject({ ok: true, results: [{ ok: false, error: { code: 'not-found' } }] });
    const errors = ({ body }: typeof reply) =>
      (body as { results: readonly { error: object }[] }).results.map(({ error }) => error);
    expect(errors(reply)).toEqual(errors(missing));
  });
});
