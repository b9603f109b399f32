import AxeBuilder from '@axe-core/playwright';
import { useBrowser, type Looking, type View } from '../support/browser';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(60_000);

const site = useSite();
const browser = useBrowser(site);

/** One thing people see: where it is, who sees it, and what they did to get there. */
interface Scene {
  readonly path: string;
  readonly as?: string;
  /** Text that proves that the content is there, in the page or in a frame. */
  readonly shows: string | RegExp;
  readonly then?: (view: Looking) => Promise<unknown>;
}

const form = (name: string | RegExp) => async (view: Looking) => {
  await view.app('Agreements').getByRole('button', { name }).first().click();
  await view.app('Agreements').getByRole('form').first().waitFor();
};

const scenes: Readonly<Record<string, Scene>> = {
  home: { path: '/', shows: 'Try this first' },
  inbox: { path: '/inbox', shows: 'Inbox' },
  'no such page': { path: '/nowhere', shows: 'Page not found' },
  'home of somebody who sees nothing': { path: '/', as: 'u-outsider', shows: /browse no project/ },
  'an issue that is hidden': { path: '/browse/EXP-1', as: 'u-outsider', shows: /.+/ },
  board: { path: '/projects/EXP/board', shows: 'Launch the partner portal in three markets' },
  'a card’s menu': {
    path: '/projects/EXP/board',
    shows: 'EXP-1',
    then: async ({ page }) => {
      await page.getByRole('button', { name: 'Move EXP-1', exact: true }).click();
      await page.getByRole('group', { name: 'Move EXP-1' }).getByRole('button', { name: /Start/ }).waitFor();
    },
  },
  'a refused move': {
    path: '/projects/EXP/board',
    shows: 'EXP-3',
    then: async ({ page }) => {
      await page.getByRole('button', { name: 'Move EXP-3', exact: true }).click();
      await page.getByRole('group', { name: 'Move EXP-3' }).getByRole('button', { name: /Start/ }).click();
      await page
        .getByRole('dialog')
        .getByText(/waits for Tomasz Wrona/)
        .waitFor();
    },
  },
  'the user menu': {
    path: '/',
    shows: 'Try this first',
    then: async ({ page }) => page.getByRole('button', { name: /Switch user/ }).click(),
  },
  'the clock menu': {
    path: '/',
    shows: 'Try this first',
    then: async ({ page }) => page.locator('header').getByRole('button', { name: /Nov/ }).click(),
  },
  'an epic nobody owns': { path: '/browse/EXP-1', shows: 'Start is blocked by 3 things' },
  'an epic in order': { path: '/browse/EXP-2', shows: 'Ready to start' },
  'an epic that waits': { path: '/browse/EXP-3', shows: /waits for/ },
  'an overdue promise': { path: '/browse/EXP-4', shows: /overdue/i },
  'a declined request': { path: '/browse/EXP-6', shows: /declined/i },
  'a nomination to answer': { path: '/browse/EXP-8', as: 'u-marketing', shows: /was nominated/ },
  'a request to answer': { path: '/browse/EXP-3', as: 'u-platform', shows: /Acknowledge/ },
  'a nomination turned down': { path: '/browse/EXP-10', shows: /They suggest/ },
  'an epic as a reader': { path: '/browse/EXP-1', as: 'u-viewer', shows: /Nobody answers for this/ },
  'an epic with no dependencies': { path: '/browse/EXP-7', shows: /no dependencies/ },
  'a story': { path: '/browse/EXP-17', shows: 'Partner can invite colleagues' },
  'the nomination form': { path: '/browse/EXP-1', shows: /blocked/, then: form('Nominate a DRI') },
  'the request form': { path: '/browse/EXP-1', shows: /blocked/, then: form('Ask for an agreement') },
  'the request form with mistakes': {
    path: '/browse/EXP-1',
    shows: /blocked/,
    then: async (view) => {
      await form('Ask for an agreement')(view);
      const frame = view.app('Agreements');
      await frame.getByRole('form').getByRole('button', { name: /^Ask/ }).click();
      await frame
        .getByText(/Fill this in/)
        .first()
        .waitFor();
    },
  },
  'the decline form': {
    path: '/browse/EXP-3',
    as: 'u-platform',
    shows: /Acknowledge/,
    then: form(/^Decline/),
  },
  'the authority form': { path: '/browse/EXP-3', shows: /Agreements/, then: form(/authority/) },
  'the history': {
    path: '/browse/EXP-2',
    shows: 'Ready to start',
    then: async (view) => {
      await view
        .app('Agreements')
        .getByRole('button', { name: /History/ })
        .click();
      await view
        .app('Agreements')
        .getByText(/acknowledged “Payment gateway/)
        .waitFor();
    },
  },
  report: { path: '/projects/EXP/page/gap-report', shows: 'Launch the partner portal in three markets' },
  'report of everything': {
    path: '/projects/EXP/page/gap-report?scope=all',
    shows: 'Launch the partner portal in three markets',
  },
  'report that finds nothing': {
    path: '/projects/EXP/page/gap-report',
    shows: 'Launch the partner portal in three markets',
    then: async (view) => {
      await view.app('Accountability').getByRole('searchbox').fill('zebra');
      await view.app('Accountability').getByText('No item fits').waitFor();
    },
  },
  'policy of an administrator': {
    path: '/projects/EXP/settings/project-policy',
    as: 'u-lead',
    shows: 'What must be true',
  },
  'policy of somebody else': { path: '/projects/EXP/settings/project-policy', shows: /.+/ },
  workflow: { path: '/projects/EXP/workflow', shows: /What this transition|meets the Start checks/ },
  'the rule’s settings': {
    path: '/projects/EXP/workflow',
    as: 'u-admin',
    shows: /meets the Start checks/,
    then: async (view) => {
      await view.page.getByRole('button', { name: 'Edit the rule on Start' }).click();
      await view.app('Settings of').getByText('How firmly').waitFor();
    },
  },
  'a new rule': {
    path: '/projects/EXP/workflow',
    as: 'u-admin',
    shows: /meets the Start checks/,
    then: async (view) => {
      await view.page.getByRole('button', { name: /Add rule .* to Review/ }).click();
      await view.app('Settings of').getByText('How firmly').waitFor();
    },
  },
};

