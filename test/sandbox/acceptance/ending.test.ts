import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const PEOPLE = ['u-cto', 'u-coo', 'u-marketing', 'u-ops', 'u-product', 'u-sales', 'u-platform', 'u-lead'];
const A1 = { agreementId: 'A1' };

interface Told {
  readonly to: string;
  readonly text: string;
}
interface Entry {
  readonly duty: string;
  readonly ref: string;
  readonly agreement?: { readonly deliverable: string };
  readonly undo?: readonly { readonly agreementId?: string; readonly until: string }[];
}

const advance = async (by: string): Promise<void> => {
  await as('u-admin').send('POST', '/sandbox/clock', { advance: by });
  await as('u-admin').send('POST', '/sandbox/drain');
};
const now = (): string => new Date(site.sandbox.clock.now()).toISOString();
const inDays = (days: number): string =>
  new Date(site.sandbox.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Who was told what of these items since a moment, nobody else's mail among it. */
async function told(keys: readonly string[], since: string): Promise<readonly Told[]> {
  const all = await Promise.all(
    PEOPLE.map(async (to) => {
      const { body } = await as('u-admin').get(`/sandbox/told?accountId=${to}&since=${since}`);
      return (body as { told: readonly { text: string }[] }).told.map(({ text }) => ({ to, text }));
    }),
  );
  return all.flat().filter(({ text }) => keys.some((key) => new RegExp(`${key}\\b`).test(text)));
}

/** What somebody does, and whom it tells within five minutes. */
async function tells(keys: readonly string[], act: () => Promise<unknown>): Promise<readonly Told[]> {
  const since = now();
  await act();
  await site.sandbox.drain();
  await advance('PT5M');
  return told(keys, since);
}
const to = (all: readonly Told[]): readonly string[] => all.map((one) => one.to).sort();

async function owned(by: string, summary: string): Promise<string> {
  const key = newEpic(site.sandbox, { summary });
  await as('u-cto').done(key, 'dri/nominate', { accountId: by });
  await as(by).done(key, 'dri/accept');
  await advance('PT15M');
  return key;
}

/** An epic that u-coo owns, with a promise by u-marketing. */
async function promised(): Promise<string> {
  const key = await owned('u-coo', 'A third plant');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A landing page',
    acceptance: 'It answers',
    neededBy: inDays(20),
  });
  await as('u-marketing').done(key, 'agreement/acknowledge', A1);
  await advance('PT15M');
  return key;
}

async function linesOf(who: string): Promise<readonly Entry[]> {
  const { body } = await as(who).invoke('my-commitments', 'commitments/list', {});
  return (body as { yours: readonly Entry[] }).yours;
}

async function finish(key: string): Promise<void> {
  const moved = await as('u-admin').move(key, 'Start');
  expect(moved.status).toBe(204);
  expect((await as('u-admin').move(key, 'Finish')).status).toBe(204);
}

test('entering Done asks the owner once what became of each open promise, and the provider hears the answer', async () => {
  const key = await promised();
  const asked = await tells([key], () => finish(key));
  expect(to(asked)).toEqual(['u-coo']);
  expect(asked[0]?.text).toMatch(/It is done, and this is still open.*“A landing page”, from/s);
  const line = (await linesOf('u-coo')).find(({ duty, agreement }) => duty === 'settle' && agreement);
  expect(line?.agreement?.deliverable).toBe('A landing page');
  const settled = await tells([key], async () => {
    const { body } = await as('u-coo').invoke('my-commitments', 'commitments/answer', {
      answers: [{ ref: line?.ref, call: 'agreement/settle', input: { as: 'delivered' } }],
    });
    expect(body).toMatchObject({ ok: true, results: [{ ok: true }] });
  });
  expect(to(settled)).toEqual(['u-marketing']);
  expect(settled[0]?.text).toMatch('counts “A landing page” as delivered');
  const later = now();
  for (let day = 0; day < 30; day += 1) await advance('P1D');
  expect(await told([key], later)).toEqual([]);
});

test('what other work still needs goes there, and its owner takes it on', async () => {
  const key = await promised();
  const other = await owned('u-ops', 'A fourth plant');
  await finish(key);
  await advance('PT10M');
  const refused = await as('u-coo').panel(key, 'agreement/settle', {
    ...A1,
    as: 'moved',
    toIssueKey: 'EXP-1',
  });
  expect(refused.body).toMatchObject({ ok: false, error: { code: 'target-unowned', field: 'toIssueKey' } });
  const moved = await tells([key, other], () =>
    as('u-coo').done(key, 'agreement/settle', { ...A1, as: 'moved', toIssueKey: other }),
  );
  expect(to(moved)).toEqual(['u-marketing', 'u-ops']);
  const there = await as('u-ops').done(other, 'charter/get');
  expect(there).toMatchObject({
    charter: { agreements: [{ status: 'acknowledged', untaken: {}, carriedFrom: { issueKey: key } }] },
  });
  expect(await as('u-coo').done(key, 'charter/get')).toMatchObject({
    charter: { agreements: [{ status: 'withdrawn', settledAs: 'moved', movedTo: other }] },
  });
  const taken = await tells([other], () => as('u-ops').done(other, 'agreement/take-on', A1));
  expect(to(taken)).toEqual(['u-marketing']);
});

