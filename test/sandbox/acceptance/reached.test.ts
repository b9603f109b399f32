import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const admin = (): Client => as('u-admin');

interface Told {
  readonly at: string;
  readonly how: 'mail' | 'mention';
  readonly subject: string;
  readonly text: string;
}

interface Panel {
  readonly charter: { readonly agreements: readonly { readonly reached: string | null }[] };
  readonly gate: {
    readonly findings: readonly { readonly rule: string; readonly what: string; readonly next: string }[];
  };
}

async function advance(by: string): Promise<void> {
  expect((await admin().send('POST', '/sandbox/clock', { advance: by })).status).toBe(200);
  await admin().send('POST', '/sandbox/drain');
}

/** Lets so many hours pass, one after the other: what is tried again is tried again. */
async function hours(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) await advance('PT1H');
}

const now = (): string => new Date(site.sandbox.clock.now()).toISOString();
const panel = async (key: string): Promise<Panel> =>
  (await as('u-coo').done(key, 'charter/get')) as unknown as Panel;
const reached = async (key: string): Promise<string | null | undefined> =>
  (await panel(key)).charter.agreements[0]?.reached;

async function told(accountId: string, key: string, since: string): Promise<readonly Told[]> {
  const { body } = await admin().get(`/sandbox/told?accountId=${accountId}&since=${since}`);
  return (body as { told: readonly Told[] }).told.filter(
    ({ text, subject }) => new RegExp(`${key}\\b`).test(text + subject) || text.includes('in Holdfast'),
  );
}

async function owned(): Promise<string> {
  const key = newEpic(site.sandbox, { summary: 'A second plant' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await advance('PT10M');
  return key;
}

const ask = (key: string, providerAccountId: string): Promise<unknown> =>
  as('u-coo').done(key, 'agreement/request', {
    providerAccountId,
    deliverable: 'A landing page',
    acceptance: 'It answers',
    neededBy: '2027-12-17',
    impact: 'The opening waits.',
  });

/** The next mail is taken, and Jira's answer to it lost. */
const loseMail = (): Promise<unknown> =>
  admin().send('POST', '/sandbox/faults', {
    target: 'jira',
    match: '/notify',
    status: 503,
    afterwards: true,
    times: 1,
  });

test('the clock of an answer begins when Jira took the mail, and not before', async () => {
  const key = await owned();
  const since = now();
  await ask(key, 'u-marketing');
  expect(await reached(key)).toBeNull();
  const before = (await panel(key)).gate.findings.find(({ rule }) => rule === 'agreement.unacknowledged');
  expect(before?.what).toMatch(/, who was not reached yet\.$/);
  await advance('PT5M');
  const at = await reached(key);
  expect(at && at > since && at <= now()).toBe(true);
  const after = (await panel(key)).gate.findings.find(({ rule }) => rule === 'agreement.unacknowledged');
  expect(after?.what).not.toMatch('not reached');
});

test('whoever opens the page is reached before any mail goes', async () => {
  const key = await owned();
  await ask(key, 'u-marketing');
  await as('u-marketing').done(key, 'charter/get');
  await admin().send('POST', '/sandbox/drain');
  expect(await reached(key)).toEqual(expect.any(String));
});

test('a mail whose answer is lost is followed by one mention, and by no second mail', async () => {
  const key = await owned();
  const since = now();
  await ask(key, 'u-marketing');
  await loseMail();
  await advance('PT5M');
  await hours(3);
  const all = await told('u-marketing', key, since);
  expect(all.map(({ how }) => how)).toEqual(['mail', 'mention']);
  expect(all[1]?.text).not.toMatch(/landing page|opening/);
  expect(await reached(key)).toEqual(expect.any(String));
  expect(site.logs.splice(0)).toEqual([expect.stringMatching(/^A mail may have gone/)]);
});

test('a site without mail tells by one mention', async () => {
  await admin().send('POST', '/sandbox/switches', { mail: 'off' });
  const key = await owned();
  const since = now();
  await ask(key, 'u-marketing');
  await advance('PT5M');
  await hours(2);
  await admin().send('POST', '/sandbox/switches', { mail: 'on' });
  await hours(1);
  const all = await told('u-marketing', key, since);
  expect(all.map(({ how }) => how)).toEqual(['mention']);
  expect(all[0]?.text).not.toMatch(/landing page|opening/);
});

test('a mail that Jira wants later goes later, once', async () => {
  const key = await owned();
  const since = now();
  await ask(key, 'u-marketing');
  await admin().send('POST', '/sandbox/faults', { target: 'jira', match: '/notify', status: 429, times: 2 });
  await advance('PT5M');
  await hours(2);
  expect((await told('u-marketing', key, since)).map(({ how }) => how)).toEqual(['mail']);
});

test('a person who wants the page alone is sent nothing, and reached on their next working day', async () => {
  const key = await owned();
  const chosen = { asked: 'page', answers: 'page', reminders: 'page', changed: 'page' };
  await as('u-sales').done(key, 'notice/preferences', { choices: chosen });
  const since = now();
  await ask(key, 'u-sales');
  await advance('PT10M');
  expect(await reached(key)).toBeNull();
  await hours(96);
  expect(await reached(key)).toEqual(expect.any(String));
  const all = await told('u-sales', key, since);
  expect(all.filter(({ subject }) => subject.startsWith(key))).toEqual([]);
});

test('the story is told to the one whose move it is: asked at noon, answered, and heard of ten minutes later', async () => {
  const key = await owned();
  const start = now();
  await ask(key, 'u-marketing');
  await advance('PT5M');
  const [request, ...others] = await told('u-marketing', key, start);
  expect([request?.how, others]).toEqual(['mail', []]);
  expect(request?.text).toMatch(/\?open=[0-9a-f]{32}%3AA1$/m);
  const ref = decodeURIComponent(/\?open=(\S+)$/m.exec(request?.text ?? '')?.[1] ?? '');
  const answered = now();
  await as('u-marketing').done(key, 'commitments/answer', {
    answers: [{ ref, call: 'agreement/acknowledge' }],
  });
  await advance('PT5M');
  const heard = await told('u-coo', key, answered);
  expect(heard.map(({ subject }) => subject)).toEqual([expect.stringMatching(/ said yes$/)]);
  expect(Date.parse(heard[0]?.at ?? '') - Date.parse(start)).toBeLessThanOrEqual(600_000);
  for (const nobody of ['u-cto', 'u-ops', 'u-product', 'u-platform', 'u-lead']) {
    expect([nobody, await told(nobody, key, start)]).toEqual([nobody, []]);
  }
});

test('whoever asks somebody who cannot see the item is told so before', async () => {
  const key = await owned();
  expect(await as('u-coo').done(key, 'person/reach', { accountId: 'u-marketing' })).toMatchObject({
    reach: expect.stringMatching(/^(item|unknown)$/),
  });
  await admin().send('POST', '/sandbox/switches', { checkOthers: 'allowed' });
  const own = { accountId: 'u-platform', providerIssueKey: 'PLAT-1' };
  const answers = [
    await as('u-coo').done(key, 'person/reach', { accountId: 'u-outsider' }),
    await as('u-coo').done(key, 'person/reach', own),
  ];
  await admin().send('POST', '/sandbox/switches', { checkOthers: 'refused' });
  // Nothing is proven of somebody who sees nothing at all: an empty answer is no fact.
  expect(answers).toMatchObject([{ reach: 'unknown' }, { reach: expect.any(String) }]);
});
