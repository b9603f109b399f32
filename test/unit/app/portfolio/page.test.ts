import fc from 'fast-check';
import { keepSummary } from '../../../../src/app/summaries/keep-summary';
import { portfolioLoosening } from '../../../../src/app/portfolio/loosening';
import { portfolioPage, type PortfolioPorts } from '../../../../src/app/portfolio/page';
import { reportGadget } from '../../../../src/app/report/gadget';
import { reportPage } from '../../../../src/app/report/page';
import { reportQuarter } from '../../../../src/app/summaries/quarter';
import type { PortfolioAnswer, PortfolioScope } from '../../../../src/contract/portfolio';
import { joined } from '../../../../src/domain/report/portfolio/part';
import { Unavailable } from '../../../../src/platform/unavailable';
import { sorted } from '../../../../static/report/rows/order';
import { toRow } from '../../../../static/report/rows/row';
import { attempts, historyOf, play } from '../../../support/attempts';
import { asked, owner } from '../../../support/events';
import { blocker, epic, idOf, ofType, projectIdOf, STORY } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS } from '../../../support/people';
import { enforcing } from '../../../support/policies';

const LATER = { now: () => '2027-01-20T12:00:00.000Z' };

/** Every page of a portfolio, as a browser turns them. */
async function pages(here: PortfolioPorts, scope: PortfolioScope = {}): Promise<readonly PortfolioAnswer[]> {
  const all: PortfolioAnswer[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page = await portfolioPage({ scope, cursor }, here);
    all.push(page);
    cursor = page.nextCursor;
  }
  return all;
}

const lineOf = (all: readonly PortfolioAnswer[], key: string) =>
  joined(all.flatMap(({ parts }) => parts.filter(({ projectKey }) => projectKey === key)));

function put(here: World, issueKey: string, more: Parameters<typeof epic>[0] = {}): void {
  here.jira.items.set(issueKey, epic({ issueKey, ...more }));
}

/** EXP with two epics of which one is asked of Operations, and PLAT with one. */
function two(): World {
  const here = world();
  here.jira.items.clear();
  for (const key of ['EXP-1', 'EXP-2', 'PLAT-1']) put(here, key);
  put(here, 'EXP-3', ofType(STORY));
  here.charters.put('EXP-2', [...owner(COO), asked('A1', { providerAccountId: OPS })], idOf('EXP-2'));
  return here;
}

it('lists the projects first, and then says how each stands', async () => {
  const [listed, ...rest] = await pages(two());
  expect(listed).toMatchObject({ parts: [], done: [] });
  expect(listed?.projects.map(({ projectKey }) => projectKey)).toEqual(['EXP', 'PLAT']);
  expect(rest.flatMap(({ projects }) => projects)).toEqual([]);
  expect(lineOf(rest, 'EXP')).toMatchObject({
    figures: { items: 2, promises: 1, passing: 0 },
    worst: { issueKey: 'EXP-1' },
  });
  expect(lineOf(rest, 'PLAT').figures.items).toBe(1);
  expect(rest.flatMap(({ done }) => done).sort()).toEqual(['EXP', 'PLAT']);
});

it('tells the projects that a scope names beside their first numbers', async () => {
  const [first] = await pages(two(), { projectKeys: ['PLAT', 'GONE'] });
  expect(first?.projects.map(({ projectKey }) => projectKey)).toEqual(['PLAT']);
  expect(first?.parts).toHaveLength(1);
});

it('asks one search for all projects that follow the same policy, and another for one of its own', async () => {
  const here = two();
  await pages(here);
  expect(here.jira.calls['openItemsAmong']).toBe(1);
  here.charters.setPolicy('PLAT', { ...enforcing, ownerSource: { kind: 'assignee' } }, projectIdOf('PLAT'));
  await pages(here);
  expect(here.jira.calls['openItemsAmong']).toBe(3);
});

it('judges each project by its own policy', async () => {
  const here = two();
  here.charters.setPolicy('PLAT', { ...enforcing, workItemTypes: [{ level: 0 }] }, projectIdOf('PLAT'));
  expect(lineOf(await pages(here), 'PLAT').figures.items).toBe(0);
});

