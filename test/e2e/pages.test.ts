import AxeBuilder from '@axe-core/playwright';
import { useBrowser, type Looking } from '../support/browser';
import { newEpic, useSite } from '../support/sandbox';
import { scenes, type Scene } from './scenes';

jest.setTimeout(180_000);

const site = useSite();
const browser = useBrowser(site);

/** Opens a scene as the system's light theme shows it. */
async function open(scene: Scene): Promise<Looking> {
  const view = await browser.look({ ...(scene.as !== undefined && { as: scene.as }), theme: 'system' });
  await view.go(scene.path);
  await somewhere(view, scene.shows);
  await scene.then?.(view);
  await view.settled();
  return view;
}

/** Waits until a text is seen in the page or one of its frames. */
const somewhere = ({ page }: Looking, text: string | RegExp): Promise<unknown> =>
  Promise.any(
    page.frames().map((frame) => frame.getByText(text).filter({ visible: true }).first().waitFor()),
  );

/** What axe finds in the page and its frames: with every rule, or with those named. */
async function findings({ page }: Looking, rules?: string[]): Promise<readonly unknown[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' in ')}: ${failureSummary}`),
  }));
}

/** Documents that are wider than their window, by how much. */
async function sideways({ page }: Looking): Promise<readonly unknown[]> {
  const seen = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => ({
        page: location.pathname,
        beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      })),
    ),
  );
  return seen.filter(({ beyond }) => beyond > 0);
}

/** The only rules that a change of theme can break. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

describe('nothing for axe in light and dark, no sideways scroll at 360 pixels, nothing on the console', () => {
  test.each(Object.keys(scenes))('%s', async (name) => {
    const scene = scenes[name] ?? fail();
    const view = await open(scene);
    expect({ light: await findings(view) }).toEqual({ light: [] });
    await view.page.emulateMedia({ colorScheme: 'dark' });
    await view.settled();
    expect({ dark: await findings(view, COLOURS) }).toEqual({ dark: [] });
    await view.page.setViewportSize({ width: 360, height: 740 });
    await view.settled();
    expect(await sideways(view)).toEqual([]);
    expect(view.complaints()).toEqual(scene.says ?? []);
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
