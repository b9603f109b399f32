import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);

const request = (deliverable: string, providerAccountId: string) => ({
  providerAccountId,
  deliverable,
  acceptance: 'It is on the truck',
  neededBy: '2026-12-18',
});

/** Work items the supplier may not browse, each with a request to them and one to somebody else. */
async function askSupplier(...deliverables: readonly string[]): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const deliverable of deliverables) {
    const key = newEpic(site.sandbox, { summary: 'Nothing a supplier should read' });
    await as('u-coo').done(key, 'agreement/request', request('Somebody else’s promise', 'u-platform'));
    await as('u-coo').done(key, 'agreement/request', request(deliverable, 'u-supplier'));
    keys.push(key);
  }
  return keys;
}

const open = async (view: Looking) => {
  await view.go('/apps/my-commitments');
  return view.app('My commitments');
};

const statusOf = async (key: string, index: number): Promise<string | undefined> =>
  (await as('u-coo').done(key, 'charter/get')).charter.agreements[index]?.status;

/** Presses Tab until the focus is there. @throws Error when it cannot be reached that way. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} cannot be reached with Tab`);
}

test('a provider who may not browse the work answers two promises at once, and reads nothing else', async () => {
  const [first = '', second = ''] = await askSupplier('Forty desks', 'Forty chairs');
  const view = await browser.look({ as: 'u-supplier' });
  const page = await open(view);
  await page.getByRole('heading', { name: 'Forty desks' }).waitFor();
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/Nothing a supplier|Somebody else|EXP-/);
  expect(text).toContain('Jira does not show you the work item');

  await page.getByRole('checkbox', { name: /Forty desks/ }).check();
  await page.getByRole('checkbox', { name: /Forty chairs/ }).check();
  await page.getByRole('button', { name: 'Answer 2 at once' }).click();
  await page.getByText(/You promise “Forty desks” to Mara Okonkwo for Fri,? .*Dec/).waitFor();
  await page.getByRole('button', { name: 'Confirm 2 answers' }).click();
  await page.getByRole('status').getByText('2 answers are saved.').waitFor();
  await page.getByText('You promised it', { exact: false }).first().waitFor();
  expect([await statusOf(first, 1), await statusOf(second, 1)]).toEqual(['acknowledged', 'acknowledged']);
  expect([await statusOf(first, 0), await statusOf(second, 0)]).toEqual(['requested', 'requested']);
  expect(view.complaints()).toEqual([]);
});

test('a promise is declined and another delivered without a mouse', async () => {
  const [key = ''] = await askSupplier('A forklift');
  const view = await browser.look({ as: 'u-supplier' });
  const page = await open(view);
  const card = page.getByRole('listitem').filter({ hasText: 'A forklift' });
  await tabTo(view.page, card.getByRole('button', { name: /^Decline/ }));
  await view.page.keyboard.press('Enter');
  const form = card.getByRole('form');
  await tabTo(view.page, form.getByRole('textbox', { name: /^Why/ }));
  await view.page.keyboard.type('Ours is broken');
  await tabTo(view.page, form.getByLabel(/^From when/));
  // The same day in every order of day and month.
  await view.page.keyboard.type('12122026');
  await tabTo(view.page, form.getByRole('button', { name: 'Decline' }));
  await view.page.keyboard.press('Enter');
  await card.waitFor({ state: 'detached' });
  expect(await statusOf(key, 1)).toBe('declined');
  // The focus did not fall out of the page with the line it was in.
  await page.locator(':focus').waitFor({ state: 'attached' });
  expect(await page.locator(':focus').evaluate((element) => element.tagName)).not.toBe('BODY');
  expect(view.complaints()).toEqual([]);
});

test('what one answer is refused for is told beside it, and the other is saved', async () => {
  const [late = '', fine = ''] = await askSupplier('A crane', 'A lift');
  const view = await browser.look({ as: 'u-supplier' });
  const page = await open(view);
  await page.getByRole('checkbox', { name: /A crane/ }).check();
  await page.getByRole('checkbox', { name: /A lift/ }).check();
  await page.getByRole('button', { name: 'Answer 2 at once' }).click();
  await as('u-coo').done(late, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(late, 'dri/accept');
  await as('u-coo').done(late, 'agreement/withdraw', { agreementId: 'A2', reason: 'Not needed' });
  await page.getByRole('button', { name: 'Confirm 2 answers' }).click();
  await page
    .getByRole('status')
    .getByText(/1 answer is saved\. 1 was not/)
    .waitFor();
  // Its line has gone with the request; what happened to the answer is still told.
  await page.getByText('“A crane” was not answered').waitFor();
  expect([await statusOf(late, 1), await statusOf(fine, 1)]).toEqual(['withdrawn', 'acknowledged']);
});

test('a question is decided by somebody who may not browse the work it is about', async () => {
  const key = newEpic(site.sandbox, { summary: 'Nothing a supplier should read' });
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  const question = 'Which of the two ports?';
  await as('u-coo').done(key, 'escalation/raise', { question, toAccountId: 'u-supplier' });
  const view = await browser.look({ as: 'u-supplier' });
  const page = await open(view);
  const card = page.getByRole('listitem').filter({ hasText: question });
  await card.getByText('Mara Okonkwo').first().waitFor();
  expect(await card.innerText()).not.toMatch(/Nothing a supplier|EXP-/);
  await card.getByRole('button', { name: /^Decide/ }).click();
  await card.getByRole('textbox', { name: /^Your decision/ }).fill('The northern one');
  await card.getByRole('form').getByRole('button', { name: 'Decide' }).click();
  await card.waitFor({ state: 'detached' });
  const { history } = await as('u-coo').done(key, 'charter/get');
  expect(history.at(-1)).toMatchObject({ type: 'escalation-answered', by: 'u-supplier' });
  expect(view.complaints()).toEqual([]);
});

test('an owner accepts a nomination where it is listed, and whoever nominated them waits no more', async () => {
  const view = await browser.look({ as: 'u-marketing' });
  const page = await open(view);
  const card = page.getByRole('listitem').filter({ hasText: 'Launch campaign for the first market' });
  await card.getByRole('button', { name: /^Accept/ }).click();
  await card.waitFor({ state: 'detached' });
  const { charter } = await as('u-coo').done('EXP-8', 'charter/get');
  expect(charter.dri).toMatchObject({ accountId: 'u-marketing', status: 'accepted' });
  const other = await browser.look({ as: 'u-coo' });
  const waiting = await open(other);
  await waiting.getByRole('heading', { name: /You are waiting for/ }).waitFor();
  expect(await waiting.getByText('Launch campaign for the first market').count()).toBe(0);
});

test('nothing for axe with a form open, at 360 pixels, in the dark', async () => {
  await askSupplier('A ramp', 'A gate');
  const view = await browser.look({ as: 'u-supplier', theme: 'dark', width: 360 });
  const page = await open(view);
  await page.getByRole('button', { name: /^Counter: A ramp/ }).click();
  await page.getByRole('form').waitFor();
  await page.getByRole('checkbox', { name: /A gate/ }).check();
  await page.getByRole('button', { name: 'Answer 1' }).click();
  await page.getByRole('button', { name: 'Confirm 1 answer' }).waitFor();
  await view.settled();
  const { violations } = await new AxeBuilder({ page: view.page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
  const beyond = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(beyond).toBe(0);
  expect(view.complaints()).toEqual([]);
});
