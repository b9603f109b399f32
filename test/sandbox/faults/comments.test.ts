import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { clientOf, type Client } from '../../support/client';
import { liveUntil, type Told } from '../../support/clocks/told';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite({ haste: 20 });
const as = (accountId: string): Client => clientOf(site, accountId);

const DAY = 24 * 3_600_000;
const COMMENT = 'POST /rest/api/3/issue/*/comment';

/** Days are lived from a Monday morning on, so that everybody is at work tomorrow. */
const live = (days: number) =>
  liveUntil(site.sandbox, new Date(site.sandbox.clock.now() + days * DAY).toISOString());

beforeAll(async () => {
  await changePolicy(site, 'EXP', () => ({
    clocks: { ladder: { acknowledgement: [{ afterHours: 0, tell: ['asked', 'dri'], how: 'comment' }] } },
  }));
  await site.sandbox.drain();
});
beforeEach(() => {
  const monday = Math.ceil((site.sandbox.clock.now() - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY;
  site.sandbox.clock.jumpTo(Math.max(monday + 9 * 3_600_000, site.sandbox.clock.now()));
  site.sandbox.host.restartSchedules();
});
afterEach(() => site.sandbox.faults.clear());

/** A request of u-coo's to u-platform, of which only the provider and the DRI will be told. */
async function asking(more: object = {}): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: `Part of ${key}`,
    acceptance: 'It is there',
    neededBy: '2027-12-17',
    ...more,
  });
  await site.sandbox.drain();
  return key;
}

/** The day's mails; what became somebody's move came at once, in a mail of its own. */
const ofTheDay = ({ subject }: Told): boolean => subject.startsWith('Holdfast: ');

/** Whom the comments on an item mention, a name for each comment. */
async function mentioned(key: string): Promise<readonly string[]> {
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}/comment`);
  const { comments } = body as { comments: readonly { body: unknown }[] };
  return comments.map((one) => /"id":"(u-[a-z]+)"/.exec(JSON.stringify(one.body))?.[1] ?? '').sort();
}

/** What became of the notices of steps. */
const statesOf = (key: string): readonly string[] =>
  [...site.sandbox.kvs.table({ kind: 'entity', name: 'notice' }).entries()]
    .map(({ value }) => value as { issueKey: string; state: string; step: string })
    .filter(({ step }) => !step.startsWith('move:'))
    .flatMap(({ issueKey, state }) => (issueKey === key ? [state] : []));

test.each<[string, readonly Fault[]]>([
  ['nothing fails', []],
  [
    'Jira writes it and its answer is lost',
    [{ target: 'jira', match: COMMENT, status: 500, afterwards: true, times: 3 }],
  ],
  [
    'Jira writes it and never answers',
    [{ target: 'jira', match: COMMENT, timeout: true, afterwards: true, times: 1 }],
  ],
  ['Jira does not write it for a while', [{ target: 'jira', match: COMMENT, status: 503, times: 4 }]],
  [
    'Jira cannot be asked what was told before',
    [
      { target: 'jira', match: 'GET /rest/api/3/issue/*/comment', status: 429, times: 9 },
      { target: 'jira', match: COMMENT, status: 500, afterwards: true, times: 2 },
    ],
  ],
  [
    'every event comes twice and out of order',
    [
      { target: 'queue', duplicate: true },
      { target: 'queue', reorder: true },
    ],
  ],
])('where %s, each is mentioned once', async (_, faults) => {
  const key = await asking();
  await live(0.95);
  for (const fault of faults) site.sandbox.faults.add(fault);
  await live(3);
  expect(await mentioned(key)).toEqual(['u-coo', 'u-platform']);
  expect(statesOf(key)).toEqual(['told', 'told']);
});

test('where nobody lived to note that it was told, the comment itself says so the next day', async () => {
  const key = await asking();
  await live(1.05);
  // As if the function had ended between the comment and the note of it.
  const table = site.sandbox.kvs.table({ kind: 'entity', name: 'notice' });
  await live(1);
  expect(await mentioned(key)).toEqual(['u-coo', 'u-platform']);
  for (const { key: row, value } of [...table.entries()]) {
    const notice = value as { issueKey: string };
    if (notice.issueKey !== key) continue;
    table.remove(row);
  }
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}/comment`);
  expect((body as { total: number }).total).toBe(2);
  // The rows are written anew, as waiting, by the next look at the charter.
  await changePolicy(site, 'EXP', () => ({ minimumDependencies: 2 }));
  await live(3);
  expect(statesOf(key)).toEqual(['told', 'told']);
  expect(await mentioned(key)).toEqual(['u-coo', 'u-platform']);
});

test('where Jira takes no comment, it goes by mail', async () => {
  const key = await asking();
  site.sandbox.faults.add({ target: 'jira', match: COMMENT, status: 403 });
  const mails = (await live(3)).filter((one) => ofTheDay(one) && one.text.includes(`Part of ${key}`));
  expect(mails.map(({ to }) => to).sort()).toEqual(['u-coo', 'u-platform']);
  expect(await mentioned(key)).toEqual([]);
});

test('whoever may not see the work item is mentioned nowhere on it', async () => {
  const key = await asking({ providerAccountId: 'u-supplier', providerIssueKey: 'PLAT-1' });
  const mails = (await live(3)).filter((one) => ofTheDay(one) && one.text.includes(`Part of ${key}`));
  expect(mails.map(({ to, text }) => [to, text.startsWith('PLAT-1 ')])).toEqual([['u-supplier', true]]);
  expect(await mentioned(key)).toEqual(['u-coo']);
  expect(await mentioned('PLAT-1')).toEqual([]);
});
