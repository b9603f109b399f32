import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const PAGES = [
  ['report', '/projects/EXP/page/gap-report?sheet=yes', 'Accountability, EXP'],
  ['portfolio', '/apps/my-commitments/portfolio?sheet=yes', 'Accountability, portfolio'],
] as const;

/** Opens a sheet and waits until it says all it will. */
async function opened(path: string, title: string, theme: 'light' | 'dark' = 'light') {
  const view = await browser.look({ as: 'u-lead', theme });
  await view.go(path);
  const app = view.app();
  await app.getByRole('heading', { name: title }).waitFor();
  await app.getByRole('img', { name: /^Items that pass the test, week by week/ }).waitFor();
  await app.getByText('Not everything is read yet').waitFor({ state: 'hidden' });
  return { view, app };
}

/** The frame as the printer would get it: its document alone, in a tab of its own. */
async function alone({ context, page }: Looking, app: FrameLocator) {
  const html = await app.locator('html').evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('script').forEach((script) => script.remove());
    const base = document.createElement('base');
    base.href = document.baseURI;
    copy.querySelector('head')?.prepend(base);
    return copy.outerHTML;
  });
  const tab = await context.newPage();
  await tab.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 });
  await tab.setContent(html, { waitUntil: 'networkidle' });
  return tab;
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.each(PAGES)('the sheet of the %s is one page, on A4 and on Letter', async (_of, path, title) => {
  const { view, app } = await opened(path, title, 'dark');
  const tab = await alone(view, app);
  for (const format of ['A4', 'Letter'] as const) {
    expect(pagesOf(await tab.pdf({ format }))).toBe(1);
    await tab.emulateMedia({ media: 'print' });
    // What is not the sheet is not printed, and nothing of the sheet is cut off.
    expect(await tab.getByRole('button').count()).toBe(0);
    const sheet = tab.locator('.hf-one-page');
    expect(await sheet.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
    await tab.emulateMedia({ media: 'screen' });
  }
  expect(view.complaints()).toEqual([]);
});

test('a lead opens the sheet from the report, and saves its chart for a slide', async () => {
  const view = await browser.look();
  await view.go('/projects/EXP/page/gap-report');
  const report = view.app('Accountability');
  await report.getByRole('button', { name: 'One-page sheet' }).click();
  await report.getByRole('heading', { name: 'Accountability, EXP' }).waitFor();
  await view.page.waitForURL(/sheet=yes/);
  for (const number of ['Pass the test', 'Waiting too long', 'Handoffs loosening'])
    await report.getByRole('region', { name: 'In three numbers' }).getByText(number).waitFor();
  // The worst item, as the report tells it.
  await report
    .getByRole('listitem')
    .filter({ hasText: /^EXP-1 / })
    .waitFor();
  const saved = view.page.waitForEvent('download');
  await report.getByRole('button', { name: /^Save as picture: Items that pass/ }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('EXP-accountability.png');
  expect(readFileSync(await file.path()).readUInt32BE(16)).toBeGreaterThan(1500);
  await report.getByRole('button', { name: 'Back', exact: true }).click();
  await report.getByRole('button', { name: 'All items (13)' }).waitFor();
  expect(view.complaints()).toEqual([]);
});

test('on a phone the sheet is no wider than the page', async () => {
  const phone = await browser.look({ as: 'u-lead', width: 360, height: 800 });
  await phone.go(PAGES[1][1]);
  const body = phone.app().locator('body');
  await phone.app().getByRole('heading', { name: PAGES[1][2] }).waitFor();
  expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
