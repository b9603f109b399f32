import * as search from '../../src/jira/jql/search';
import { openWorld, type World } from './helpers';

jest.mock('../../src/jira/jql/search', () => {
  const actual = jest.requireActual<typeof search>('../../src/jira/jql/search');
  return { ...actual, runSearch: jest.fn(actual.runSearch) };
});
const runs = (): number => jest.mocked(search.runSearch).mock.calls.length;
beforeEach(() => jest.mocked(search.runSearch).mockClear());

interface Page {
  readonly issues: readonly { readonly id: string }[];
  readonly nextPageToken?: string;
}

async function page(site: World, jql: string, nextPageToken?: string): Promise<Page> {
  const body = {
    jql,
    maxResults: 3,
    fields: ['summary'],
    ...(nextPageToken !== undefined && { nextPageToken }),
  };
  return (await site.call('u-coo', 'POST', '/search/jql', body)).body as Page;
}

test('a query is gone through once for all its pages, also while time goes on, and counts from its first page', async () => {
  const site = openWorld();
  const jql = 'project = APP AND created >= -36500d ORDER BY key';
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const one = await page(site, jql, next);
    seen.push(...one.issues.map(({ id }) => id));
    next = one.nextPageToken;
    site.clock.time += 60_000;
  } while (next !== undefined);
  expect(seen.length).toBeGreaterThan(6);
  expect(new Set(seen).size).toBe(seen.length);
  expect(runs()).toBe(1);
});

test('what changed meanwhile is gone through anew', async () => {
  const site = openWorld();
  const { nextPageToken } = await page(site, 'project = APP');
  await site.call('u-coo', 'PUT', '/issue/APP-1', { fields: { summary: 'Other' } });
  await page(site, 'project = APP', nextPageToken);
  expect(runs()).toBe(2);
});

test.each([
  ['key = APP-1', ['APP-1']],
  ['issuekey in (APP-2, APP-1) AND project = APP ORDER BY key', ['APP-1', 'APP-2']],
  ['project = CORE AND key in (APP-1)', []],
  ['NOT key != APP-1', ['APP-1']],
])('items that are named are found alike: %s', async (jql, keys) => {
  const site = openWorld();
  const found = await page(site, jql);
  expect(found.issues.map(({ id }) => site.jira.issue(id)?.key)).toEqual(keys);
});
