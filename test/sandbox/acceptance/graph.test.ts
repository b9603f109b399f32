import type { GraphAnswer } from '../../../src/contract/graph';
import { graphOf } from '../../../src/domain/report/graph/graph';
import { clientOf, type Client } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(180_000);

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const graph = (who: string, input: Record<string, string> = {}): Promise<GraphAnswer> =>
  answerOf<GraphAnswer>(as(who), 'gap-report', 'graph/get', input, 'EXP');

async function owned(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-product' });
  await as('u-product').done(key, 'dri/accept');
  return key;
}

const ask = (key: string, providerIssueKey: string): Promise<unknown> =>
  as('u-product').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: `What ${key} needs`,
    acceptance: 'It is there',
    neededBy: '2027-06-30',
    providerIssueKey,
  });

test('a chain is followed from item to item, and on into another project', async () => {
  const [top, middle] = [await owned(), await owned()];
  await ask(top, middle);
  await ask(middle, 'PLAT-3');
  for (const input of [{}, { issueKey: top }]) {
    const { lines } = await graph('u-coo', input);
    const mine = lines.filter(({ issueKey }) => [top, middle].includes(issueKey));
    const { longest } = graphOf(mine);
    expect(longest.map(({ issueKey, providerIssueKey }) => [issueKey, providerIssueKey])).toEqual([
      [top, middle],
      [middle, 'PLAT-3'],
    ]);
    expect(JSON.stringify(lines)).not.toContain('u-platform');
  }
});

test('nobody reads of a work item or a project that Jira does not show them', async () => {
  const { body } = await as('u-outsider').invoke('gap-report', 'graph/get', {}, { projectKey: 'EXP' });
  expect(body).toMatchObject({ ok: false });
  expect((await graph('u-product', { issueKey: 'EXP-11' })).lines).toEqual([]);
  const { lines } = await graph('u-viewer');
  expect(lines.length).toBeGreaterThan(0);
  const named = lines.flatMap(({ issueKey, providerIssueKey = 'EXP-1' }) => [issueKey, providerIssueKey]);
  expect(named.filter((key) => !key.startsWith('EXP-'))).toEqual([]);
});