test('work that is opened again goes on with the old day, and pursues nobody for the time between', async () => {
  const key = await promised();
  await finish(key);
  await advance('PT10M');
  for (let day = 0; day < 40; day += 1) await advance('P1D');
  const since = now();
  expect((await as('u-admin').move(key, 'Reopen')).status).toBe(204);
  await advance('PT2H');
  const people = to(await told([key], since));
  expect(people.filter((who) => ['u-cto', 'u-lead'].includes(who))).toEqual([]);
  const { charter } = (await as('u-coo').done(key, 'charter/get')) as unknown as {
    charter: { agreements: readonly { rung: { since: string } | null }[]; reopenedAt: string };
  };
  expect(charter.agreements[0]?.rung?.since).toBe(charter.reopenedAt);
});

test('the next owner takes each promise on, and the provider hears of it then', async () => {
  const key = await promised();
  await as('u-coo').done(key, 'dri/decline', { reason: 'Another role' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await advance('PT15M');
  expect(to(await tells([key], () => as('u-ops').done(key, 'dri/accept')))).toEqual(['u-cto']);
  const line = (await linesOf('u-ops')).find(({ duty }) => duty === 'take-on');
  expect(line?.agreement?.deliverable).toBe('A landing page');
  const taken = await tells([key], () => as('u-ops').done(key, 'agreement/take-on', A1));
  expect(to(taken)).toEqual(['u-marketing']);
});

test('a slip is undone for ten minutes: no mail goes out before, and one that went is followed by the truth', async () => {
  const key = await owned('u-coo', 'A fifth plant');
  const ask = { providerAccountId: 'u-marketing', acceptance: 'It answers', neededBy: inDays(20) };
  await tells([key], () =>
    as('u-coo').done(key, 'agreement/request', { ...ask, deliverable: 'A landing page' }),
  );
  const nobody = await tells([key], async () => {
    const answer = await as('u-marketing').done(key, 'agreement/acknowledge', A1);
    expect(answer).toMatchObject({ undo: [{ agreementId: 'A1', step: 'agreement-acknowledged' }] });
    const line = (await linesOf('u-marketing')).find(({ undo }) => undo !== undefined);
    await as('u-marketing').invoke('my-commitments', 'commitments/answer', {
      answers: [{ ref: line?.ref, call: 'agreement/undo', input: {} }],
    });
  });
  expect(nobody).toEqual([]);
  expect(await as('u-coo').done(key, 'charter/get')).toMatchObject({
    charter: { agreements: [{ status: 'requested' }] },
    history: expect.arrayContaining([
      expect.objectContaining({ type: 'agreement-acknowledged' }),
      expect.objectContaining({ type: 'agreement-step-undone' }),
    ]) as unknown,
  });
  expect(to(await tells([key], () => as('u-marketing').done(key, 'agreement/acknowledge', A1)))).toEqual([
    'u-coo',
  ]);
  const truth = await tells([key], () => as('u-marketing').done(key, 'agreement/undo', A1));
  expect(to(truth)).toEqual(['u-coo']);
  expect(truth[0]?.text).toMatch(/It was a slip that .* acknowledged it \(“A landing page”\)/);
});

test('a slip is not undone after ten minutes, nor once the other side acted, and who did what is said', async () => {
  const key = await promised();
  const late = await as('u-marketing').panel(key, 'agreement/undo', A1);
  expect(late.body).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
  await as('u-coo').done(key, 'agreement/renegotiate', { ...A1, committedBy: inDays(10), reason: 'Earlier' });
  await as('u-marketing').done(key, 'agreement/answer-renegotiation', { ...A1, accept: true });
  await as('u-coo').done(key, 'agreement/renegotiate', { ...A1, committedBy: inDays(12), reason: 'Later' });
  const acted = await as('u-marketing').panel(key, 'agreement/undo', A1);
  expect(acted.body).toMatchObject({ ok: false, error: { code: 'acted-meanwhile' } });
  expect(JSON.stringify(acted.body)).toMatch(/asked for another date since/);
});
