import AxeBuilder from '@axe-core/playwright';
import { useBrowser, type Looking } from '../../support/browser';
import { LETTERS, misfits, setLetters } from '../../support/letters';
import { useSite } from '../../support/sandbox';
import { scenes, type Scene } from '../scenes';

/** Opens a scene as the system's light theme shows it. */
async function open(browser: ReturnType<typeof useBrowser>, scene: Scene): Promise<Looking> {
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
export async function findings({ page }: Looking, rules?: string[]): Promise<readonly unknown[]> {
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

/** Addresses of the panel and of what else stands on a work item. */
const onItems = ({ path }: Scene): boolean => path.startsWith('/browse/');

/** The scenes in three parts that take about as long, so that several workers can share them. */
export const PARTS = {
  items: onItems,
  report: ({ path }: Scene): boolean => path.includes('/page/'),
  others: ({ path }: Scene): boolean => !path.startsWith('/browse/') && !path.includes('/page/'),
} as const;

/** Looks at every scene of a part: for axe in light and dark, for text beyond its place, and at the console. */
export function describeScenes(part: keyof typeof PARTS): void {
  jest.setTimeout(400_000);
  const browser = useBrowser(useSite());
  const names = Object.entries(scenes).flatMap(([name, scene]) => (PARTS[part](scene) ? [name] : []));

  describe('nothing for axe in light and dark, no text beyond its place in narrow or wide letters, nothing on the console', () => {
    test.each(names)('%s', async (name) => {
      const scene = scenes[name] ?? fail();
      const view = await open(browser, scene);
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
}

function fail(): never {
  throw new Error('no such scene');
}
