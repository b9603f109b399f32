import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium';
import { inRoot } from './build/project';

/** Pictures for the README, taken from a running stand-in: `npm start`, then `npm run screenshots`. */
const origin = process.env['SANDBOX_URL'] ?? 'http://localhost:3000';

const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async block(page) {
    await page.goto(`${origin}/projects/EXP/board`);
    await page.getByRole('button', { name: 'Move EXP-1', exact: true }).click();
    await page.getByRole('button', { name: /^Start/ }).click();
    await page.getByRole('dialog').waitFor();
  },
  async panel(page) {
    await page.goto(`${origin}/browse/EXP-12`);
    await page.frameLocator('iframe').getByText('Directly responsible individual').waitFor();
  },
  async counter(page) {
    await actAs(page, 'u-ops');
    await page.goto(`${origin}/browse/EXP-12`);
    const panel = page.frameLocator('iframe');
    await panel
      .getByRole('button', { name: /^Counter/ })
      .last()
      .click();
    await panel.getByLabel(/^You can promise it for/).fill('2027-01-08');
    await panel.getByLabel(/^Why/).fill('The carrier’s lawyers are back on the 4th');
    await panel.getByRole('form').scrollIntoViewIfNeeded();
  },
  /** Two people at once: a form is open while the other side moves the same date. */
  async conflict(page) {
    await actAs(page, 'u-product');
    await page.goto(`${origin}/browse/EXP-12`);
    const panel = page.frameLocator('iframe');
    await panel
      .getByRole('button', { name: /^Customer data stays/ })
      .first()
      .click();
    await panel.getByRole('button', { name: /^Propose another date/ }).click();
    await panel.getByLabel(/^New date/).fill('2026-12-18');
    await panel.getByLabel(/^Why/).fill('The regulator asks for it before the holidays');
    await fetch(`${origin}/sandbox/invoke/agreement-panel`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('u-platform:x')}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        functionKey: 'agreement/renegotiate',
        payload: { agreementId: 'A1', committedBy: '2027-01-15', reason: 'Two people are away until the 8th' },
        context: { extension: { issue: { key: 'EXP-12' } } },
      }),
    });
    await panel.getByRole('button', { name: 'Ask for this date' }).click();
    await panel.getByRole('button', { name: 'Use mine' }).waitFor();
    await panel.getByRole('form').scrollIntoViewIfNeeded();
  },
  async report(page) {
    await page.goto(`${origin}/projects/EXP/page/gap-report`);
    await page.frameLocator('iframe').getByText('Compliance review for India').waitFor();
  },
};

const actAs = (page: Page, accountId: string): Promise<void> =>
  page.context().addCookies([{ name: 'sandbox.user', value: accountId, url: origin }]);

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: apt-get install -y chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  mkdirSync(inRoot('docs/images'), { recursive: true });
  try {
    for (const [name, open] of Object.entries(pictures)) {
      const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
      await open(page);
      // Avatars and the frame's height settle a moment after the last text.
      await page.waitForTimeout(1500);
      await page.screenshot({ path: inRoot(`docs/images/${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

void main();
