import { clientOf, type Client } from '../../support/client';
import { liveUntil, toldSince } from '../../support/clocks/told';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const DAY = 24 * 3_600_000;

/** An epic of u-coo's that asks somebody for something. */
async function asking(providerAccountId = 'u-ops'): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId,
    deliverable: `Part of ${key}`,
    acceptance: 'It is there',
    neededBy: '2027-12-17',
  });
  await site.sandbox.drain();
  return key;
}

const act = async (who: string, action: object, ...keys: readonly string[]): Promise<unknown> => {
  const items = keys.map((issueKey) => ({ issueKey }));
  const { body } = await as(who).invoke('gap-report', 'report/act', { items, action }, { projectKey: 'EXP' });
  return body;
};

beforeEach(() => {
  // The next Monday, one o'clock at night in London and ten in the morning in Tokyo.
  const monday = Math.ceil((site.sandbox.clock.now() - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY;
  site.sandbox.clock.jumpTo(Math.max(monday + 3_600_000, site.sandbox.clock.now()));
  site.sandbox.host.restartSchedules();
});

test('those reminded find everything in one mail, once, however often and by whomever it was asked', async () => {
  // Whoever has more than five things to look at finds the others on the page.
  const keys = [await asking('u-admin'), await asking('u-admin')];
  const since = site.sandbox.clock.now();
  await act('u-coo', { kind: 'remind' }, ...keys);
  await act('u-cto', { kind: 'remind' }, ...keys);
  // Before any clock of the policy has run out.
  await liveUntil(site.sandbox, new Date(since + 0.8 * DAY).toISOString());
  const mails = toldSince(site.sandbox, since).filter(
    // What became somebody's move came at once, in a mail of its own.
    ({ subject, text }) => subject.startsWith('Holdfast: ') && keys.some((key) => text.includes(key)),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ to: 'u-admin' });
  for (const key of keys) {
    expect(mails[0]?.text).toMatch(`“Part of ${key}” was asked of you and is needed by Fri, 17 Dec 2027`);
  }
  expect(mails[0]?.text).toMatch(
    'Mara Okonkwo waits for it. Acknowledge it, propose another day, or decline.',
  );
});

test('what is answered before the mail goes is not in it', async () => {
  const key = await asking();
  const since = site.sandbox.clock.now();
  await act('u-coo', { kind: 'remind' }, key);
  await as('u-ops').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await liveUntil(site.sandbox, new Date(since + 2 * DAY).toISOString());
  expect(
    toldSince(site.sandbox, since).filter(({ to, text }) => to === 'u-ops' && text.includes(key)),
  ).toEqual([]);
});

test('each item by its own rule, and nothing of those that Jira hides', async () => {
  const owned = await asking();
  const free = newEpic(site.sandbox);
  const nominate = { kind: 'nominate', accountId: 'u-ops' };
  expect(await act('u-cto', nominate, owned, free, 'EXP-9999')).toMatchObject({
    ok: true,
    results: [
      { issueKey: owned, ok: false, error: { code: 'already-accepted' } },
      {
        issueKey: free,
        ok: true,
        item: { issueKey: free, dri: { accountId: 'u-ops', status: 'nominated' } },
      },
      { issueKey: 'EXP-9999', ok: false, error: { code: 'not-found' } },
    ],
  });
  expect(await act('u-viewer', nominate, free)).toMatchObject({
    results: [{ error: { code: 'forbidden' } }],
  });
  const strangers = { results: [{ ok: false, error: { code: 'not-found' } }], people: {} };
  expect(await act('u-outsider', { kind: 'remind' }, owned)).toMatchObject(strangers);
});
