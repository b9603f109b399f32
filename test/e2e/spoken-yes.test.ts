import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);

test('a yes that was said aloud is recorded for another day, and counts with the provider’s own click', async () => {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'Forty desks',
    acceptance: 'They are on the truck',
    neededBy: '2026-12-18',
  });
  const promised = async () => (await as('u-coo').done(key, 'charter/get')).charter.agreements[0];
  const view = await browser.look();
  await view.go(`/browse/${key}`);
  const panel = view.page.frameLocator('iframe[title^="Agreements for"]');
  await panel.getByRole('button', { name: 'Forty desks', exact: true }).click();
  await panel.getByRole('button', { name: /^They said yes/ }).click();
  const form = view.page.frameLocator('dialog iframe').getByRole('form');
  await form.getByText(/Tomasz Wrona said yes aloud/).waitFor();
  await form.getByLabel(/^For which day/).fill('2026-12-22');
  await form.getByRole('button', { name: 'Record it' }).click();
  await panel.getByText(/Tomasz Wrona said yes for .*Dec 22.*, recorded by Mara Okonkwo/).waitFor();
  expect(await promised()).toMatchObject({
    status: 'requested',
    spokenYes: { committedBy: '2026-12-22', recordedBy: 'u-coo' },
  });
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  expect(await promised()).toMatchObject({ status: 'acknowledged', committedBy: '2026-12-22' });
  expect(view.complaints()).toEqual([]);
});
