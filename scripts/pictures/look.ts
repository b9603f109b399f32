import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

/** A running stand-in: `npm start`. */
export const origin = process.env['SANDBOX_URL'] ?? 'http://localhost:3000';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** One page, as one person sees it. */
export interface Look {
  readonly page: Page;
  /** The app's page within the shell whose title contains the text. */
  readonly app: (title: string) => FrameLocator;
}

export interface Picture {
  readonly path: string;
  /** Who looks; the demo's COO where nobody is named. */
  readonly as?: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** What happened on the site before somebody looks. */
  readonly before?: () => Promise<unknown>;
  /** Waits for what the picture is about; what it does has happened when it is over. */
  readonly then: (look: Look) => Promise<unknown>;
  /** The part of the page to show, with a little room around it; all that fits the window where there is none. */
  readonly part?: (look: Look) => Locator;
}

/** A call of one person over HTTP, as a page of the app makes it. */
export async function send(as: string, method: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: `Basic ${btoa(`${as}:x`)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} as ${as}: ${answer.status} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

export async function invoke(
  as: string,
  place: { readonly module: string; readonly issueKey?: string; readonly projectKey?: string },
  functionKey: string,
  payload: object = {},
): Promise<Readonly<Record<string, unknown>>> {
  const { module, ...context } = place;
  const answer = await send(as, 'POST', `/sandbox/invoke/${module}`, { functionKey, payload, context });
  if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true) {
    return Object.fromEntries(Object.entries(answer));
  }
  throw new Error(`${functionKey} as ${as}: ${JSON.stringify(answer)}`);
}

/** A place for content, content on its way, or a picture not there yet. */
const UNSETTLED = '.skeleton, .hf-bone, [aria-busy="true"]';

/** Until nothing on the page is on its way or moves, and its height is the same in two looks. */
async function settle(page: Page): Promise<void> {
  const deadline = Date.now() + 20_000;
  let before = '';
  for (;;) {
    const states = await Promise.all(
      page.frames().map((frame) =>
        frame
          .evaluate((unsettled) => {
            const still = document.getAnimations().every(({ playState }) => playState !== 'running');
            const drawn = [...document.images].every(({ complete }) => complete);
            const empty = document.body.innerText.trim() === '';
            if (!still || !drawn || empty || document.querySelector(unsettled) !== null) return null;
            return document.documentElement.scrollHeight;
          }, UNSETTLED)
          .catch(() => null),
      ),
    );
    const now = states.join();
    if (!states.includes(null) && now === before) return;
    if (Date.now() > deadline) throw new Error(`${page.url()} was still on its way after 20 s`);
    before = now;
    // The frame's height follows its content a moment later.
    await page.waitForTimeout(150);
  }
}

const ROOM = 16;

/** Opens the page, waits, and writes the PNG. */
export async function take(browser: Browser, picture: Picture, theme: Theme, file: string): Promise<void> {
  const { path, as = 'u-coo', width = 1200, height = 900, then, part } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  try {
    await context.addCookies([
      { name: 'sandbox.user', value: as, url: origin },
      { name: 'sandbox.theme', value: theme, url: origin },
    ]);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const look = { page, app: (title: string) => page.frameLocator(`iframe[title*="${title}"]`).first() };
    await page.goto(origin + path);
    await then(look);
    await settle(page);
    await part?.(look).scrollIntoViewIfNeeded();
    const box = await part?.(look).boundingBox();
    await page.screenshot({
      path: file,
      caret: 'hide',
      ...(box && { clip: around(box, { width, height }) }),
    });
  } finally {
    await context.close();
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function around(box: Box, window: { readonly width: number; readonly height: number }): Box {
  const x = Math.max(0, box.x - ROOM);
  const y = Math.max(0, box.y - ROOM);
  return {
    x,
    y,
    width: Math.min(window.width, box.x + box.width + ROOM) - x,
    height: Math.min(window.height, box.y + box.height + ROOM) - y,
  };
}
