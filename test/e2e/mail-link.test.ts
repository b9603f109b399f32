import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { liveUntil } from '../support/clocks/told';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);

/** The path that the newest mail to somebody leads to. */
async function pathOfMail(to: string): Promise<string> {
  const soon = new Date(site.sandbox.clock.now() + 5 * 60_000).toISOString();
  const mail = (await liveUntil(site.sandbox, soon)).findLast((one) => one.to === to);
  const { pathname, search } = new URL(/https?:\S+$/m.exec(mail?.text ?? '')?.[0] ?? '');
  return pathname + search;
}

test('the link of a mail opens the reader’s own line, changes nothing, and one click there is the yes', async () => {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'Forty desks',
    acceptance: 'They are on the truck',
    neededBy: '2026-12-18',
  });
  await site.sandbox.drain();
  const path = await pathOfMail('u-platform');
  const view = await browser.look({ as: 'u-platform' });
  await view.go(path);
  const page = view.app('My commitments');
  const line = page.getByRole('listitem').filter({ hasText: 'Forty desks' });
  await line.getByRole('button', { name: /^Acknowledge/ }).waitFor();
  await view.page.waitForFunction(() => !window.location.search.includes('open='));
  expect(await line.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  const before = await as('u-coo').done(key, 'charter/get');
  expect(before.charter.agreements[0]?.status).toBe('requested');
  await line.getByRole('button', { name: /^Acknowledge/ }).click();
  await page.getByRole('status').getByText(/\S/).first().waitFor();
  const after = await as('u-coo').done(key, 'charter/get');
  expect(after.charter.agreements[0]?.status).toBe('acknowledged');
  await site.sandbox.drain();
  const soon = new Date(site.sandbox.clock.now() + 5 * 60_000).toISOString();
  const heard = await liveUntil(site.sandbox, soon);
  expect(heard.filter(({ text }) => text.includes('“Forty desks”')).map((one) => one.to)).toEqual(['u-coo']);

  // The same link once it is over: the page says so.
  await as('u-coo').done(key, 'agreement/withdraw', { agreementId: 'A1', reason: 'Bought elsewhere' });
  await view.go(path);
  await page.getByText('Nothing waits for you there any more').waitFor();
  expect(view.complaints()).toEqual([]);
});

test('a question’s link opens its form', async () => {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'escalation/raise', { question: 'Which supplier?', toAccountId: 'u-cto' });
  await site.sandbox.drain();
  const view = await browser.look({ as: 'u-cto' });
  await view.go(await pathOfMail('u-cto'));
  const line = view.app('My commitments').getByRole('listitem').filter({ hasText: 'Which supplier?' });
  await line.getByRole('form').waitFor();
  expect(view.complaints()).toEqual([]);
});

test('the last link of a mail opens what its reader hears, and a choice there is kept', async () => {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await site.sandbox.drain();
  const path = await pathOfMail('u-coo');
  const view = await browser.look({ as: 'u-coo' });
  await view.go(path.replace(/\?.*$/, '?show=notices'));
  const page = view.app('My commitments');
  const asked = page.getByRole('combobox', { name: 'What is asked of you' });
  await asked.selectOption('With the day’s mail');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await as('u-coo').done(key, 'notice/preferences')).toMatchObject({
    choices: { asked: 'day', answers: 'at-once', reminders: 'day', changed: 'day' },
  });
  expect(view.complaints()).toEqual([]);
});
