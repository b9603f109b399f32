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
  async report(page) {
    await page.goto(`${origin}/projects/EXP/page/gap-report`);
    await page.frameLocator('iframe').getByText('Compliance review for India').waitFor();
  },
};

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
