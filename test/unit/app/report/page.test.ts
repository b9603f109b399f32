import { reportPage } from '../../../../src/app/report/page';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { acknowledged, asked, declaredNone, granted, owner } from '../../../support/events';
import { blocker, epic } from '../../../support/items';
import { world } from '../../../support/memory-ports';
import { COO, GONE, PLATFORM } from '../../../support/people';

const page = { projectKey: 'EXP', scope: 'policy' as const };

it('gives each item its three lights, its gate and its promises', async () => {
  const here = world(
    ...owner(COO),
    granted(COO),
    asked('A1'),
    acknowledged('A1'),
    asked('A2', { neededBy: '2026-12-01' }),
  );
  here.jira.items.set('EXP-2', epic({ issueKey: 'EXP-2' }));
  const { items, approximateTotal } = await reportPage(page, here);
  expect(approximateTotal).toBe(2);
  expect(items).toMatchObject([
    {
      issueKey: 'EXP-1',
      dri: { accountId: COO, status: 'accepted' },
      test: { owner: 'yes', authority: 'yes', dependencies: 'no' },
      atRisk: true,
      agreements: { open: 2, acknowledged: 1, nextNeededBy: '2026-12-01' },
      gate: { verdict: 'block', findings: [{ rule: 'agreement.unacknowledged' }] },
    },
    {
      issueKey: 'EXP-2',
      dri: null,
      test: { owner: 'no', authority: 'no', dependencies: 'no' },
      agreements: { open: 0, acknowledged: 0 },
    },
  ]);
});

it('reads charters and people once for the whole page', async () => {
  const here = world(...owner(COO), asked('A1'));
  for (let i = 2; i <= 100; i += 1) here.jira.items.set(`EXP-${i}`, epic({ issueKey: `EXP-${i}` }));
  await reportPage(page, here);
  expect(here.charters.calls).toEqual({ readFor: 1 });
  expect(here.jira.calls).toEqual({
    issueTypes: 1,
    projectId: 1,
    openItems: 1,
    countOpenItems: 1,
    workItems: 1,
    linkTypes: 1,
  });
});

it('says on the first page what the policy names and Jira no longer has, and is silent where Jira does not say', async () => {
  const here = world();
  const chosen = { linkTypeId: '9', direction: 'inward', words: 'waits on' } as const;
  const ownerSource = { kind: 'field', fieldId: 'customfield_9' } as const;
  here.charters.setPolicy('EXP', { ...siteDefault, waitsFor: [chosen], ownerSource });
  expect(await reportPage(page, here)).toMatchObject({
    lost: { links: [chosen], ownerField: 'customfield_9', waitsForNothing: true },
  });
  expect(await reportPage({ ...page, cursor: 'next' }, here)).not.toHaveProperty('lost');
});

it('counts on the first page only', async () => {
  const here = world();
  expect(await reportPage({ ...page, cursor: 'next' }, here)).not.toHaveProperty('approximateTotal');
  expect(here.jira.calls['countOpenItems']).toBeUndefined();
});

it('knows that an owner left who stands in no field of the item', async () => {
  const here = world(...owner(GONE));
  here.jira.items.set('EXP-1', epic({ people: {} }));
  const { items, people } = await reportPage(page, here);
  expect(items[0]).toMatchObject({
    test: { owner: 'no' },
    gate: { findings: [{ rule: 'owner.inactive' }, {}] },
  });
  expect(people[GONE]).toMatchObject({ active: false });
});

it('names everyone it speaks of', async () => {
  const here = world(...owner(COO), asked('A1'));
  here.jira.items.set('EXP-1', epic({ people: {} }));
  const { people } = await reportPage(page, here);
  expect(Object.keys(people)).toEqual(expect.arrayContaining([COO, PLATFORM]));
});

