import { z } from 'zod';
import { useSite } from '../../support/sandbox';

const site = useSite({ seed: 'demo' });

const issueSchema = z.object({
  key: z.string(),
  fields: z.object({
    created: z.string(),
    status: z.object({ name: z.string() }),
    assignee: z.object({ accountId: z.string() }).nullable(),
    issuelinks: z.array(z.object({ type: z.object({ name: z.string() }) })),
  }),
  changelog: z.object({
    histories: z.array(
      z.object({ created: z.string(), items: z.array(z.object({ field: z.string() }).loose()) }),
    ),
  }),
});
type Item = z.infer<typeof issueSchema>;

const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${site.url}${path}`, {
    method,
    headers: { authorization: `Basic ${btoa('u-admin:x')}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return response.json();
};

const epics = async (): Promise<Item[]> => {
  const jql = encodeURIComponent('project = NEW AND issuetype = Epic ORDER BY key');
  const answer = await send(
    'GET',
    `/rest/api/3/search/jql?jql=${jql}&fields=*all&expand=changelog&maxResults=100`,
  );
  return z.object({ issues: z.array(issueSchema) }).parse(answer).issues;
};

let items: Item[];
beforeAll(async () => {
  expect(await send('POST', '/sandbox/reset', { seed: 'fresh' })).toMatchObject({ seed: 'fresh' });
  items = await epics();
});

const changesOf = (field: string): number =>
  items
    .flatMap(({ changelog }) => changelog.histories.flatMap((entry) => entry.items))
    .filter((item) => item.field === field).length;

test('twenty epics stand in every status, with and without somebody', () => {
  expect(items.map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, index) => `NEW-${index + 1}`));
  const statuses = new Set(items.map(({ fields }) => fields.status.name));
  expect([...statuses].sort()).toEqual(['Done', 'In Progress', 'In Review', 'To Do']);
  expect(items.some(({ fields }) => fields.assignee === null)).toBe(true);
});

test('a year of moves, assignees and links lies behind them, in order and within working days', () => {
  expect(changesOf('status')).toBeGreaterThan(50);
  expect(changesOf('assignee')).toBeGreaterThan(20);
  expect(changesOf('Link')).toBeGreaterThanOrEqual(20);
  const instants = items.flatMap(({ fields, changelog }) => {
    const own = changelog.histories.map(({ created }) => Date.parse(created)).sort((a, b) => a - b);
    expect(own[0] ?? Infinity).toBeGreaterThanOrEqual(Date.parse(fields.created));
    return [Date.parse(fields.created), ...own];
  });
  const span = (Math.max(...instants) - Math.min(...instants)) / 86_400_000;
  expect(span).toBeGreaterThan(340);
  expect(Math.max(...instants)).toBeLessThan(site.sandbox.clock.now());
  expect(instants.filter((at) => [0, 6].includes(new Date(at).getUTCDay()))).toEqual([]);
});

test('nothing of the app is there: no rule, no record, no value in its fields, no event on its way', () => {
  const { jira, kvs, queue, host } = site.sandbox;
  expect(jira.rules('NEW')).toEqual([]);
  const records = Object.entries(kvs.sizes()).filter(([, size]) => size > 0);
  expect(records).toEqual([]);
  expect(queue.depth().waiting + host.pendingEvents().events).toBe(0);
  const app = jira.user(jira.appAccountId)?.accountId;
  for (const { key } of items) {
    const issue = jira.issue(key);
    expect(issue?.changelog.some(({ author }) => author === app)).toBe(false);
    expect(issue?.comments.some(({ author }) => author === app)).toBe(false);
  }
});

test('an administrator of Jira comes first, and may attach the rule', async () => {
  const users = await send('GET', '/rest/api/3/users/search');
  const people = z.array(z.object({ accountId: z.string(), accountType: z.string() })).parse(users);
  expect(people.find(({ accountType }) => accountType === 'atlassian')?.accountId).toBe('u-admin');
  expect(await send('GET', '/rest/api/3/mypermissions?permissions=ADMINISTER')).toMatchObject({
    permissions: { ADMINISTER: { havePermission: true } },
  });
});

test('the same year comes every time', async () => {
  await send('POST', '/sandbox/reset', { seed: 'demo' });
  await send('POST', '/sandbox/reset', { seed: 'fresh' });
  expect(await epics()).toEqual(items);
});
