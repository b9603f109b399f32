import type { Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const focused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses Tab until the focus is there. @throws Error when it cannot be reached that way. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await focused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} cannot be reached with ${key}`);
}

test('nominate, accept and ask for an agreement without a mouse', async () => {
  const view = await browser.look();
  const { page } = view;
  const key = newEpic(site.sandbox);
  await view.go(`/browse/${key}`);
  const panel = view.app('Agreements');
  const press = async (target: Locator): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };

  await press(panel.getByRole('button', { name: /^Nominate a DRI/ }).first());
  const who = panel.getByRole('combobox', { name: 'Person' });
  await tabTo(page, who);
  await page.keyboard.type('Mara');
  await panel.getByRole('option', { name: /Mara Okonkwo/ }).waitFor();
  await page.keyboard.press('Enter');
  await press(panel.getByRole('button', { name: 'Nominate Mara Okonkwo' }));

  // Focus stays in the panel: what comes next is reached without starting over.
  await panel
    .getByRole('button', { name: /^Accept/ })
    .first()
    .waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  await tabTo(page, panel.getByRole('button', { name: /^Accept/ }).first());
  await page.keyboard.press('Enter');
  await panel.getByText('Accepted', { exact: true }).first().waitFor();

  const ask = panel.getByRole('button', { name: /^Ask for an agreement/ }).first();
  await tabTo(page, ask, (await focused(ask)) ? 'Tab' : 'Shift+Tab').catch(() => tabTo(page, ask));
  await page.keyboard.press('Enter');
  const form = panel.getByRole('form', { name: 'Ask for an agreement' });
  await tabTo(page, form.getByRole('combobox', { name: 'Who should promise it' }));
  await page.keyboard.type('Tomasz');
  await panel.getByRole('option', { name: /Tomasz Wrona/ }).waitFor();
  await page.keyboard.press('Enter');
  await tabTo(page, form.getByRole('textbox', { name: /^What you need/ }));
  await page.keyboard.type('Partners sign in');
  await tabTo(page, form.getByRole('textbox', { name: /How you will both know/ }));
  await page.keyboard.type('One of them signs in');
  await tabTo(page, form.getByLabel(/^Needed by/));
  // The same day in every order of day and month.
  await page.keyboard.type('12122026');
  await press(form.getByRole('button', { name: 'Ask Tomasz Wrona' }));
  await form.waitFor({ state: 'detached' });

  const { charter } = await clientOf(site, 'u-coo').done(key, 'charter/get');
  expect(charter.dri).toMatchObject({ accountId: 'u-coo', status: 'accepted' });
  expect(charter.agreements).toMatchObject([{ providerAccountId: 'u-platform', neededBy: '2026-12-12' }]);
  expect(view.complaints()).toEqual([]);
});

test('Escape closes a form, gives the focus back and keeps what was typed', async () => {
  const view = await browser.look();
  const { page } = view;
  await view.go('/browse/EXP-9');
  const panel = view.app('Agreements');
  const ask = panel.getByRole('button', { name: /^Ask for an agreement/ }).first();
  await tabTo(page, ask);
  await page.keyboard.press('Enter');
  const what = panel.getByRole('textbox', { name: /^What you need/ });
  await tabTo(page, what);
  await page.keyboard.type('Half a thought');
  await page.keyboard.press('Escape');
  await panel.getByRole('form').waitFor({ state: 'detached' });
  await panel.locator(':focus').first().waitFor({ state: 'attached' });
  expect(
    await panel
      .locator(':focus')
      .first()
      .evaluate((element) => element.tagName),
  ).not.toBe('BODY');
  await ask.click();
  expect(await what.inputValue()).toBe('Half a thought');
});

test('a card is moved from its menu, and the refusal gives the focus back', async () => {
  const view = await browser.look();
  const { page } = view;
  await view.go('/projects/EXP/board');
  const menu = page.getByRole('button', { name: 'Move EXP-3', exact: true });
  await tabTo(page, menu);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('group', { name: 'Move EXP-3' }).getByRole('button', { name: /Start/ }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /EXP-3 can’t be moved/ });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(await focused(menu)).toBe(true);
  expect(view.complaints()).toEqual([]);
});
