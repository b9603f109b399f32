import AxeBuilder from '@axe-core/playwright';
import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);

/** A new epic that u-coo owns. */
async function owned(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  return key;
}

const request = (deliverable: string, providerAccountId: string) => ({
  providerAccountId,
  deliverable,
  acceptance: 'It is on the truck',
  neededBy: '2026-12-18',
});

const commitments = async (view: Looking) => {
  await view.go('/apps/my-commitments');
  return view.app('My commitments');
};

test('somebody says when they are away; whoever asks them reads who answers meanwhile, and who stands in answers', async () => {
  const tomasz = await browser.look({ as: 'u-platform' });
  const mine = await commitments(tomasz);
  await mine.getByRole('button', { name: 'Say when I am away' }).click();
  const [first, last] = ['First day', 'Last day'].map((name) => mine.getByRole('combobox', { name }));
  await first?.pressSequentially('11/23/2026');
  await last?.pressSequentially('11/27/2026');
  await last?.press('Tab');
  await mine.getByRole('combobox', { name: 'Who stands in' }).fill('Hana');
  await mine.getByRole('option', { name: /Hana Sato/ }).click();
  await mine.getByRole('button', { name: 'Save' }).click();
  await mine.getByText(/You are away from .* to /).waitFor();
  await mine.getByText('Hana Sato stands in.').waitFor();
  expect(tomasz.complaints()).toEqual([]);

  const key = await owned();
  const mara = await browser.look({ as: 'u-coo' });
  await mara.go(`/browse/${key}`);
  const panel = mara.page.frameLocator('iframe[title^="Agreements for"]');
  await panel
    .getByRole('button', { name: /^Ask for an agreement/ })
    .first()
    .click();
  const form = mara.page.frameLocator('dialog iframe').getByRole('form');
  await form.getByRole('combobox', { name: 'Who should promise it' }).fill('Tomasz');
  await form.getByRole('option', { name: /Tomasz Wrona/ }).click();
  await form
    .getByText(/Tomasz Wrona is away until .*Nov 27.*\. Hana Sato hears of it and may answer for them\./)
    .waitFor();
  await form.getByRole('textbox', { name: /^What you need/ }).fill('Staging cluster');
  await form.getByRole('textbox', { name: /How you will both know/ }).fill('A partner signs in');
  await form.getByLabel(/^Needed by/).fill('2026-12-18');
  const { violations } = await new AxeBuilder({ page: mara.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await form.getByRole('button', { name: 'Ask Tomasz Wrona' }).click();
  await panel.getByText('Staging cluster').first().waitFor();
  await panel.getByText(/Tomasz Wrona is away until .*\. Hana Sato hears of it/).waitFor();
  expect(mara.complaints()).toEqual([]);

  const hana = await browser.look({ as: 'u-ops' });
  const hers = await commitments(hana);
  await hers.getByText(/You answer for Tomasz Wrona until/).waitFor();
  const line = hers.getByRole('listitem').filter({ hasText: 'Staging cluster' });
  await line.getByText('You answer for Tomasz Wrona, who is away.').waitFor();
  expect(hana.complaints()).toEqual([]);

  const back = await commitments(tomasz);
  await back.getByRole('button', { name: 'I am back, or stay' }).click();
  await back.getByRole('button', { name: 'Say when I am away' }).waitFor();
});

test('whoever nominates somebody who is away reads that nobody accepts for them', async () => {
  await as('u-ops').invoke('my-commitments', 'away/set', { from: '2026-11-23', to: '2026-11-26' });
  const key = newEpic(site.sandbox);
  const view = await browser.look({ as: 'u-coo', theme: 'dark', width: 360 });
  await view.go(`/browse/${key}`);
  const panel = view.page.frameLocator('iframe[title^="Agreements for"]');
  await panel
    .getByRole('button', { name: /^Nominate/ })
    .first()
    .click();
  const form = view.page.frameLocator('dialog iframe').getByRole('form');
  await form.getByRole('combobox', { name: 'Person' }).fill('Hana');
  await form.getByRole('option', { name: /Hana Sato/ }).click();
  await form
    .getByText(/Hana Sato is away until .*\. Nobody accepts to own a work item for another/)
    .waitFor();
  expect(view.complaints()).toEqual([]);
  await as('u-ops').invoke('my-commitments', 'away/end', {});
});

test('an administrator hands on what rests on somebody who leaves, and each of those asked answers', async () => {
  const key = await owned();
  await as('u-coo').done(key, 'agreement/request', request('Sixty chairs', 'u-outsider'));
  await as('u-admin').send('POST', '/sandbox/drain');
  const view = await browser.look({ as: 'u-admin' });
  await view.go('/settings/apps/site-policy');
  const page = view.page.frameLocator('iframe[title*="Holdfast policy"]');
  await page.getByRole('button', { name: 'Teams and absences' }).click();
  await page.getByRole('combobox', { name: 'Who leaves' }).fill('Noor');
  await page.getByRole('option', { name: /Noor Hassan/ }).click();
  await page.getByText(/^Noor Hassan: 1 promise, 0 decisions, 0 work items$/).waitFor();
  const thing = page.getByRole('listitem').filter({ hasText: 'Sixty chairs' });
  await thing.getByText(/Waits$/).waitFor();
  await page.getByRole('combobox', { name: 'Ask instead' }).fill('Tomasz');
  await page.getByRole('option', { name: /Tomasz Wrona/ }).click();
  await page.getByRole('button', { name: 'Ask for 1 thing' }).click();
  await thing.getByText(/Asked$/).waitFor();
  expect(view.complaints()).toEqual([]);
  expect((await as('u-coo').done(key, 'charter/get')).charter.agreements).toMatchObject([
    { status: 'requested', providerAccountId: 'u-platform' },
  ]);
});
