import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const panelOf = (view: Looking) => view.app('Agreements');

/** Presses the first button that says so, and nothing else on the page. */
const press = (view: Looking, name: RegExp): Promise<void> =>
  panelOf(view).getByRole('button', { name }).first().click();

/** Fills the one open form in and sends it. */
async function answer(
  view: Looking,
  fields: Readonly<Record<string, string>>,
  submit: string,
): Promise<void> {
  const form = panelOf(view).getByRole('form');
  for (const [label, text] of Object.entries(fields))
    await form.getByLabel(new RegExp(`^${label}`)).fill(text);
  await form.getByRole('button', { name: submit, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

const sees = (view: Looking, text: string | RegExp): Promise<void> =>
  panelOf(view).getByText(text).first().waitFor();

/** Two people with the same epic open: its DRI, and whoever is asked. */
async function twoWindows() {
  const key = newEpic(site.sandbox);
  const coo = clientOf(site, 'u-coo');
  await coo.done(key, 'dri/nominate', { accountId: 'u-coo' });
  await coo.done(key, 'dri/accept');
  const [dri, provider] = await Promise.all([
    browser.look({ as: 'u-coo', width: 900 }),
    browser.look({ as: 'u-platform', width: 900 }),
  ]);
  await Promise.all([dri, provider].map((view) => view.go(`/browse/${key}`)));
  // A page loaded anew would forget this: nobody reloads by hand.
  const marked = [dri, provider].map(async ({ page }) => {
    for (const frame of page.frames()) await frame.evaluate(() => Object.assign(window, { stayed: true }));
  });
  await Promise.all(marked);
  return { key, coo, dri, provider };
}

const stayed = async ({ page }: Looking): Promise<boolean> =>
  (await Promise.all(page.frames().map((frame) => frame.evaluate(() => 'stayed' in window)))).every(Boolean);

async function ask(view: Looking, what: string, neededBy: string): Promise<void> {
  await press(view, /^Ask for an agreement/);
  const form = panelOf(view).getByRole('form');
  await form.getByRole('combobox', { name: 'Who should promise it' }).fill('Tomasz');
  await panelOf(view)
    .getByRole('option', { name: /Tomasz Wrona/ })
    .click();
  await answer(
    view,
    { 'What you need': what, 'How you will both know': 'A partner signs in', 'Needed by': neededBy },
    'Ask Tomasz Wrona',
  );
}

test('a COO and a platform lead settle a promise, each seeing the other’s change as it happens', async () => {
  const { key, coo, dri, provider } = await twoWindows();

  await ask(dri, 'Staging cluster', '2026-12-18');
  await sees(provider, 'Staging cluster');
  await press(provider, /^Counter: Staging cluster/);
  await answer(
    provider,
    { 'You can promise it for': '2026-12-23', Why: 'The hardware arrives on the 21st' },
    'Send counter',
  );
  await sees(dri, /Tomasz Wrona offers Wed, Dec 23 instead/);
  await press(dri, /^Accept counter/);
  await sees(provider, /Acknowledged/);

  await ask(dri, 'Sign-on for partners', '2026-12-11');
  await sees(provider, 'Sign-on for partners');
  await press(provider, /^Counter: Sign-on/);
  await answer(
    provider,
    { 'You can promise it for': '2027-01-15', Why: 'Two people are away' },
    'Send counter',
  );
  await sees(dri, /offers Fri, Jan 15/);
  await press(dri, /^Ask again with other terms: Sign-on/);
  await answer(dri, { 'Needed by': '2026-12-16' }, 'Ask again');
  await sees(provider, /Wed, Dec 16/);
  await press(provider, /^Acknowledge: Sign-on/);
  await panelOf(dri).getByText('Acknowledged').nth(1).waitFor();

  await press(provider, /^Staging cluster/);
  await press(provider, /^Propose another date: Staging cluster/);
  await answer(provider, { 'New date': '2026-12-30', Why: 'The vendor slipped' }, 'Ask for this date');
  await sees(dri, /Tomasz Wrona asks for Wed, Dec 30 instead/);
  await press(dri, /^Accept the new date/);
  await sees(provider, /Moved once/);

  await press(provider, /^Deliver: Staging cluster/);
  await answer(provider, { 'Where it can be seen': 'staging.example runs' }, 'Deliver');
  await sees(dri, 'staging.example runs');
  await press(dri, /^Return: Staging cluster/);
  await panelOf(dri).getByLabel('The request was wrong or incomplete').check();
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
    { id: 'A1', status: 'accepted', committedBy: '2026-12-30', rework: 1, breach: { side: 'spec' } },
    { id: 'A2', status: 'acknowledged', committedBy: '2026-12-16', rounds: 2 },
  ]);
  expect(await stayed(dri)).toBe(true);
  expect(await stayed(provider)).toBe(true);
  expect([dri.complaints(), provider.complaints()]).toEqual([[], []]);
});

test('a form whose subject somebody else changes shows both versions, and loses nothing', async () => {
  const { key, coo, dri, provider } = await twoWindows();
  await ask(dri, 'Staging cluster', '2026-12-18');
  await sees(provider, 'Staging cluster');
  await press(provider, /^Counter/);
  await answer(provider, { 'You can promise it for': '2026-12-23', Why: 'Hardware' }, 'Send counter');
  await sees(dri, /offers Wed, Dec 23/);

  await press(dri, /^Ask again with other terms/);
  const form = panelOf(dri).getByRole('form');
  await form.getByLabel(/^What you need/).fill('Half a staging cluster');
  // The DRI’s other window is quicker.
  await clientOf(site, 'u-coo').done(key, 'agreement/restate', { agreementId: 'A1', neededBy: '2026-12-16' });
  await clientOf(site, 'u-platform').done(key, 'agreement/counter', {
    agreementId: 'A1',
    committedBy: '2026-12-22',
    reason: 'Just in time',
  });
  await form.getByRole('button', { name: 'Ask again', exact: true }).click();
  await form.getByText('Tomasz Wrona changed this since you opened it').waitFor();
  const versions = await form.getByRole('table').innerText();
  expect(versions.replaceAll(/\s+/g, ' ')).toMatch(/Needed by Fri, Dec 18 Wed, Dec 16/);
  expect(versions.replaceAll(/\s+/g, ' ')).toMatch(/Offered for Wed, Dec 23 Tue, Dec 22/);
  expect(await form.getByLabel(/^What you need/).inputValue()).toBe('Half a staging cluster');
  expect((await coo.done(key, 'charter/get')).charter.agreements).toMatchObject([{ status: 'countered' }]);

  await form.getByRole('button', { name: 'Use mine' }).click();
  await form.waitFor({ state: 'detached' });
  expect((await coo.done(key, 'charter/get')).charter.agreements).toMatchObject([
    { status: 'requested', deliverable: 'Half a staging cluster' },
  ]);
  await sees(provider, 'Half a staging cluster');
});
