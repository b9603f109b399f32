import { chromium, type Frame } from 'playwright-core';
import { createApp } from '../packages/forge-sandbox/src/http/app';
import { serve } from '../packages/forge-sandbox/src/http/server';
import { inRoot } from '../scripts/build/project';
import { needChromium } from '../scripts/chromium';
import { median, type Bench, type Figure } from './harness';
import { openDemo } from './site';

const ITEMS = 10_000;
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
/** How long the page is busy after a choice, until the table has been drawn anew. */
const choose = (label: string, value: string): string => `
  (async () => {
    const box = [...document.querySelectorAll('.hf-choice')].find((one) =>
      one.querySelector('label').textContent === ${JSON.stringify(label)}).querySelector('select');
    const from = performance.now();
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(box, ${JSON.stringify(value)});
    box.dispatchEvent(new Event('change', { bubbles: true }));
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - from;
  })()
`;

/** A report of ten thousand rows in a real browser without a graphics card: scrolled, sorted, filtered, grouped. */
export const bench: Bench = {
  title: `A report of ${ITEMS} items in the browser`,
  async run() {
    const executablePath = needChromium();
    const sandbox = await openDemo();
    for (let n = 0; n < ITEMS; n += 1) {
      sandbox.jira.addIssue({ project: 'HAND', type: 'Epic', values: { summary: `Item ${n}` } });
    }
    const server = await serve(createApp(sandbox, inRoot('.')), 0);
    const url = `http://localhost:${server.port}`;
    sandbox.jira.setBaseUrl(url);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      await context.addCookies([{ name: 'sandbox.user', value: 'u-lead', url }]);
      const page = await context.newPage();
      await page.goto(`${url}/projects/HAND/page/gap-report?items=all`);
      await page.frameLocator('iframe').getByText('as of').first().waitFor({ timeout: 300_000 });
      const frame = page.frames().find((one) => one !== page.mainFrame());
      if (!frame) throw new Error('the report has a frame of its own');
      const scrolled = async (name: string): Promise<Figure[]> => {
        await frame.locator('.hf-report-scroller').scrollIntoViewIfNeeded();
        await frame.locator('.hf-report-row').nth(5).hover();
        await frame.evaluate(NOTE_FRAMES);
        for (let step = 0; step < STEPS; step += 1) await page.mouse.wheel(0, step < STEPS / 2 ? 240 : -240);
        return frameFigures(name, frame);
      };
      const plain = await scrolled('rows');
      const cdp = await context.newCDPSession(page);
      await cdp.send('HeapProfiler.collectGarbage');
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      const grouping = Number(await frame.evaluate(choose('Group by', 'status')));
      const grouped = await scrolled('grouped rows');
      const filtering = Number(await frame.evaluate(choose('Accountability test', 'at-risk')));
      return [
        ...plain,
        ...grouped,
        { what: 'grouping', value: grouping, unit: 'ms' },
        { what: 'memory of the page', value: usedSize / 1e6, unit: 'MB', ceiling: 250 },
        { what: 'filtering', value: filtering, unit: 'ms' },
      ];
    } finally {
      await browser.close();
      await server.close();
      sandbox.close();
    }
  },
};

async function frameFigures(name: string, frame: Frame): Promise<Figure[]> {
  const frames = (await frame.evaluate<number[]>('window.frameTimes')).slice(1);
  const sorted = [...frames].sort((a, b) => a - b);
  return [
    {
      what: `${name}: median time between frames`,
      value: median(frames),
      unit: 'ms',
      ceiling: 17,
      tolerance: 0.1,
    },
    {
      what: `${name}: slowest in twenty`,
      value: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      unit: 'ms',
      ceiling: 34,
      tolerance: 0.5,
    },
  ];
}