it('says the same of a project as its report does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          history: attempts.map((all) => historyOf(play(all))),
          isHidden: fc.boolean(),
          blockers: fc.subarray(['PLAT-1', 'OPS-1']),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      async (all) => {
        const here = { ...world(), clock: LATER };
        here.jira.items.clear();
        all.forEach(({ history, isHidden, blockers }, index) => {
          const issueKey = `EXP-${index + 1}`;
          put(here, issueKey, { people: {}, blockers: blockers.map((key) => blocker(key)) });
          if (isHidden) here.jira.hidden.add(issueKey);
          here.charters.put(issueKey, history, idOf(issueKey));
        });
        const { figures, weeks, worst } = lineOf(await pages(here), 'EXP');
        const project = { projectKey: 'EXP' };
        const [{ summary }, quarter, report] = await Promise.all([
          reportGadget(project, here),
          reportQuarter(project, here),
          reportPage({ ...project, scope: 'policy' }, here),
        ]);
        expect({ ...figures, handoffs: summary.handoffs }).toEqual(summary);
        expect(weeks).toEqual(quarter.weeks);
        const rows = sorted(
          report.items.map((item) => toRow(item, report.people)),
          null,
        );
        const [first] = rows.filter(({ item }) => item.atRisk);
        expect(worst && { key: worst.issueKey, risk: worst.risk }).toEqual(
          first ? { key: first.item.issueKey, risk: first.risk } : null,
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('answers to the last byte as if items and projects that the reader may not see did not exist', async () => {
  const [some, none] = [two(), two()];
  some.jira.hidden.add('EXP-1');
  some.jira.hidden.add('PLAT-1');
  none.jira.items.delete('EXP-1');
  const everything = async (here: World) => {
    const all = await pages(here, { projectKeys: ['EXP'] });
    return JSON.stringify([all, await portfolioLoosening({ projectKeys: ['EXP'] }, here)]);
  };
  none.jira.items.delete('PLAT-1');
  expect(await everything(some)).toBe(await everything(none));
  some.jira.userSees = false;
  expect(await pages(some, { projectKeys: ['EXP', 'PLAT'] })).toMatchObject([
    { projects: [], parts: [], shared: [], done: [] },
  ]);
  expect(await portfolioLoosening({ projectKeys: ['EXP'] }, some)).toMatchObject({ projects: [], left: [] });
});

describe('a project that shares its numbers', () => {
  const shared = { ...enforcing, sharesNumbers: true };
  const job = { kind: 'keep-summary', projectKey: 'EXP', projectId: projectIdOf('EXP') } as const;

  it('shows what is kept over all its items, and as its worst item one that the reader may see', async () => {
    const here = two();
    here.jira.items.delete('PLAT-1');
    here.charters.setPolicy('EXP', shared, projectIdOf('EXP'));
    await keepSummary(job, here);
    here.jira.hidden.add('EXP-1');
    const all = await pages(here);
    expect(all.flatMap((page) => page.shared)).toMatchObject([
      { projectKey: 'EXP', figures: { items: 2, promises: 1 } },
    ]);
    expect(lineOf(all, 'EXP')).toMatchObject({ figures: { items: 1 }, worst: { issueKey: 'EXP-2' } });
  });

  it('shows a reader their own numbers where what is kept is another project’s, and asks for new ones', async () => {
    const here = two();
    here.charters.setPolicy('EXP', shared, projectIdOf('EXP'));
    expect((await pages(here)).flatMap((page) => page.shared)).toEqual([]);
    expect(here.followUps.pushed.flatMap(({ followUps }) => followUps)).toEqual([job]);
  });

  it('shows no shared numbers where JQL asks for some of its items', async () => {
    const here = two();
    here.charters.setPolicy('EXP', shared, projectIdOf('EXP'));
    await keepSummary(job, here);
    expect((await pages(here, { jql: 'labels = big' })).flatMap((page) => page.shared)).toEqual([]);
  });
});

it('says of JQL that Jira does not understand what Jira says of it', async () => {
  const here = two();
  here.jira.openItemsAmong = () => {
    throw new Unavailable('jira', 'no', { failure: 'broken-question', messages: ['Field ‘x’ is unknown.'] });
  };
  await expect(pages(here, { jql: 'x = 1' })).rejects.toMatchObject({
    refusal: {
      code: 'invalid',
      field: 'scope.jql',
      message: expect.stringContaining('Field ‘x’ is unknown.'),
    },
  });
});

it.each(['nonsense', '{}', '{"projectKeys":["exp"]}', '{"projectKeys":["EXP"],"at":"PLAT"}'])(
  'refuses the cursor %s, which no page gave',
  async (cursor) => {
    await expect(portfolioPage({ scope: {}, cursor }, two())).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'cursor' },
    });
  },
);
