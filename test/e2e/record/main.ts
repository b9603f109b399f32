import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { needChromium } from '../../../scripts/chromium';
import { lookAt, type Looking } from '../../support/browser';
import { serveSite, type ServedSite } from '../../support/sandbox';
import { scenes, type Scene } from '../scenes';
import { moreScenes } from './more-scenes';
import { toursOf } from './tours';
import { readScreen } from './read-screen';

/**
 * `npm run record-screens -- DIR [--pictures] [NAME…]`: text and accessibility tree of every screen, one file per
 * scene. Recorded before and after a change that should be none, `diff -r` of the two folders shows what users would
 * notice. `--pictures` adds PNG files, light and dark, in three widths. The demo begins anew before each scene.
 */
async function main(args: readonly string[]): Promise<void> {
  const [dir, ...names] = args.filter((arg) => !arg.startsWith('--'));
  if (dir === undefined) throw new Error('usage: npm run record-screens -- DIR [--pictures] [NAME…]');
  mkdirSync(dir, { recursive: true });
  const isWanted = (name: string): boolean =>
    names.length === 0 || names.some((wanted) => name.includes(wanted));
  const tasks = [
    ...Object.entries({ ...scenes, ...moreScenes }).map(([name, scene]) => ({
      name,
      run: (stage: Stage) => recordScene(stage, scene),
    })),
    ...toursOf().map(({ name, run }) => ({ name, run: (stage: Stage) => run(stage.site, stage.open) })),
  ].filter(({ name }) => isWanted(name));
  const browser = await chromium.launch({
    executablePath: needChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const pictures = args.includes('--pictures');
  const worker = async (): Promise<void> => {
    const site = await serveSite();
    try {
      for (let task = tasks.shift(); task; task = tasks.shift())
        await record({ browser, site, dir: resolve(dir), pictures }, task);
    } finally {
      await site.close();
    }
  };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    await browser.close();
  }
}

interface Stage {
  readonly site: ServedSite;
  readonly open: (as?: string) => Promise<Looking>;
  /** Writes what the pictures show, where pictures are wanted. */
  readonly picture: (view: Looking) => Promise<void>;
}

async function record(
  { browser, site, dir, pictures }: { browser: Browser; site: ServedSite; dir: string; pictures: boolean },
  task: { readonly name: string; readonly run: (stage: Stage) => Promise<string> },
): Promise<void> {
  const opened: Looking[] = [];
  const file = join(dir, task.name.replace(/[^\p{L}\p{N}]+/gu, '-'));
  try {
    await site.sandbox.reset('demo');
    const text = await task.run({
      site,
      open: async (as) => {
        const view = await lookAt(browser, site.url, as === undefined ? {} : { as });
        opened.push(view);
        return view;
      },
      picture: async (view) => {
        if (pictures) await takePictures(view, file);
      },
    });
    writeFileSync(`${file}.txt`, text);
    process.stdout.write(`${task.name}\n`);
  } catch (problem) {
    process.exitCode = 1;
    process.stderr.write(`${task.name}: ${String(problem)}\n`);
  } finally {
    await Promise.all(opened.map(({ context }) => context.close()));
  }
}

async function recordScene({ open, picture }: Stage, scene: Scene): Promise<string> {
  const view = await open(scene.as);
  await view.go(scene.path);
  await somewhere(view, scene.shows);
  await scene.then?.(view);
  await view.settled();
  const wide = await readScreen(view);
  await picture(view);
  await view.page.setViewportSize({ width: 360, height: 740 });
  await view.settled();
  return `${wide}\n=== 360 pixels wide\n${await readScreen(view)}\n`;
}

/** Waits until a text is seen in the page or one of its frames. */
const somewhere = ({ page }: Looking, text: string | RegExp): Promise<unknown> =>
  Promise.any(
    page.frames().map((frame) => frame.getByText(text).filter({ visible: true }).first().waitFor()),
  );

async function takePictures(view: Looking, file: string): Promise<void> {
  for (const width of [1440, 700, 360]) {
    await view.page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      const theme = { name: 'sandbox.theme', value: 'system', url: view.page.url() };
      await view.context.addCookies([theme]);
      await view.page.emulateMedia({ colorScheme });
      await view.settled();
      await view.page.screenshot({ path: `${file}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await view.page.setViewportSize({ width: 1280, height: 900 });
}

void main(process.argv.slice(2));
