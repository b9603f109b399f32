import { useBrowser, type Looking } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

/** How far a page may move while it comes, as Chromium counts it. */
const MOST = 0.02;

/** Each answer of Jira and of storage takes so long: what comes in stages is seen in stages. */
const LATENCY_MS = 80;

interface Screen {
  readonly path: string;
  readonly as: string;
  /** Texts, some of what comes last among them. */
  readonly shows: readonly (string | RegExp)[];
}

const screens: Readonly<Record<string, Screen>> = {
  panel: { path: '/browse/EXP-2', as: 'u-coo', shows: [/^History/, 'Follow-through'] },
  report: {
    path: '/projects/HAND/page/gap-report',
    as: 'u-coo',
    shows: ['Meridian: onboarding', /^All items/, 'Not useful'],
  },
  indicators: {
    path: '/projects/HAND/page/gap-report?tab=indicators',
    as: 'u-coo',
    shows: ['What Jira’s own history tells', 'Look'],
  },
  backtest: { path: '/projects/EXP/page/gap-report?tab=backtest', as: 'u-coo', shows: ['Run the backtest'] },
  'my commitments': {
    path: '/apps/my-commitments',
    as: 'u-platform',
    shows: ['Sign-up without an invitation', 'What you hear, and when'],
  },
  portfolio: { path: '/apps/my-commitments/portfolio', as: 'u-coo', shows: [/items read, as of/, '1 of 1'] },
  policy: {
    path: '/projects/EXP/settings/project-policy',
    as: 'u-lead',
    shows: ['Emergency brake', 'For example', 'is blocked by'],
  },
  'first policy': {
    path: '/projects/PLAT/settings/project-policy',
    as: 'u-admin',
    shows: ['Step 1 of 5', 'All settings'],
  },
  gadgets: { path: '/dashboards/10000', as: 'u-coo', shows: ['Weakest handoffs', /^Open the report/] },
};

/**
 * Text, because it runs in each document before anything else does. What moves within half a second of a click, a tap or
 * a key is what somebody asked for: Chromium marks it, and it is left out. Nobody touches these pages: it is left out for
 * whatever the browser itself takes for input when a page opens.
 */
const NOTE_SHIFTS = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput)
        window.shifts.push({
          value,
          moved: sources.map(({ node, previousRect: from, currentRect: to }) =>
            ((node && node.textContent) || '').trim().slice(0, 40) + ': ' +
            [from, to].map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ')).join(' to ')),
        });
  }).observe({ type: 'layout-shift', buffered: true });
`;

const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** What moved in the app's own pages; how Jira's page around them makes room is Jira's. */
async function shiftsIn({ page }: Looking): Promise<readonly (readonly Shift[])[]> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  return Promise.all(frames.map((frame) => frame.evaluate<Shift[]>('window.shifts')));
}

const totalOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { value }) => sum + value, 0);

beforeAll(() => {
  for (const target of ['jira', 'kvs'] as const) site.sandbox.faults.add({ target, latencyMs: LATENCY_MS });
});

describe.each([1440, 360])('%d px wide', (width) => {
  test.each(Object.entries(screens))(
    '%s stays where it is while it comes',
    async (_, { path, as, shows }) => {
      const view = await browser.look({ as, width });
      await view.page.addInitScript(NOTE_SHIFTS);
      await view.go(path);
      for (const text of shows) await view.app().getByText(text).filter({ visible: true }).first().waitFor();
      await view.settled();
      // A shift is told with the frame after it.
      await view.page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      const found = await shiftsIn(view);
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((shifts) => totalOf(shifts) > MOST)).toEqual([]);
    },
  );
});

test('what moves is noticed', async () => {
  const view = await browser.look();
  await view.page.addInitScript(NOTE_SHIFTS);
  await view.go('/projects/EXP/page/gap-report');
  const body = view.app('Accountability').locator('body');
  await body.evaluate(({ style }) => (style.paddingTop = '200px'));
  await view.page.evaluate(TWO_FRAMES);
  expect((await shiftsIn(view)).some((shifts) => totalOf(shifts) > MOST)).toBe(true);
});
