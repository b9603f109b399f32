import { chromium } from 'playwright-core';
import { createApp } from '../packages/forge-sandbox/src/http/app';
import { serve } from '../packages/forge-sandbox/src/http/server';
import { inRoot } from '../scripts/build/project';
import { needChromium } from '../scripts/chromium';
import { median, type Bench } from './harness';
import { epicWith, openDemo } from './site';

const AGREEMENTS = 60;
const STEPS = 120;

/** Text, because it runs in the page: what compiles this file adds helpers that the page does not have. */
const NOTE_FRAMES = `
  window.frameTimes = [];
  let last = performance.now();
  requestAnimationFrame(function note(now) {
    window.frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(note);
  });
`;

/** How evenly the panel of a long charter scrolls, frame by frame, in a real browser without a graphics card. */
export const bench: Bench = {
  title: `Scrolling a panel of ${AGREEMENTS} agreements`,
  async run() {
    const executablePath = needChromium();
    const sandbox = await openDemo();
    const server = await serve(createApp(sandbox, inRoot('.')), 0);
    const url = `http://localhost:${server.port}`;
    sandbox.jira.setBaseUrl(url);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const key = await epicWith(sandbox, AGREEMENTS);
      const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
      await context.addCookies([{ name: 'sandbox.user', value: 'u-coo', url }]);
      const page = await context.newPage();
      await page.goto(`${url}/browse/${key}`);
      await page.frameLocator('iframe').getByText(`Promise ${AGREEMENTS}`, { exact: true }).waitFor();
      await page.evaluate(NOTE_FRAMES);
      await page.mouse.move(500, 500);
      for (let step = 0; step < STEPS; step += 1) await page.mouse.wheel(0, step < STEPS / 2 ? 60 : -60);
      const frames = (await page.evaluate<number[]>('window.frameTimes')).slice(1);
      const sorted = [...frames].sort((a, b) => a - b);
      return [
        { what: 'frames looked at', value: frames.length, unit: '' },
        {
          what: 'median time between frames',
          value: median(frames),
          unit: 'ms',
          ceiling: 17,
          tolerance: 0.1,
        },
        {
          what: 'slowest in twenty',
          value: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
          unit: 'ms',
          ceiling: 34,
          tolerance: 0.5,
        },
      ];
    } finally {
      await browser.close();
      await server.close();
      sandbox.close();
    }
  },
};