describe('where Jira gives no items', () => {
  it('is not found for people who may not browse the project', async () => {
    const here = world();
    here.jira.userSees = false;
    here.jira.rights = { browse: false, administer: false };
    await expect(reportPage(page, here)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
  });

  it('is empty where Jira knows no type of the policy, asks nothing, and says which', async () => {
    const here = world();
    const gone = { id: '10999', name: 'Gone' };
    here.charters.setPolicy('EXP', { ...siteDefault, workItemTypes: [gone] });
    expect(await reportPage(page, here)).toMatchObject({
      items: [],
      approximateTotal: 0,
      unknownTypes: [gone],
    });
    expect(here.jira.calls).toEqual({ issueTypes: 1, projectId: 1 });
    expect(await reportPage({ ...page, scope: 'all' }, here)).not.toHaveProperty('unknownTypes');
  });

  it('says which types it could not look for, beside the items of the others', async () => {
    const here = world();
    const gone = { id: '10999', name: 'Gone' };
    here.charters.setPolicy('EXP', { ...siteDefault, workItemTypes: [{ level: 1 }, gone] });
    expect(await reportPage(page, here)).toMatchObject({
      items: [{ issueKey: 'EXP-1' }],
      unknownTypes: [gone],
    });
  });

  it('says that the cursor is none, for a page that no longer exists', async () => {
    const here = world();
    here.jira.userSees = false;
    await expect(reportPage({ ...page, cursor: 'stale' }, here)).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'cursor' },
    });
  });
});

it('says how each item stood a week ago, and since when an answer is late', async () => {
  const monday = '2026-11-09T08:00:00.000Z';
  const early = [...owner(COO), granted(COO), declaredNone(COO)].map((event) => ({ ...event, at: monday }));
  const here = world(...early, asked('A1', { at: '2026-11-21T08:00:00.000Z' }));
  here.jira.items.set('EXP-2', epic({ issueKey: 'EXP-2' }));
  expect(await reportPage(page, here)).toMatchObject({
    answerWithin: { hours: 24, measure: 'elapsed' },
    items: [
      { atRisk: true, unanswered: 1, lastWeek: { passes: true, promises: 0, unanswered: 0 } },
      { atRisk: true, unanswered: 0, lastWeek: { passes: false, promises: 0, unanswered: 0 } },
    ],
  });
});

it('does not guess how an item stood whose older entries are not at hand', async () => {
  const here = world(...owner(COO));
  const stored = here.charters.stored.get('EXP-1')!;
  here.charters.stored.set('EXP-1', { ...stored, earlier: 40 });
  expect(await reportPage(page, here)).toMatchObject({ items: [{ lastWeek: null }] });
});

describe('what Jira shows to one and not to the other', () => {
  it('holds an item back for every reader alike, and names what is hidden to none of them', async () => {
    const here = world(...owner(COO), granted(COO), asked('A1'), acknowledged('A1'));
    here.jira.items.set('EXP-1', epic({ blockers: [blocker('SEC-1'), blocker('SEC-2')] }));
    const full = await reportPage(page, here);
    here.jira.hidden.add('SEC-1').add('SEC-2');
    const partial = await reportPage(page, here);
    expect(partial.items[0]).toMatchObject({
      gate: { verdict: 'block', findings: [{ finding: { rule: 'dependency.unmapped', hidden: true } }] },
      test: full.items[0]?.test,
      handoffs: [{ unnamed: true }],
    });
    expect(full.items[0]?.gate).toMatchObject({ verdict: 'block', findings: [{}, {}] });
    expect(JSON.stringify(partial)).not.toContain('SEC-');
  });

  it('leaves an item that the app may not see without a verdict, and with its charter', async () => {
    const here = world(...owner(COO), asked('A1'));
    here.jira.hiddenFromApp.add('EXP-1');
    expect(await reportPage(page, here)).toMatchObject({
      items: [
        {
          gate: null,
          gateUnknown: 'app-may-not-see',
          test: { owner: 'unknown', authority: 'unknown', dependencies: 'unknown' },
          atRisk: false,
          lastWeek: null,
          dri: { accountId: COO, status: 'accepted' },
          agreements: { open: 1 },
        },
      ],
    });
  });
});
