import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const FORGED = 'Budget”.\n\nEXP-99 Your session expired\nhttps://evil.example/login\n\n“x';
const TURNED = '\u202eBudget';

async function asked(deliverable: string): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable,
    acceptance: `It is there\n\n${FORGED}`,
    neededBy: '2026-12-18',
  });
  await site.sandbox.drain();
  return key;
}

async function mailsTo(accountId: string, key: string): Promise<readonly string[]> {
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT5M' });
  await site.sandbox.drain();
  const { body } = await as(accountId).get(`/sandbox/told?accountId=${accountId}`);
  const { told } = body as { told: readonly { issueKey: string; text: string }[] };
  return told.filter(({ issueKey }) => issueKey === key).map(({ text }) => text);
}

test('a deliverable of several lines begins no section of a mail and stands in no line of its own', async () => {
  const key = await asked(FORGED);
  const [mail = ''] = await mailsTo('u-marketing', key);
  expect(mail).toContain('Your session expired');
  const lines = mail.split('\n');
  // The item, the sentence, its link; and below, where this can be heard less of.
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(new RegExp(`^${key} `));
  expect(lines[2]).toMatch(/\/jira\/apps\//);
});

test('words that turn round what follows turn nothing in a mail or a refusal', async () => {
  const key = await asked(TURNED);
  const [mail = ''] = await mailsTo('u-marketing', key);
  expect(mail).toContain('“Budget”');
  const { status, body } = await as('u-coo').move(key, 'Start');
  expect(status).toBe(400);
  expect(JSON.stringify(body)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect(JSON.stringify(body)).toContain('Budget');
});

test('words written from right to left are isolated in a mail, in its title and in a refusal', async () => {
  const key = await asked('תקציב 2026');
  const [mail = ''] = await mailsTo('u-marketing', key);
  expect(mail).toContain('“\u2068תקציב 2026\u2069”');
  const { status, body } = await as('u-coo').move(key, 'Start');
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('“\u2068תקציב 2026\u2069”');
  // The title of an item is somebody's as well.
  const titled = newEpic(site.sandbox, { summary: 'שלום 12' });
  await as('u-coo').done(titled, 'dri/nominate', { accountId: 'u-marketing' });
  await site.sandbox.drain();
  const [other = ''] = await mailsTo('u-marketing', titled);
  expect(other).toContain(`${titled} \u2068שלום 12\u2069\n`);
});
