import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { inRoot } from './build/project';
import { needChromium } from './chromium';
import { send, take, THEMES } from './pictures/look';
import { onItems } from './pictures/on-items';
import { onReport } from './pictures/on-report';
import { onSettings } from './pictures/on-settings';

/**
 * Every view in light and dark, for README and guide: `npm start`, then `npm run screenshots`. Names of views after
 * it take those alone. The demo begins anew before each, so that a picture shows the same however often it is taken.
 */
const pictures = { ...onItems, ...onReport, ...onSettings };

async function main(names: readonly string[]): Promise<void> {
  const executablePath = needChromium();
  const wanted = Object.entries(pictures).filter(([name]) => names.length === 0 || names.includes(name));
  mkdirSync(inRoot('docs/images'), { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const failed: string[] = [];
  try {
    for (const [name, picture] of wanted) {
      for (const theme of THEMES) {
        const file = `docs/images/${name}${theme === 'dark' ? '-dark' : ''}.png`;
        try {
          await send('u-admin', 'POST', '/sandbox/reset', { seed: 'demo' });
          await picture.before?.();
          await take(browser, picture, theme, inRoot(file));
          console.log(file);
        } catch (problem) {
          failed.push(file);
          console.error(`${file}: ${String(problem)}`);
        }
      }
    }
  } finally {
    await browser.close();
  }
  await send('u-admin', 'POST', '/sandbox/reset', { seed: 'demo' });
  if (failed.length > 0) process.exitCode = 1;
}

void main(process.argv.slice(2));
