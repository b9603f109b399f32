import type { Page, Route } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { LETTERS, misfits, setLetters } from '../support/letters';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const panelOf = (view: Looking) => view.app('Agreements');
const formIn = (view: Looking) => panelOf(view).getByRole('form');

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitaen';
const RTL = 'הסביבה צריכה לעבוד לפני סוף החודש';

/** An epic owned by u-coo, with one agreement asked of u-platform. */
async function asked(deliverable = 'Staging cluster', acceptance = 'A partner signs in'): Promise<string> {
  const key = newEpic(site.sandbox);
  const coo = clientOf(site, 'u-coo');
  await coo.done(key, 'dri/nominate', { accountId: 'u-coo' });
  await coo.done(key, 'dri/accept');
  await coo.done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable,
    acceptance,
    neededBy: '2026-12-18',
  });
  return key;
}

async function counterForm(key: string): Promise<Looking> {
  const view = await browser.look({ as: 'u-platform', width: 900 });
  await view.go(`/browse/${key}`);
  await panelOf(view)
    .getByRole('button', { name: /^Counter/ })
    .first()
    .click();
  await formIn(view)
    .getByLabel(/^You can promise it for/)
    .fill('2026-12-23');
  await formIn(view).getByLabel(/^Why/).fill('The hardware arrives late');
  return view;
}

/** What happens to the next invocation of a call; everything else passes. */
async function onCall(page: Page, call: string, then: (route: Route) => Promise<void>): Promise<void> {
  let done = false;
  await page.route('**/sandbox/invoke/**', async (route) => {
    const isIt = !done && (route.request().postData() ?? '').includes(`"${call}"`);
    if (!isIt) return route.continue();
    done = true;
    return then(route);
  });
}

const typedIn = async (view: Looking): Promise<string> => formIn(view).getByLabel(/^Why/).inputValue();
const written = async (key: string): Promise<number> =>
  (await clientOf(site, 'u-coo').done(key, 'charter/get')).history.filter(
    ({ type }) => type === 'agreement-countered',
  ).length;

test('a line that breaks before the call arrives loses nothing, and trying again saves it', async () => {
  const key = await asked();
  const view = await counterForm(key);
  await onCall(view.page, 'agreement/counter', (route) => route.abort());
  await formIn(view).getByRole('button', { name: 'Send counter' }).click();
  await formIn(view).getByText('Holdfast did not answer').waitFor();
  expect([await typedIn(view), await written(key)]).toEqual(['The hardware arrives late', 0]);
  await formIn(view).getByRole('button', { name: 'Try again' }).click();
  await formIn(view).waitFor({ state: 'detached' });
  expect(await written(key)).toBe(1);
});

test('an answer lost on the way back is not carried out twice', async () => {
  const key = await asked();
  const view = await counterForm(key);
  await onCall(view.page, 'agreement/counter', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await formIn(view).getByRole('button', { name: 'Send counter' }).click();
  await formIn(view).getByText('Holdfast did not answer').waitFor();
  expect([await typedIn(view), await written(key)]).toEqual(['The hardware arrives late', 1]);
  await formIn(view).getByRole('button', { name: 'Try again' }).click();
  await formIn(view).waitFor({ state: 'detached' });
  expect(await written(key)).toBe(1);
});

test('a session that ended says so, and what was typed outlives a reload', async () => {
  const key = await asked();
  const view = await counterForm(key);
  await onCall(view.page, 'agreement/counter', (route) =>
    route.fulfill({ status: 401, json: { error: { message: '401: you are not logged in' } } }),
  );
  await formIn(view).getByRole('button', { name: 'Send counter' }).click();
  await formIn(view).getByText('You are logged out of Jira').waitFor();
  await formIn(view).getByText('What you typed is still here').waitFor();
  await view.go(`/browse/${key}`);
  await panelOf(view)
    .getByRole('button', { name: /^Counter/ })
    .first()
    .click();
  await formIn(view).getByLabel(/^Why/).waitFor();
  expect(await typedIn(view)).toBe('The hardware arrives late');
  await formIn(view).getByRole('button', { name: 'Send counter' }).click();
  await formIn(view).waitFor({ state: 'detached' });
  expect(await written(key)).toBe(1);
});

const words = `${LONG_WORD} ${RTL}`;

test.each([
  ['u-platform', [/^Counter/, /^Decline/, /^Hand over/]],
  ['u-coo', [/^Ask someone else/, /^Withdraw/, /^Ask for an agreement/, /^Write the brief/, /^Nominate/]],
] as const)('forms of %s hold long words and right-to-left text on a narrow screen', async (as, forms) => {
  const key = await asked(words, `${words} ${words}`);
  const view = await browser.look({ as, width: 360, height: 740 });
  await view.go(`/browse/${key}`);
  const row = panelOf(view).getByRole('button', { name: new RegExp(`^${LONG_WORD}`) });
  for (const name of forms) {
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await panelOf(view).getByRole('button', { name }).first().click();
    await formIn(view).waitFor();
    await view.settled();
    for (const box of await formIn(view).locator('textarea').all()) await box.fill(words);
    for (const [letters, em] of Object.entries(LETTERS)) {
      await setLetters(view, em);
      expect([name, letters, await misfits(view)]).toEqual([name, letters, []]);
    }
    await formIn(view).getByRole('button', { name: 'Cancel' }).click();
  }
});

test('the history of long words fits a narrow screen', async () => {
  const view = await browser.look({ width: 360, height: 740 });
  await view.go(`/browse/${await asked(words, words)}`);
  await panelOf(view)
    .getByRole('button', { name: /^History/ })
    .click();
  await panelOf(view).locator('.hf-timeline').getByText(LONG_WORD).waitFor();
  for (const [letters, em] of Object.entries(LETTERS)) {
    await setLetters(view, em);
    expect([letters, await misfits(view)]).toEqual([letters, []]);
  }
});

test('a text that is too long is kept whole, with the limit of its own field', async () => {
  const view = await counterForm(await asked());
  await formIn(view)
    .getByLabel(/^Something else instead/)
    .fill('x'.repeat(230));
  await formIn(view).getByText('This is too long: 200 characters fit here.').waitFor();
  await formIn(view).getByLabel(/^Why/).fill('y'.repeat(1100));
  await formIn(view).getByText('This is too long: 1,000 characters fit here.').waitFor();
  expect(await typedIn(view)).toHaveLength(1100);
});
