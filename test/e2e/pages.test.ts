import AxeBuilder from '@axe-core/playwright';
import { useBrowser, type Looking } from '../support/browser';
import { LETTERS, misfits, setLetters } from '../support/letters';
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

/** The only rules that a change of theme can break. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

describe('nothing for axe in light and dark, no text beyond its place in narrow or wide letters, nothing on the console', () => {
  test.each(Object.keys(scenes))('%s', async (name) => {
    const scene = scenes[name] ?? fail();
    const view = await open(scene);
    expect({ light: await findings(view) }).toEqual({ light: [] });
    await view.page.emulateMedia({ colorScheme: 'dark' });
    await view.settled();
    expect({ dark: await findings(view, COLOURS) }).toEqual({ dark: [] });
    for (const width of [360, 700]) {
      await view.page.setViewportSize({ width, height: 740 });
      for (const [letters, em] of Object.entries(LETTERS)) {
        await setLetters(view, em);
        expect({ width, letters, misfits: await misfits(view) }).toEqual({ width, letters, misfits: [] });
      }
    }
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
