import {
  chromium,
  type Browser,
  type BrowserContext,
  type Frame,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { needChromium } from '../../scripts/chromium';
import type { ServedSite } from './sandbox';

export interface View {
  readonly as?: string;
  readonly theme?: 'light' | 'dark' | 'system';
  readonly width?: number;
  readonly height?: number;
}

/** A page somebody looks at, which remembers whatever its console complained about. */
export interface Looking {
  readonly page: Page;
  readonly context: BrowserContext;
  /**
   * The app's page within the shell: the first frame, or the one whose title contains the text. While a modal is open
   * it is the page in there, as it is for whoever looks: nothing behind can be reached.
   */
  app(title?: string): FrameLocator;
  /** Opens an address below the site and waits until nothing on it is still on its way. */
  go(path: string): Promise<void>;
  /** Becomes somebody else, through the shell's own menu. */
  become(name: string): Promise<void>;
  settled(): Promise<void>;
  /** Console errors, uncaught exceptions and broken security policies since the last look; empties the list. */
  complaints(): string[];
}

/** Chromium notes every answer outside 2xx; a refused transition is one, and wanted. */
const REFUSED_MOVE = /^Failed to load resource: the server responded with a status of 400/;
/** Forge's own sandbox attribute has both, and says so itself. */
const FORGE_SANDBOX = /^An iframe which has both allow-scripts and allow-same-origin/;

function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    const harmless =
      FORGE_SANDBOX.test(text) ||
      (REFUSED_MOVE.test(text) && message.location().url.endsWith('/transitions'));
    if (['error', 'warning'].includes(message.type()) && !harmless) seen.push(text);
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  return seen;
}

/** Whether a document shows its content rather than a place for it. */
const isSettled = (frame: Frame): Promise<boolean> =>
  frame.evaluate(
    () =>
      document.readyState === 'complete' &&
      document.querySelector('.skeleton, .hf-bone, [aria-busy="true"]') === null &&
      document.body.innerText.trim() !== '' &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );

async function settle(page: Page): Promise<void> {
  await page.locator('#root, main, body').first().waitFor();
  const deadline = Date.now() + 15_000;
  // Frames come and go while a page loads, so the whole question is asked again until the answer is yes.
  for (;;) {
    const visible = page.frames().filter((frame) => !frame.isDetached());
    const answers = await Promise.all(visible.map((frame) => isSettled(frame).catch(() => false)));
    if (answers.every(Boolean)) return;
    if (Date.now() > deadline) throw new Error(`${page.url()} was still loading after 15 s`);
    await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));
  }
}

/** Opens a tab of `browser` on the site at `url`, in a session of its own: close its `context` afterwards. */
export async function lookAt(
  browser: Browser,
  url: string,
  { as = 'u-coo', theme = 'light', width = 1280, height = 900 }: View = {},
): Promise<Looking> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  await context.addCookies([
    { name: 'sandbox.user', value: as, url },
    { name: 'sandbox.theme', value: theme, url },
  ]);
  const page = await context.newPage();
  const seen = watch(page);
  return {
    page,
    context,
    app: (title) => {
      const named = title === undefined ? 'iframe' : `iframe[title*="${title}"]`;
      return page.frameLocator(`dialog iframe, body:not(:has(dialog iframe)) ${named}`).first();
    },
    settled: () => settle(page),
    async go(path) {
      await page.goto(url + path);
      await settle(page);
    },
    async become(name) {
      await page.getByRole('button', { name: /Switch user/ }).click();
      await page.getByRole('group', { name: 'Act as' }).getByRole('button', { name }).click();
      await page.getByRole('button', { name: `You are ${name}. Switch user` }).waitFor();
      await settle(page);
    },
    complaints: () => seen.splice(0),
  };
}

/** One Chromium for the tests of a file, closed after the last; every view is a session of its own. */
export function useBrowser(site: ServedSite): { look(view?: View): Promise<Looking> } {
  let browser: Browser | undefined;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = needChromium();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser?.close());
  return {
    async look(view) {
      if (!browser) throw new Error('The browser is open only while tests run.');
      const looking = await lookAt(browser, site.url, view);
      open.push(looking.context);
      return looking;
    },
  };
}
