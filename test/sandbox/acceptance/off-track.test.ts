import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

interface Told {
  readonly subject: string;
  readonly text: string;
}

interface Row {
  readonly issueKey: string;
  readonly onTrack: boolean | null;
  readonly atRisk: boolean;
  readonly checkIn: { readonly biggestRisk: string; readonly offTrackSince?: string } | null;
}

const now = (): string => new Date(site.sandbox.clock.now()).toISOString();

const advance = async (by: string): Promise<void> => {
  await as('u-admin').send('POST', '/sandbox/clock', { advance: by });
  await as('u-admin').send('POST', '/sandbox/drain');
};

async function toldTo(accountId: string, key: string, since: string): Promise<readonly Told[]> {
  const { body } = await as('u-admin').get(`/sandbox/told?accountId=${accountId}&since=${since}`);
  return (body as { told: readonly Told[] }).told.filter(({ text }) => new RegExp(`${key}\\b`).test(text));
}

async function lozengeOf(key: string): Promise<string> {
  const { body } = await as('u-coo').send('POST', '/sandbox/properties/epic-standing', {
    context: { issueKey: key },
  });
  return JSON.stringify(body);
}

async function rowOf(key: string): Promise<Row> {
  const context = { extension: { project: { key: 'EXP' } } };
  const { body } = await as('u-coo').invoke('gap-report', 'report/page', {}, context);
  const row = (body as { items: readonly Row[] }).items.find(({ issueKey }) => issueKey === key);
  if (!row) throw new Error(`no row of ${key}`);
  return row;
}

interface Commitments {
  readonly yours: readonly {
    readonly ref: string;
    readonly duty: string;
    readonly question?: { readonly text: string; readonly asks?: object };
    readonly agreement?: { readonly deliverable: string; readonly neededBy: string };
    readonly checkIn?: { readonly walkThrough: readonly string[] };
    readonly item?: { readonly issueKey: string };
  }[];
}

async function waitingFor(accountId: string, key: string): Promise<Commitments['yours']> {
  const { body } = await as(accountId).invoke('my-commitments', 'commitments/list', {});
  return (body as Commitments).yours.filter(({ item }) => item?.issueKey === key);
}

/** An epic that u-coo owns with u-cto’s authority, and has begun. */
async function begun(): Promise<string> {
  const key = newEpic(site.sandbox, { summary: 'A second plant' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-cto').done(key, 'authority/grant', { decisions: 'Scope and date' });
  await as('u-coo').done(key, 'brief/write', {
    outcome: 'The plant runs',
    whyNow: 'The lease ends',
    successMeasure: 'A hundred orders',
    reviewOn: '2027-06-01',
  });
  await as('u-coo').done(key, 'dependencies/declare-none');
  expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
  await advance('PT10M');
  return key;
}

test('a no is heard: the sponsor and whoever is needed within minutes, everybody else wherever they look', async () => {
  const key = await begun();
  expect(await lozengeOf(key)).toMatch('In order');
  const since = now();
  const panel = await as('u-coo').done(key, 'checkin/submit', {
    onTrack: false,
    biggestRisk: 'No site is free',
    needs: [
      { accountId: 'u-marketing', what: 'A list of tenants', as: 'agreement', by: '2027-02-12' },
      { accountId: 'u-ops', what: 'May we build in two steps?' },
    ],
    next: { choice: 'new-date', until: '2027-03-01', reason: 'The permit takes a month more' },
  });
  expect(panel).toMatchObject({ checkIn: { onTrack: false, offTrackSince: expect.any(String) } });
  expect(panel.history.slice(-4).map(({ type }) => type)).toEqual([
    'check-in-submitted',
    'agreement-requested',
    'escalation-raised',
    'escalation-raised',
  ]);
  await site.sandbox.drain();
  await advance('PT5M');

  const [sponsor] = await toldTo('u-cto', key, since);
  expect(sponsor?.text).toMatch('says that it is off track. Biggest risk: No site is free.');
  expect(sponsor?.text).toMatch('They ask for another day, Mon, 1 Mar 2027: The permit takes a month more.');
  const [provider] = await toldTo('u-marketing', key, since);
  expect(provider?.text).toMatch('asks you for “A list of tenants” by Fri, 12 Feb 2027.');
  const [decider] = await toldTo('u-ops', key, since);
  expect(decider?.text).toMatch('asks you to decide: “May we build in two steps?”');

  expect(await waitingFor('u-marketing', key)).toMatchObject([
    { duty: 'acknowledge', agreement: { deliverable: 'A list of tenants', neededBy: '2027-02-12' } },
  ]);
  expect(await waitingFor('u-ops', key)).toMatchObject([
    { duty: 'decide', question: { text: 'May we build in two steps?' } },
  ]);
  expect(await waitingFor('u-cto', key)).toMatchObject([
    { duty: 'decide', question: { asks: { choice: 'new-date', until: '2027-03-01' } } },
  ]);

  expect(await lozengeOf(key)).toMatch('Off track since');
  expect(await rowOf(key)).toMatchObject({
    onTrack: false,
    atRisk: true,
    checkIn: { biggestRisk: 'No site is free', offTrackSince: expect.any(String) },
  });
  const { gates } = (await as('u-coo').done(key, 'charter/get')) as unknown as {
    gates: { finish: { findings: { rule: string; severity: string }[] } };
  };
  expect(gates.finish.findings).toContainEqual(
    expect.objectContaining({ rule: 'checkin.off-track', severity: 'warn' }),
  );
});

test('what is needed is asked for from My commitments as from the panel', async () => {
  const key = await begun();
  await advance('P8D');
  const [duty] = (await waitingFor('u-coo', key)).filter(({ duty: kind }) => kind === 'check-in');
  const { body } = await as('u-coo').invoke('my-commitments', 'commitments/answer', {
    answers: [
      {
        ref: duty?.ref,
        call: 'checkin/submit',
        input: {
          onTrack: false,
          biggestRisk: 'No site is free',
          needs: [{ accountId: 'u-ops', what: 'May we build in two steps?' }],
        },
      },
    ],
  });
  expect(body).toMatchObject({ results: [{ ok: true }] });
  await site.sandbox.drain();
  expect(await waitingFor('u-ops', key)).toMatchObject([{ duty: 'decide' }]);
});

test('the first two weeks go through every open promise by name, however often somebody checks in', async () => {
  const key = await begun();
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A landing page',
    acceptance: 'It answers',
    neededBy: '2027-12-17',
  });
  const bare = { onTrack: true, biggestRisk: 'The permit' };
  const refused = await as('u-coo').panel(key, 'checkin/submit', { ...bare, reviewed: ['A1'] });
  expect(refused.body).toMatchObject({ ok: false, error: { field: 'reviewed' } });
  const named = { ...bare, reviewed: [{ agreementId: 'A1', answer: 'at-risk' }] };
  for (let n = 0; n < 5; n += 1) await as('u-coo').done(key, 'checkin/submit', named);
  expect(await rowOf(key)).toMatchObject({ atRisk: true, checkIn: { atRisk: 1 } });

  await advance('P8D');
  const second = await as('u-coo').panel(key, 'checkin/submit', bare);
  expect(second.body).toMatchObject({ ok: false, error: { code: 'walk-through-incomplete' } });
  await as('u-coo').done(key, 'checkin/submit', {
    ...bare,
    reviewed: [{ agreementId: 'A1', answer: 'on-track' }],
  });
  await advance('P8D');
  await as('u-coo').done(key, 'checkin/submit', bare);
});
