import type { CommitmentsAnswer } from '../../../src/contract/answers';
import { answerOf } from '../../support/enforced';
import { clientOf, type Client } from '../../support/client';
import { liveUntil, toldSince, type Told } from '../../support/clocks/told';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const DAY = 24 * 3_600_000;

/** Lives on for so many days, which begin on a Monday morning in each test. */
const live = (days: number): Promise<readonly Told[]> =>
  liveUntil(site.sandbox, new Date(site.sandbox.clock.now() + days * DAY).toISOString());

/** Notices of steps. */
const notices = () =>
  [...site.sandbox.kvs.table({ kind: 'entity', name: 'notice' }).entries()]
    .map(({ value }) => value as { accountId: string; issueKey: string; state: string; step: string })
    .filter(({ step }) => !step.startsWith('move:'));

/** An epic of u-coo's that asks somebody for something, named so that no other mail speaks of it. */
async function asking(providerAccountId: string, more: object = {}): Promise<string> {
  const key = newEpic(site.sandbox, { summary: 'A secret plan' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId,
    deliverable: `Part of ${key}`,
    acceptance: 'It is there',
    neededBy: '2027-12-17',
    impact: 'The opening waits.',
    ...more,
  });
  await site.sandbox.drain();
  return key;
}

/** The day's mails; what became somebody's move came at once, in a mail of its own. */
const ofTheDay = ({ subject }: Told): boolean => subject.startsWith('Holdfast: ');

const mailsTo = (all: readonly Told[], to: string, words: string): readonly Told[] =>
  all.filter((one) => ofTheDay(one) && one.to === to && one.text.includes(words));

