import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const PEOPLE = ['u-cto', 'u-coo', 'u-marketing', 'u-ops', 'u-product', 'u-sales', 'u-platform', 'u-lead'];

interface Told {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const advance = async (by: string): Promise<void> => {
  const { status } = await as('u-admin').send('POST', '/sandbox/clock', { advance: by });
  expect(status).toBe(200);
  await as('u-admin').send('POST', '/sandbox/drain');
};

const now = (): string => new Date(site.sandbox.clock.now()).toISOString();
const inDays = (days: number): string =>
  new Date(site.sandbox.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Who was told of an item since a moment. */
async function told(key: string, since: string): Promise<readonly Told[]> {
  const all = await Promise.all(
    PEOPLE.map(async (to) => {
      const { body } = await as('u-admin').get(`/sandbox/told?accountId=${to}&since=${since}`);
      return (body as { told: readonly Omit<Told, 'to'>[] }).told.map((one) => ({ ...one, to }));
    }),
  );
  return all.flat().filter(({ text }) => new RegExp(`${key}\\b`).test(text));
}

/** What somebody does, and whom it tells within five minutes. */
async function tells(key: string, act: () => Promise<unknown>): Promise<readonly Told[]> {
  const since = now();
  await act();
  await site.sandbox.drain();
  await advance('PT5M');
  return told(key, since);
}

const to = (all: readonly Told[]): readonly string[] => all.map((one) => one.to).sort();
const of = (all: readonly Told[], who: string): string => all.find((one) => one.to === who)?.text ?? '';

/** An epic that u-coo owns; whatever was told of that is over. */
async function owned(): Promise<string> {
  const key = newEpic(site.sandbox, { summary: 'A third plant' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await advance('PT10M');
  return key;
}

const ask = (key: string, by = 'u-coo'): Promise<unknown> =>
  as(by).done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A landing page',
    acceptance: 'It answers',
    neededBy: inDays(20),
  });

async function asked(by?: string): Promise<string> {
  const key = await owned();
  await tells(key, () => ask(key, by));
  return key;
}

const A1 = { agreementId: 'A1' };

test('an answer announced for a day reaches the owner with the day’s mail, and the provider is reminded that morning alone', async () => {
  const key = await asked();
  const since = now();
  const soon = await tells(key, () =>
    as('u-marketing').done(key, 'agreement/reply-later', { ...A1, by: inDays(3), reason: 'The agency' }),
  );
  expect(soon).toEqual([]);
  for (let hour = 0; hour < 48; hour += 1) await advance('PT1H');
  const owners = await told(key, since);
  expect(to(owners)).toEqual(['u-coo']);
  expect(of(owners, 'u-coo')).toMatch(/answers your request for “A landing page” by .+: The agency/);
  const morning = now();
  for (let hour = 0; hour < 30; hour += 1) await advance('PT1H');
  const reminded = await told(key, morning);
  expect(to(reminded)).toEqual(['u-marketing']);
  expect(of(reminded, 'u-marketing')).toMatch('You said that you would answer about “A landing page”');
});

test('a question asked back reaches the owner at once, and its answer the provider', async () => {
  const key = await asked();
  const question = await tells(key, () =>
    as('u-marketing').done(key, 'agreement/ask-more', { ...A1, question: 'In which language?' }),
  );
  expect(to(question)).toEqual(['u-coo']);
  expect(of(question, 'u-coo')).toMatch('“In which language?”');
  const answer = await tells(key, () =>
    as('u-coo').done(key, 'agreement/restate', { ...A1, answer: 'In Spanish' }),
  );
  expect(to(answer)).toEqual(['u-marketing']);
  expect(of(answer, 'u-marketing')).toMatch('You asked: “In which language?” The answer: In Spanish');
});

test('a replaced provider hears that nothing waits for them, and the new one is asked', async () => {
  const key = await asked();
  await tells(key, () => as('u-marketing').done(key, 'agreement/acknowledge', A1));
  const heard = await tells(key, () =>
    as('u-coo').done(key, 'agreement/replace', {
      ...A1,
      providerAccountId: 'u-sales',
      reason: 'It does not come',
    }),
  );
  expect(to(heard)).toEqual(['u-marketing', 'u-sales']);
  expect(of(heard, 'u-sales')).toMatch('asks you for “A landing page”');
  expect(of(heard, 'u-marketing')).toMatch('It does not come. Nothing waits for you.');
});

test('whoever asked takes it back though another owns the work, and the provider hears of it', async () => {
  const key = await asked('u-cto');
  const heard = await tells(key, () =>
    as('u-cto').done(key, 'agreement/take-back', { ...A1, reason: 'Bought one' }),
  );
  expect(to(heard)).toEqual(['u-marketing']);
  expect(of(heard, 'u-marketing')).toMatch('no longer needs “A landing page”: Bought one');
});

test('what is taken back within three minutes by whoever asked is told nobody', async () => {
  const key = await owned();
  const since = now();
  await ask(key, 'u-cto');
  await advance('PT1M');
  await as('u-cto').done(key, 'agreement/take-back', { ...A1, reason: 'A slip' });
  await advance('PT20M');
  expect(await told(key, since)).toEqual([]);
});

test('a question put to somebody else reaches them, and the former one hears that it is over', async () => {
  const key = await owned();
  const escalationId = 'E1';
  await tells(key, () =>
    as('u-coo').done(key, 'escalation/raise', { question: 'Which market first?', toAccountId: 'u-product' }),
  );
  const heard = await tells(key, () =>
    as('u-cto').done(key, 'escalation/redirect', { escalationId, toAccountId: 'u-sales' }),
  );
  expect(to(heard)).toEqual(['u-product', 'u-sales']);
  expect(of(heard, 'u-sales')).toMatch('asks you to decide: “Which market first?”');
  expect(of(heard, 'u-product')).toMatch('Nothing waits for you.');
  const over = await tells(key, () =>
    as('u-coo').done(key, 'escalation/take-back', { escalationId, reason: 'Both' }),
  );
  expect(to(over)).toEqual(['u-sales']);
});

test('a gap on work nobody owns reaches whoever stands behind it, who answers it from their commitments', async () => {
  const key = await owned();
  await as('u-coo').done(key, 'dri/decline', { reason: 'No time' });
  await advance('PT10M');
  const raised = await tells(key, () =>
    as('u-ops').done(key, 'gap/raise', { what: 'Nobody tests the import' }),
  );
  expect(to(raised)).toEqual(['u-cto']);
  const { body } = await as('u-cto').invoke('my-commitments', 'commitments/list', {}, {});
  const { yours } = body as {
    yours: readonly { duty: string; ref: string; item?: { issueKey: string } }[];
  };
  const line = yours.find(({ duty, item }) => duty === 'answer-gap' && item?.issueKey === key);
  const answered = await tells(key, async () => {
    const { body: answer } = await as('u-cto').invoke(
      'my-commitments',
      'commitments/answer',
      {
        answers: [{ ref: line?.ref, call: 'gap/answer', input: { answer: 'We do, on Monday' } }],
      },
      {},
    );
    expect(answer).toMatchObject({ ok: true, results: [{ ok: true }] });
  });
  expect(to(answered)).toEqual(['u-ops']);
});

test('a decline names neither whoever asks nor a day further ahead than three years', async () => {
  const key = await asked();
  const decline = async (more: object): Promise<unknown> =>
    (await as('u-marketing').panel(key, 'agreement/decline', { ...A1, reason: 'Not ours', ...more })).body;
  expect(await decline({ alternativeAccountId: 'u-coo' })).toMatchObject({
    ok: false,
    error: { code: 'alternative-is-asker', field: 'alternativeAccountId' },
  });
  expect(await decline({ availableFrom: '2099-01-01' })).toMatchObject({
    ok: false,
    error: { code: 'date-too-far', field: 'availableFrom' },
  });
});

test('where nobody stands behind the owner, the project’s lead hears what is to be moved: a no, a hand-back, a gap', async () => {
  const key = newEpic(site.sandbox, { summary: 'A fourth plant' });
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await advance('PT10M');
  const no = await tells(key, () =>
    as('u-coo').done(key, 'checkin/submit', { onTrack: false, biggestRisk: 'The permit', needs: [] }),
  );
  expect(to(no)).toEqual(['u-lead']);
  expect(of(no, 'u-lead')).toContain('The permit');
  const back = await tells(key, () => as('u-coo').done(key, 'dri/decline', { reason: 'No time' }));
  expect(to(back)).toEqual(['u-lead']);
  // There is no line of theirs to open: it is done on the work item.
  expect(of(back, 'u-lead')).toContain(`/browse/${key}`);
  const gap = await tells(key, () => as('u-sales').done(key, 'gap/raise', { what: 'A parking lot' }));
  expect(to(gap)).toEqual(['u-lead']);
  // Once somebody is asked, it is theirs, and nobody else hears of it.
  const asks = await tells(key, () => as('u-lead').done(key, 'dri/nominate', { accountId: 'u-ops' }));
  expect(to(asks)).toEqual(['u-ops']);
});
