import type { FrameLocator, Locator } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const browser = useBrowser(useSite());

const HEIGHT = 700;

/** Whether an element comes to rest at the window's lower edge within some seconds. */
async function restsAtTheEdge({ page }: Looking, element: Locator): Promise<boolean> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    await page.waitForTimeout(100);
    const box = await element.boundingBox();
    const below = box === null ? Infinity : HEIGHT - (box.y + box.height);
    if (below >= 0 && below < 60) return true;
  }
  return false;
}

test('what is unsaved on the policy page, and Save, stay in sight wherever the reader is', async () => {
  const view = await browser.look({ as: 'u-lead', width: 1000, height: HEIGHT });
  await view.go('/projects/EXP/settings/project-policy');
  const page: FrameLocator = view.app('Holdfast policy');
  const save = page.getByRole('button', { name: 'Save 1 change' });
  await page.getByRole('radio', { name: 'Coach' }).check();
  await page.getByText('1 unsaved change').waitFor();
  for (const top of [0, 900, 2300, 0]) {
    await view.page.mouse.move(500, 400);
    await view.page.evaluate((to) => window.scrollTo(0, to), top);
    expect({ top, isInSight: await restsAtTheEdge(view, save) }).toEqual({ top, isInSight: true });
  }
  await save.click();
  await page.getByText('Nothing yet. What you change above').waitFor();
  expect(await page.getByText(/unsaved change/).count()).toBe(0);
  expect(view.complaints()).toEqual([]);
});

test('a day is typed as the reader writes it, and what is no day is said to be none', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/projects/EXP/page/gap-report?tab=backtest');
  const page = view.app('Accountability');
  const day = page.getByRole('combobox', { name: 'First day' });
  await day.pressSequentially('1/5/2026');
  await day.press('Tab');
  await page.getByText('Mon, Jan 5, 11 months ago').waitFor();
  await day.pressSequentially('soon');
  await day.press('Tab');
  await page.getByText('“soon” is not a day. Write it like 11/23/2026.').waitFor();
  expect(await page.getByText('Mon, Jan 5, 11 months ago').count()).toBe(1);
  expect(view.complaints()).toEqual([]);
});

test('a day is chosen from the calendar by keyboard alone', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/projects/EXP/page/gap-report?tab=backtest');
  const page = view.app('Accountability');
  await page.getByRole('button', { name: 'Last day, open calendar' }).focus();
  await view.page.keyboard.press('Enter');
  await page.getByRole('grid', { name: 'November 2026' }).waitFor();
  await page.getByRole('button', { name: '23, Monday November 2026' }).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter']) await view.page.keyboard.press(key);
  await page.getByText('Fri, Nov 20, 3 days ago').waitFor();
  expect(view.complaints()).toEqual([]);
});

test('arrow keys go along the report’s views and around their ends, and Enter opens one', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/projects/EXP/page/gap-report');
  const views = view.app('Accountability').getByRole('navigation');
  const isFocused = async (name: string): Promise<boolean> =>
    views.getByRole('button', { name }).evaluate((button) => button === document.activeElement);
  await views.getByRole('button', { name: 'Overview' }).focus();
  await view.page.keyboard.press('ArrowLeft');
  expect(await isFocused('Readiness')).toBe(true);
  await view.page.keyboard.press('Home');
  await view.page.keyboard.press('ArrowRight');
  expect(await isFocused('Handoffs')).toBe(true);
  await view.page.keyboard.press('Enter');
  await view.app('Accountability').getByRole('heading', { name: 'Who waits for whom' }).waitFor();
});
