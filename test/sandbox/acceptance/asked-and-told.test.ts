import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const admin = (): Client => as('u-admin');
const PEOPLE = ['u-cto', 'u-coo', 'u-marketing', 'u-ops', 'u-product', 'u-sales', 'u-platform', 'u-lead'];

interface Told {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const advance = async (by: string): Promise<void> => {
  expect((await admin().send('POST', '/sandbox/clock', { advance: by })).status).toBe(200);
  await admin().send('POST', '/sandbox/drain');
};

const now = (): string => new Date(site.sandbox.clock.now()).toISOString();

/** Who was told of an item since a moment. */
async function told(key: string, since: string): Promise<readonly Told[]> {
  const all = await Promise.all(
    PEOPLE.map(async (to) => {
      const { body } = await admin().get(`/sandbox/told?accountId=${to}&since=${since}`);
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
  expect(await told(key, since)).toEqual([]);
  await advance('PT5M');
  return told(key, since);
}

async function asked(key: string, more: object = {}): Promise<unknown> {
  return as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A landing page',
    acceptance: 'It answers',
    neededBy: '2027-12-17',
    impact: 'The opening waits.',
    ...more,
  });
}

/** An epic that u-coo owns; whatever was told of that is over. */
async function owned(): Promise<string> {
  const key = newEpic(site.sandbox, { summary: 'A second plant' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await advance('PT10M');
  return key;
}

const to = (all: readonly Told[]): readonly string[] => all.map((one) => one.to);

test('the demo’s first sweep tells nobody promptly of what happened before', async () => {
  expect([...site.sandbox.jira.notices()].filter(({ subject }) => !subject.startsWith('Holdfast: '))).toEqual(
    [],
  );
  await advance('PT2H');
  expect([...site.sandbox.jira.notices()].filter(({ subject }) => !subject.startsWith('Holdfast: '))).toEqual(
    [],
  );
});

test('each move reaches the one whose move it is within five minutes, each answer whoever waited, and nobody else', async () => {
  const key = newEpic(site.sandbox, { summary: 'A second plant' });
  const [nomination, ...others] = await tells(key, () =>
    as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' }),
  );
  expect([nomination?.to, others]).toEqual(['u-coo', []]);
  expect(nomination?.subject).toMatch(new RegExp(`^${key}: .+ asks you to be its one owner$`));
  expect(to(await tells(key, () => as('u-coo').done(key, 'dri/accept')))).toEqual(['u-cto']);

  const [request, ...more] = await tells(key, () => asked(key));
  expect([request?.to, more]).toEqual(['u-marketing', []]);
  expect(request?.subject).toMatch(new RegExp(`^${key}: Mara Okonkwo asks you for a promise$`));
  expect(request?.text).toMatch('“A landing page” by Fri, 17 Dec 2027. Mara Okonkwo waits for it.');
  expect(request?.text.match(/https?:\S+/g)).toEqual([
    expect.stringMatching(/\/jira\/apps\/[^/]+\/[^/]+\?open=[0-9a-f]{32}%3AA1$/),
    expect.stringMatching(/\?show=notices$/),
  ]);

  const agreementId = 'A1';
  const steps: readonly (readonly [string, string, object, string])[] = [
    ['u-marketing', 'counter', { committedBy: '2027-12-20', reason: 'The agency is late' }, 'u-coo'],
    ['u-coo', 'accept-counter', {}, 'u-marketing'],
    ['u-marketing', 'renegotiate', { committedBy: '2027-12-21', reason: 'One day more' }, 'u-coo'],
    ['u-coo', 'answer-renegotiation', { accept: true }, 'u-marketing'],
    ['u-marketing', 'deliver', { evidence: 'https://plant.example' }, 'u-coo'],
    ['u-coo', 'return', { cause: 'quality', reason: 'It does not load' }, 'u-marketing'],
    ['u-marketing', 'deliver', { evidence: 'https://plant.example/2' }, 'u-coo'],
    ['u-coo', 'accept-delivery', {}, 'u-marketing'],
  ];
  for (const [by, verb, payload, whom] of steps) {
    const heard = await tells(key, () => as(by).done(key, `agreement/${verb}`, { agreementId, ...payload }));
    expect([verb, to(heard)]).toEqual([verb, [whom]]);
  }
});

test('a yes reaches the owner, and a no with what could be instead', async () => {
  const key = await owned();
  await tells(key, () => asked(key));
  const yes = await tells(key, () =>
    as('u-marketing').done(key, 'agreement/acknowledge', { agreementId: 'A1' }),
  );
  expect(to(yes)).toEqual(['u-coo']);
  await tells(key, () => asked(key, { deliverable: 'A film' }));
  const no = await tells(key, () =>
    as('u-marketing').done(key, 'agreement/decline', {
      agreementId: 'A2',
      reason: 'No camera',
      alternativeAccountId: 'u-sales',
    }),
  );
  expect(to(no)).toEqual(['u-coo']);
  expect(no[0]?.text).toMatch(/declined “A film”: No camera\. They name /);
});

test('a check-in off track tells whoever stands behind the owner, and the one who is needed', async () => {
  const key = await owned();
  const heard = await tells(key, () =>
    as('u-coo').done(key, 'checkin/submit', {
      onTrack: false,
      biggestRisk: 'No site',
      needs: [{ accountId: 'u-sales', what: 'A list of tenants' }],
      reviewed: [],
    }),
  );
  expect([...to(heard)].sort()).toEqual(['u-cto', 'u-sales']);
  expect(heard.find((one) => one.to === 'u-cto')?.text).toMatch('Biggest risk: No site.');
  expect(heard.find((one) => one.to === 'u-sales')?.text).toMatch('asks you to decide: “A list of tenants”');
});

test('what is taken back within three minutes is told nobody', async () => {
  const key = await owned();
  const since = now();
  await asked(key);
  await advance('PT2M');
  await as('u-coo').done(key, 'agreement/withdraw', { agreementId: 'A1', reason: 'Not needed' });
  await advance('PT20M');
  expect(await told(key, since)).toEqual([]);
});

test('a promise that is no longer needed is told whoever gave it', async () => {
  const key = await owned();
  await tells(key, () => asked(key));
  await tells(key, () => as('u-marketing').done(key, 'agreement/acknowledge', { agreementId: 'A1' }));
  const over = await tells(key, () =>
    as('u-coo').done(key, 'agreement/withdraw', { agreementId: 'A1', reason: 'Not needed' }),
  );
  expect(to(over)).toEqual(['u-marketing']);
});

test('several moves within three minutes are one mail, also of several items', async () => {
  const other = await owned();
  const key = await owned();
  const heard = await tells(key, async () => {
    await asked(key);
    await asked(other, { deliverable: 'A film' });
  });
  expect(to(heard)).toEqual(['u-marketing']);
  expect(heard[0]?.subject).toMatch(/\(and 1 more\)$/);
});

test('events that come twice and out of order tell once', async () => {
  await admin().send('POST', '/sandbox/faults', { target: 'queue', duplicate: true });
  await admin().send('POST', '/sandbox/faults', { target: 'queue', reorder: true });
  const key = await owned();
  const since = now();
  await asked(key);
  await advance('PT20M');
  await admin().send('DELETE', '/sandbox/faults');
  expect(to(await told(key, since))).toEqual(['u-marketing']);
});

test('what the queue lost is told after the hourly sweep', async () => {
  const key = await owned();
  const since = now();
  await admin().send('POST', '/sandbox/faults', { target: 'queue', status: 500 });
  await asked(key);
  await admin().send('DELETE', '/sandbox/faults');
  expect(site.logs.splice(0)).toEqual([expect.stringMatching('could not be queued')]);
  await advance('PT2H');
  expect(to(await told(key, since))).toEqual(['u-marketing']);
});
