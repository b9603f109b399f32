import type { FrameLocator, Locator } from 'playwright-core';
import type { Looking } from '../../support/browser';
import type { ServedSite } from '../../support/sandbox';
import { withoutPort } from './read-screen';

interface Stop {
  readonly path: string;
  readonly as: string;
  /** Part of the title of the app's frame. */
  readonly frame: string;
  /** Opens what is folded before the tour begins. */
  readonly unfold?: (frame: FrameLocator) => Promise<unknown>;
}

type Open = (as?: string) => Promise<Looking>;

const unfoldPromises = async (frame: FrameLocator): Promise<void> => {
  for (const promise of await frame.locator('button.hf-promise').all()) await promise.click();
};

const panel = (key: string, as: string): Stop => ({
  path: `/browse/${key}`,
  as,
  frame: 'Agreements',
  unfold: unfoldPromises,
});

const stops: readonly Stop[] = [
  panel('EXP-1', 'u-lead'),
  panel('EXP-2', 'u-ops'),
  panel('EXP-3', 'u-platform'),
  panel('EXP-3', 'u-coo'),
  panel('EXP-4', 'u-platform'),
  panel('EXP-4', 'u-product'),
  panel('EXP-6', 'u-marketing'),
  panel('EXP-8', 'u-marketing'),
  { path: '/apps/my-commitments', as: 'u-platform', frame: 'My commitments' },
  { path: '/projects/EXP/settings/project-policy', as: 'u-lead', frame: 'Holdfast policy' },
];

/** Buttons that leave the page or save a file. */
const LEAVES = /^(Export|Download|Copy|Print|Save|Notify)/;

/** Presses every button of a page, one after the other, and notes what the page says then. */
export const toursOf = (): { name: string; run: (site: ServedSite, open: Open) => Promise<string> }[] =>
  stops.map((stop) => ({
    name: `every button of ${stop.path.replace('/browse/', '')} as ${stop.as}`,
    run: (site, open) => tour(site, open, stop),
  }));

async function tour({ sandbox }: ServedSite, open: Open, { path, as, frame, unfold }: Stop): Promise<string> {
  const view = await open(as);
  const app = view.app(frame);
  const arrive = async (): Promise<void> => {
    await view.go(path);
    await view.settled();
    await unfold?.(app);
    await view.settled();
  };
  await arrive();
  const buttons = await Promise.all((await pressable(app).all()).map(nameOf));
  const said = [`--- as it is\n${await treeOf(app)}`];
  for (const [index, name] of buttons.entries()) {
    if (LEAVES.test(name)) continue;
    const button = pressable(app).nth(index);
    if (!(await button.isEnabled())) continue;
    await button.click();
    await view.settled();
    const cancel = app.getByRole('form').getByRole('button', { name: 'Cancel' });
    said.push(`--- ${name}\n${await treeOf(app)}`);
    if ((await cancel.count()) === 1) {
      await cancel.click();
      await view.settled();
      if (sameNames(await Promise.all((await pressable(app).all()).map(nameOf)), buttons)) continue;
    }
    await sandbox.reset('demo');
    await view.page.evaluate(() => sessionStorage.clear());
    await arrive();
  }
  return `${said.join('\n')}\n`;
}

const pressable = (app: FrameLocator): Locator => app.locator('button:visible');

const nameOf = (button: Locator): Promise<string> =>
  button.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent.trim());

const treeOf = async (app: FrameLocator): Promise<string> =>
  withoutPort(await app.locator('body').ariaSnapshot());

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name, index) => name === others[index]);
