import type { Locator } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const panelOf = (view: Looking) => view.app('Agreements');

const focused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Goes there with Tab, or back with Shift+Tab. @throws Error when the keyboard does not lead there. */
async function reach({ page }: Looking, target: Locator): Promise<void> {
  await target.waitFor();
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 90; presses += 1) {
      if (await focused(target)) return;
      await page.keyboard.press(key);
    }
  }
  throw new Error(`${String(target)} cannot be reached with the keyboard`);
}

async function press(view: Looking, name: RegExp): Promise<void> {
  await reach(view, panelOf(view).getByRole('button', { name }).first());
  await view.page.keyboard.press('Enter');
}

/** Fills the one open form in, field by field, and sends it. */
async function answer(
  view: Looking,
  fields: Readonly<Record<string, string>>,
  submit: string,
): Promise<void> {
  const form = panelOf(view).getByRole('form');
  for (const [label, text] of Object.entries(fields)) {
    await reach(view, form.getByLabel(new RegExp(`^${label}`)));
    await view.page.keyboard.type(text);
  }
  await reach(view, form.getByRole('button', { name: submit, exact: true }));
  await view.page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
}

const sees = (view: Looking, text: string | RegExp): Promise<void> =>
  panelOf(view).getByText(text).first().waitFor();

test('the whole life of a promise without a mouse, by both sides of it', async () => {
  const key = newEpic(site.sandbox);
  const coo = clientOf(site, 'u-coo');
  await coo.done(key, 'dri/nominate', { accountId: 'u-coo' });
  await coo.done(key, 'dri/accept');
  await coo.done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'Staging cluster',
    acceptance: 'A partner signs in',
    neededBy: '2026-12-12',
  });
  const dri = await browser.look({ as: 'u-coo', width: 900 });
  const provider = await browser.look({ as: 'u-platform', width: 900 });
  await dri.go(`/browse/${key}`);
  await provider.go(`/browse/${key}`);

  await press(provider, /^Counter: Staging cluster/);
  // The same day in every order of day and month.
  await answer(provider, { 'You can promise it for': '01012027', Why: 'Hardware is late' }, 'Send counter');
  await sees(dri, /Tomasz Wrona offers/);
  await press(dri, /^Accept counter/);
  await sees(provider, /Acknowledged/);

  await press(provider, /^Staging cluster/);
  await press(provider, /^Propose another date: Staging cluster/);
  await answer(provider, { 'New date': '02022027', Why: 'The vendor slipped' }, 'Ask for this date');
  await sees(dri, /Tomasz Wrona asks for/);
  await press(dri, /^Accept the new date/);
  await sees(provider, /Moved once/);

  await press(provider, /^Deliver: Staging cluster/);
  await answer(provider, { 'Where it can be seen': 'staging.example runs' }, 'Deliver');
  await sees(dri, 'staging.example runs');
  await press(dri, /^Return: Staging cluster/);
  await reach(dri, panelOf(dri).getByLabel('The request was wrong or incomplete'));
  await dri.page.keyboard.press('Space');
  await answer(dri, { 'What is missing': 'It has to hold two regions' }, 'Return');
  await sees(provider, /the request was wrong or incomplete/);
  await press(provider, /^Deliver: Staging cluster/);
  await answer(provider, { 'Where it can be seen': 'Both regions answer' }, 'Deliver');
  await sees(dri, 'Both regions answer');
  await press(dri, /^Accept delivery/);
  await panelOf(dri)
    .getByRole('button', { name: /^Accept delivery/ })
    .waitFor({ state: 'detached' });
  await sees(provider, 'Accepted');

  const { charter } = await coo.done(key, 'charter/get');
  expect(charter.agreements).toMatchObject([
    { id: 'A1', status: 'accepted', committedBy: '2027-02-02', rework: 1, breach: { side: 'spec' } },
  ]);
  expect([dri.complaints(), provider.complaints()]).toEqual([[], []]);
});
