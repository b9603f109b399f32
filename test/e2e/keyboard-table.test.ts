import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const focused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses a key until the focus is there. @throws Error when it cannot be reached that way. */
async function goTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await focused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} cannot be reached with ${key}`);
}

test('a group is folded, two items are selected and those they wait for reminded, without a mouse', async () => {
  const view = await browser.look();
  const { page } = view;
  await view.go('/projects/EXP/page/gap-report?group=handoff');
  const report = view.app('Accountability');
  const tick = (key: string): Locator =>
    report.getByRole('checkbox', { name: `Select ${key}`, exact: true }).first();

  const group = report.getByRole('button', { name: /^Needs something from Platform/ });
  await goTo(page, group);
  await page.keyboard.press('Enter');
  await tick('EXP-1').waitFor({ state: 'detached' });
  expect(await group.getAttribute('aria-expanded')).toBe('false');
  expect(await focused(group)).toBe(true);
  await page.keyboard.press('Enter');
  await tick('EXP-1').waitFor();

  await goTo(page, tick('EXP-1'));
  await page.keyboard.press('Space');
  await goTo(page, tick('EXP-3'));
  await page.keyboard.press('Space');
  await report.getByText('2 items selected').waitFor();

  const remind = report.getByRole('button', { name: 'Remind', exact: true });
  await goTo(page, remind, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const form = report.getByRole('form', { name: /^Remind those/ });
  await form.waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  expect(await focused(remind)).toBe(true);
  await page.keyboard.press('Enter');
  await goTo(page, form.getByRole('button', { name: 'Remind for 2 items' }));
  await page.keyboard.press('Enter');

  await report
    .getByText(/^1 person is reminded/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await report
    .getByRole('status')
    .getByText(/^1 person is reminded/)
    .waitFor({ state: 'attached' });
  // What can be done next is reached from where the reader is.
  expect(await focused(report.getByRole('region', { name: 'With the selected items' }))).toBe(true);
  expect(view.complaints()).toEqual([]);
});