async function open(scene: Scene, how: View): Promise<Looking> {
  const view = await browser.look({ ...(scene.as !== undefined && { as: scene.as }), ...how });
  await view.go(scene.path);
  await somewhere(view, scene.shows);
  await scene.then?.(view);
  await view.settled();
  return view;
}

/** Waits until a text is seen in the page or one of its frames. */
const somewhere = ({ page }: Looking, text: string | RegExp): Promise<unknown> =>
  Promise.any(page.frames().map((frame) => frame.getByText(text).first().waitFor()));

const findings = async ({ page }: Looking): Promise<readonly unknown[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' in ')}: ${failureSummary}`),
  }));
};

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(Object.keys(scenes))('%s: nothing for axe to find, nothing on the console', async (name) => {
    const view = await open(scenes[name] ?? fail(), { theme });
    expect(await findings(view)).toEqual([]);
    expect(view.complaints()).toEqual([]);
  });
});

describe('360 pixels wide', () => {
  test.each(Object.keys(scenes))('%s: no sideways scroll', async (name) => {
    const view = await open(scenes[name] ?? fail(), { width: 360, height: 740 });
    const overflow = await Promise.all(
      view.page.frames().map((frame) =>
        frame.evaluate(() => ({
          page: location.pathname,
          beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        })),
      ),
    );
    expect(overflow.filter(({ beyond }) => beyond > 0)).toEqual([]);
    expect(view.complaints()).toEqual([]);
  });
});

test('a record that holds fifty agreements still fits and can be read', async () => {
  const key = newEpic(site.sandbox);
  const act = (call: string, payload: object = {}): Promise<unknown> =>
    site.sandbox.invoke('agreement-panel', call, payload, { issueKey: key }, 'u-coo');
  await act('dri/nominate', { accountId: 'u-coo' });
  for (let n = 1; n <= 50; n += 1) {
    await act('agreement/request', {
      providerAccountId: n % 2 ? 'u-platform' : 'u-ops',
      deliverable: `Promise ${n} ${'of a rather long description '.repeat(n % 3)}`.slice(0, 200),
      acceptance: 'It is there',
      neededBy: '2026-12-18',
    });
  }
  const view = await browser.look({ width: 360 });
  await view.go(`/browse/${key}`);
  await view.app('Agreements').getByText('Promise 50', { exact: false }).first().waitFor();
  expect(await findings(view)).toEqual([]);
  expect(view.complaints()).toEqual([]);
});

function fail(): never {
  throw new Error('no such scene');
}