beforeEach(() => {
  // The next Monday, nine o'clock in London.
  const monday = Math.ceil((site.sandbox.clock.now() - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY;
  site.sandbox.clock.jumpTo(Math.max(monday + 9 * 3_600_000, site.sandbox.clock.now()));
  site.sandbox.host.restartSchedules();
});

test('a notice says what, by when and whom it holds up, with one link', async () => {
  const key = await asking('u-marketing');
  const [mail, ...more] = mailsTo(await live(2), 'u-marketing', `Part of ${key}`);
  expect(more).toEqual([]);
  const entry = mail?.text.split('\n\n').find((one) => one.includes(key)) ?? '';
  expect(entry).toMatch(`“Part of ${key}” was asked of you`);
  expect(entry).toMatch('needed by Fri, 17 Dec 2027');
  expect(entry).toMatch('Mara Okonkwo waits for it');
  expect(entry).toMatch('Without it: The opening waits.');
  const [link = '', ...others] = entry.match(/https?:\S+/g) ?? [];
  expect(others).toEqual([]);
  // It leads to the answer itself: the reader's own line, and nothing happens by opening it.
  const { pathname, searchParams } = new URL(link);
  expect(pathname).toMatch(/^\/jira\/apps\/[^/]+\/[^/]+$/);
  const { yours } = await answerOf<CommitmentsAnswer>(
    as('u-marketing'),
    'my-commitments',
    'commitments/list',
  );
  const line = yours.find(({ ref }) => ref === searchParams.get('open'));
  expect(line).toMatchObject({ duty: 'acknowledge', agreement: { deliverable: `Part of ${key}` } });
});

test('a provider who may not see the epic is told through their own issue, and learns nothing of the epic', async () => {
  const key = await asking('u-supplier', { providerIssueKey: 'PLAT-1' });
  const all = (await live(2)).filter(
    ({ to, text }) => to === 'u-supplier' && text.includes(`Part of ${key}`),
  );
  // Asked at once, and reminded when the time was over.
  expect(all.map(ofTheDay)).toEqual([false, true]);
  for (const { subject, text } of all) {
    expect(text).toMatch(/^PLAT-1 /);
    expect(text).toMatch(/\/jira\/apps\/\S+\?open=[0-9a-f]{32}%3AA1$/m);
    expect(`${subject} ${text}`).not.toMatch(/secret plan|browse\/EXP/);
  }
});

test('whom Jira shows nothing at all is told nothing outside My commitments: Jira gives them no mail of the item', async () => {
  const key = await asking('u-outsider');
  expect((await live(2)).filter(({ to }) => to === 'u-outsider')).toEqual([]);
  expect(
    notices().filter(({ issueKey, accountId }) => issueKey === key && accountId === 'u-outsider'),
  ).toEqual([expect.objectContaining({ state: 'told' })]);
});

test('who may not see the item is told of it by no mail about another that they see', async () => {
  const key = await asking('u-supplier');
  const other = await asking('u-supplier', { providerIssueKey: 'PLAT-1' });
  const [mail, ...more] = mailsTo(await live(2), 'u-supplier', 'Part of');
  expect(more).toEqual([]);
  expect([key, other].map((one) => mail?.text.includes(`Part of ${one}`))).toEqual([false, true]);
});

test('what was settled before the mail goes is not told', async () => {
  const key = await asking('u-sales');
  // Half past nine on Tuesday in London is the middle of the night in Mexico: the step is noted, the mail waits.
  await live(1 + 0.05);
  expect(notices().some(({ issueKey, accountId }) => issueKey === key && accountId === 'u-sales')).toBe(true);
  await as('u-sales').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await site.sandbox.drain();
  expect(mailsTo(await live(2), 'u-sales', `Part of ${key}`)).toEqual([]);
  expect(notices().filter(({ issueKey, accountId }) => issueKey === key && accountId === 'u-sales')).toEqual([
    expect.objectContaining({ state: 'settled' }),
  ]);
});

test('several things go in one mail a day, within the reader’s own working hours', async () => {
  const keys = [await asking('u-ops'), await asking('u-ops')];
  const since = site.sandbox.clock.now();
  await live(3);
  const mails = toldSince(site.sandbox, since).filter(
    (one) => ofTheDay(one) && one.to === 'u-ops' && one.text.includes('Part of'),
  );
  const [first, ...more] = mails.filter(({ text }) => keys.some((key) => text.includes(key)));
  expect(more).toEqual([]);
  expect(keys.every((key) => first?.text.includes(key))).toBe(true);
  // From nine to five in Tokyo.
  expect(first?.at.slice(11, 13)).toMatch(/^0[0-7]$/);
});

test('work that has not begun owes no check-in', async () => {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-product' });
  await as('u-product').done(key, 'dri/accept');
  await site.sandbox.drain();
  expect(mailsTo(await live(9), 'u-product', key)).toEqual([]);
});

test('where the ladder says so, the epic’s own people are mentioned on it instead', async () => {
  const how = 'comment';
  await changePolicy(site, 'TEAM', () => ({
    clocks: { ladder: { acknowledgement: [{ afterHours: 0, tell: ['asked', 'dri'], how }] } },
  }));
  const key = newEpic(site.sandbox, {}, 'TEAM');
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'A stand',
    acceptance: 'It stands',
    neededBy: '2027-12-17',
  });
  await site.sandbox.drain();
  expect((await live(2)).filter((one) => ofTheDay(one) && one.text.includes('A stand'))).toEqual([]);
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}/comment`);
  const { comments } = body as { comments: readonly { body: unknown }[] };
  const mentioned = comments.map((one) => /"id":"(u-[a-z]+)"/.exec(JSON.stringify(one.body))?.[1]);
  expect([...mentioned].sort()).toEqual(['u-coo', 'u-platform']);
});

test('a policy that gives more time is followed at once by promises already made', async () => {
  const key = await asking('u-marketing');
  await changePolicy(site, 'EXP', () => ({ acknowledgementHours: 24 * 6 }));
  await site.sandbox.drain();
  expect(mailsTo(await live(3), 'u-marketing', `Part of ${key}`)).toEqual([]);
  await changePolicy(site, 'EXP', () => ({ acknowledgementHours: 24 }));
  await site.sandbox.drain();
  expect(mailsTo(await live(1), 'u-marketing', `Part of ${key}`)).toHaveLength(1);
});
