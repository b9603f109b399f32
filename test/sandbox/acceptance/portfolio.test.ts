import { waves } from '../../../packages/forge-sandbox/src/forge/calls';
import type { PortfolioAnswer, PortfolioScope } from '../../../src/contract/portfolio';
import type { Success } from '../../../src/contract/answers';
import { joined } from '../../../src/domain/report/portfolio/part';
import { costOf, only, type Cost } from '../../support/calls';
import { clientOf } from '../../support/client';
import { useSite, type ServedSite } from '../../support/sandbox';
import { wholeDrift } from '../../support/drift';

jest.setTimeout(300_000);

const PROJECTS = 40;
const ITEMS = 100;
const keyOf = (n: number): string => `PF${String(n).padStart(2, '0')}`;

async function asked<K extends 'portfolio/page' | 'portfolio/loosening'>(
  site: ServedSite,
  as: string,
  call: K,
  payload: object,
): Promise<Success<K>> {
  const { body } = await clientOf(site, as).invoke('my-commitments', call, payload, {});
  if ((body as { ok: boolean }).ok !== true) throw new Error(JSON.stringify(body));
  return body as Success<K>;
}

/** Every page, as a browser turns them. */
async function pages(
  site: ServedSite,
  as: string,
  scope: PortfolioScope = {},
): Promise<readonly PortfolioAnswer[]> {
  const all: PortfolioAnswer[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page = await asked(site, as, 'portfolio/page', {
      scope,
      ...(cursor !== undefined && { cursor }),
    });
    all.push(page);
    cursor = page.nextCursor;
  }
  return all;
}

const lineOf = (all: readonly PortfolioAnswer[], key: string) =>
  joined(all.flatMap(({ parts }) => parts.filter(({ projectKey }) => projectKey === key)));
const keysIn = (all: readonly PortfolioAnswer[]): readonly string[] =>
  all.flatMap(({ projects }) => projects.map(({ projectKey }) => projectKey));

describe('the demo site', () => {
  const site = useSite();

  test('shows each reader the projects that Jira shows them, and an outsider none', async () => {
    expect(keysIn(await pages(site, 'u-lead'))).toEqual(['EXP', 'HAND', 'PLAT', 'TEAM']);
    expect(keysIn(await pages(site, 'u-viewer'))).toEqual(['EXP']);
    expect(await pages(site, 'u-outsider')).toMatchObject([{ projects: [], parts: [], shared: [] }]);
    expect(await pages(site, 'u-outsider', { projectKeys: ['EXP'] })).toMatchObject([
      { projects: [], parts: [], shared: [], done: [] },
    ]);
    expect(await asked(site, 'u-outsider', 'portfolio/loosening', { projectKeys: ['EXP'] })).toMatchObject({
      projects: [],
      left: [],
    });
  });

  test('names lead and category, and takes a category for a scope', async () => {
    const [listed] = await pages(site, 'u-lead');
    const [expansion] = listed?.projects ?? [];
    expect(expansion).toMatchObject({
      projectKey: 'EXP',
      lead: { accountId: 'u-lead' },
      category: { name: 'Growth' },
    });
    const categoryId = expansion?.category?.id ?? '';
    expect(keysIn(await pages(site, 'u-lead', { categoryId }))).toEqual(['EXP', 'HAND']);
  });

  test('says in a sentence what holds back the item that is most at risk', async () => {
    const { worst, figures } = lineOf(await pages(site, 'u-coo', { projectKeys: ['EXP'] }), 'EXP');
    expect(figures.items).toBeGreaterThan(figures.passing);
    expect(worst?.issueKey).toMatch(/^EXP-/);
    expect(worst?.what).toMatch(/\w+ .*\.$/);
  });

  test('counts only the items that a reader’s JQL finds, and says where Jira does not understand it', async () => {
    const all = await pages(site, 'u-coo', { jql: 'key = EXP-4 OR key = PLAT-1 ORDER BY created' });
    expect(lineOf(all, 'EXP').figures).toMatchObject({ items: 1, overdue: 1 });
    const { body } = await clientOf(site, 'u-coo').invoke('my-commitments', 'portfolio/page', {
      scope: { projectKeys: ['EXP'], jql: 'nonsense = 1' },
    });
    expect(body).toMatchObject({ ok: false, error: { code: 'invalid', field: 'scope.jql' } });
  });

  test('says which handoffs loosen, as the report of the project does', async () => {
    const { projects } = await asked(site, 'u-lead', 'portfolio/loosening', { projectKeys: ['EXP', 'HAND'] });
    for (const { projectKey, drift } of projects) {
      const { body } = await clientOf(site, 'u-lead').invoke(
        'gap-report',
        'report/drift',
        {},
        { projectKey },
      );
      const { handoffs } = await wholeDrift(() => Promise.resolve(body as Success<'report/drift'>));
      expect(drift).toMatchObject(handoffs);
    }
    expect(projects.map(({ projectKey }) => projectKey)).toEqual(['EXP', 'HAND']);
  });
});

describe('forty projects with four thousand items', () => {
  const site = useSite({ seed: 'empty' });
  const as = 'u-chief';

  beforeAll(() => {
    const { jira } = site.sandbox;
    jira.addUser({ accountId: as, displayName: 'Chief' });
    const workflow = jira.addWorkflow({
      name: 'Plain',
      statuses: [
        { name: 'To Do', category: 'new' },
        { name: 'Done', category: 'done' },
      ],
      transitions: [{ name: 'Finish', from: 'any', to: 'Done' }],
    });
    for (let project = 0; project < PROJECTS; project += 1) {
      const key = keyOf(project);
      jira.addProject({
        key,
        name: `Programme ${project}`,
        lead: as,
        workflowId: workflow.id,
        roles: { Members: { users: [as] } },
      });
      for (let n = 0; n < ITEMS; n += 1) {
        jira.addIssue({ project: key, type: 'Epic', values: { summary: `Item ${n}`, reporter: as } });
      }
    }
  });

  test('are read whole in pages of a few seconds, with at most twelve calls per hundred items', async () => {
    let all: readonly PortfolioAnswer[] = [];
    const costs = await costOf(site, async () => {
      all = await pages(site, as);
    });
    const items = keysIn(all).map((key) => lineOf(all, key).figures.items);
    expect(items).toEqual(Array.from({ length: PROJECTS }, () => ITEMS));
    expect(all.flatMap(({ done }) => done).length).toBe(PROJECTS);
    const calls = costs.reduce((sum, cost: Cost) => sum + cost.calls.length, 0);
    expect((calls / (PROJECTS * ITEMS)) * 100).toBeLessThanOrEqual(12);
    for (const { invocation } of costs) {
      expect(invocation.outcome).toBe('answered');
      expect((invocation.endedAt ?? Infinity) - invocation.startedAt).toBeLessThan(20_000);
    }
  });

  test('have their rows after one wave, and the first numbers of those that a link names after three', async () => {
    const first = async (scope: PortfolioScope): Promise<Cost> =>
      only(await costOf(site, () => asked(site, as, 'portfolio/page', { scope })), 'resolver');
    expect(wavesOf(await first({}))).toBe(1);
    expect(wavesOf(await first({ projectKeys: [keyOf(1), keyOf(2)] }))).toBe(3);
  });
});

/** Round trips before the answer; what it notes of its own run and of Jira's points comes after. */
const wavesOf = ({ calls }: Cost): number =>
  waves(calls.filter(({ target, path }) => target === 'jira' || path.endsWith('/batch/get'))).length;
