import type { Page } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { costOf } from '../support/calls';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const modalIn = ({ page }: Looking) => page.getByRole('dialog');
const formIn = ({ page }: Looking) => page.frameLocator('dialog iframe').getByRole('form');
/** The panel, whatever lies before it. */
const panelIn = ({ page }: Looking) => page.frameLocator('iframe[title^="Agreements for"]');

const askIn = (view: Looking) =>
  panelIn(view)
    .getByRole('button', { name: /^Ask for an agreement/ })
    .first();
const what = (view: Looking) => formIn(view).getByRole('textbox', { name: /^What you need/ });

/** An epic owned by the COO, in their browser. */
async function owned(before: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
  const key = newEpic(site.sandbox);
  const coo = clientOf(site, 'u-coo');
  await coo.done(key, 'dri/nominate', { accountId: 'u-coo' });
  await coo.done(key, 'dri/accept');
  const view = await browser.look();
  await before(view.page);
  await view.go(`/browse/${key}`);
  await askIn(view).waitFor();
  return { key, coo, view };
}

async function fill(view: Looking): Promise<void> {
  const form = formIn(view);
  await form.getByRole('combobox', { name: 'Who should promise it' }).fill('Tomasz');
  await form.getByRole('option', { name: /Tomasz Wrona/ }).click();
  await what(view).fill('Staging cluster');
  await form.getByRole('textbox', { name: /How you will both know/ }).fill('A partner signs in');
  await form.getByLabel(/^Needed by/).fill('2026-12-18');
}

test('a form opens in Jira’s modal, named after the work item, and begins at its first question', async () => {
  const { key, view } = await owned();
  await askIn(view).click();
  await view.page.getByRole('dialog', { name: key }).waitFor();
  await formIn(view)
    .getByRole('combobox', { name: 'Who should promise it' })
    .and(view.page.frameLocator('dialog iframe').locator(':focus'))
    .waitFor();
  expect(await panelIn(view).getByRole('form').count()).toBe(0);
  expect(view.complaints()).toEqual([]);
});

test('the panel shows what a form did without looking again, says so, and has the focus back', async () => {
  const { coo, key, view } = await owned();
  const ask = askIn(view);
  const costs = await costOf(site, async () => {
    await ask.click();
    await fill(view);
    // Long enough for a panel that is seen again to think that others were at work.
    await view.page.waitForTimeout(11_000);
    await formIn(view).getByRole('button', { name: 'Ask Tomasz Wrona' }).click();
    await modalIn(view).waitFor({ state: 'detached' });
    await panelIn(view).getByText('Staging cluster').first().waitFor();
    await view.page.waitForTimeout(500);
  });
  const calls = costs.flatMap(({ invocation: { moduleKey, resolverKey } }) =>
    moduleKey === 'agreement-panel' ? [resolverKey] : [],
  );
  expect(calls).toEqual(['charter/get', 'person/reach', 'agreement/request']);
  const notifications = view.page.getByRole('region', { name: 'Notifications' });
  await notifications.getByText(/Tomasz Wrona/).waitFor();
  expect(await view.page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  expect(await panelIn(view).locator(':focus').count()).toBe(1);
  expect((await coo.done(key, 'charter/get')).charter.agreements).toMatchObject([
    { deliverable: 'Staging cluster', neededBy: '2026-12-18' },
  ]);
  expect(view.complaints()).toEqual([]);
});

const waysOut: readonly (readonly [string, (view: Looking) => Promise<void>])[] = [
  ['Escape in a field', (view) => what(view).press('Escape')],
  [
    'Escape beside the form',
    (view) => view.page.frameLocator('dialog iframe').locator('body').press('Escape'),
  ],
  ['Cancel', (view) => formIn(view).getByRole('button', { name: 'Cancel' }).click()],
  ['the modal’s own button', (view) => modalIn(view).getByRole('button', { name: 'Close' }).click()],
];

test.each(waysOut)('%s closes the modal, gives the focus back and keeps what was typed', async (_, leave) => {
  const { view } = await owned();
  const ask = askIn(view);
  await ask.click();
  await what(view).fill('Half a thought');
  await leave(view);
  await modalIn(view).waitFor({ state: 'detached' });
  await ask.and(panelIn(view).locator(':focus')).waitFor();
  await ask.click();
  expect(await what(view).inputValue()).toBe('Half a thought');
});

test('a click beside the modal closes nothing', async () => {
  const { view } = await owned();
  await askIn(view).click();
  await what(view).fill('Half a thought');
  await view.page.mouse.click(5, 5);
  expect(await what(view).inputValue()).toBe('Half a thought');
});

test('where the browser denies storage, what was typed outlives the modal too', async () => {
  const { view } = await owned((page) =>
    page.addInitScript(() => {
      if (!location.pathname.startsWith('/sandbox/app/')) return;
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    }),
  );
  await askIn(view).click();
  await what(view).fill('Half a thought');
  await modalIn(view).getByRole('button', { name: 'Close' }).click();
  await modalIn(view).waitFor({ state: 'detached' });
  await askIn(view).click();
  expect(await what(view).inputValue()).toBe('Half a thought');
});

/** A bridge as Jira has it, but for its modals. */
const WITHOUT_MODALS = `
  const define = Object.defineProperty;
  Object.defineProperty = (target, name, given) =>
    define(target, name, name !== '__bridge' ? given : {
      ...given,
      value: {
        callBridge: (command, data) =>
          command === 'openModal' ? Promise.reject(new Error('no modals')) : given.value.callBridge(command, data),
      },
    });
`;

test('where Jira opens no modal, the form stands in the panel', async () => {
  const { key, coo, view } = await owned((page) => page.addInitScript({ content: WITHOUT_MODALS }));
  await askIn(view).click();
  const form = panelIn(view).getByRole('form', { name: 'Ask for an agreement' });
  await form.getByRole('combobox', { name: 'Who should promise it' }).fill('Tomasz');
  await form.getByRole('option', { name: /Tomasz Wrona/ }).click();
  await form.getByRole('textbox', { name: /^What you need/ }).fill('Staging cluster');
  await form.getByRole('textbox', { name: /How you will both know/ }).fill('A partner signs in');
  await form.getByLabel(/^Needed by/).fill('2026-12-18');
  await form.getByRole('button', { name: 'Ask Tomasz Wrona' }).click();
  await form.waitFor({ state: 'detached' });
  expect((await coo.done(key, 'charter/get')).charter.agreements).toHaveLength(1);
});

test('a form whose subject has gone meanwhile says so', async () => {
  const { key, coo, view } = await owned();
  await coo.done(key, 'gap/raise', { what: 'Nobody asked the pilots' });
  await view.go(`/browse/${key}`);
  await view.page.route('**/sandbox/invoke/**', async (route) => {
    const answer = await route.fetch();
    const body: unknown = await answer.json();
    await route.fulfill({
      response: answer,
      json: JSON.parse(JSON.stringify(body).replaceAll('"G1"', '"G2"')),
    });
  });
  await panelIn(view)
    .getByRole('button', { name: /^Answer: Nobody asked/ })
    .click();
  const page = view.page.frameLocator('dialog iframe');
  await page.getByText('This has changed since you opened the panel').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await modalIn(view).waitFor({ state: 'detached' });
});
