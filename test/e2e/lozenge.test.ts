import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);
const ask = (accountId: string, key: string) =>
  as(accountId).send('POST', '/sandbox/properties/epic-standing', {
    context: { extension: { issue: { key } } },
  });

test('an epic says beside its fields how its promises stand, and behind that whose the next step is', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/browse/EXP-4');
  const closed = view.page.getByRole('button', { name: /^Holdfast/ });
  await closed.getByText('Overdue: sponsor told').waitFor();
  await closed.click();
  const page = view.app('How its promises stand');
  await page.getByText(/^Overdue: sponsor told on/).waitFor();
  await page.getByText(/Owner: /).waitFor();
  await page.getByText(/^Next:/).waitFor();
  await page.getByRole('link', { name: 'Open the Agreements panel' }).waitFor();
  expect(view.complaints()).toEqual([]);
});

test('the lozenge follows what is done in the panel', async () => {
  const key = newEpic(site.sandbox);
  const view = await browser.look({ as: 'u-coo' });
  await view.go(`/browse/${key}`);
  const closed = view.page.getByRole('button', { name: /^Holdfast/ });
  await closed.getByText('No owner yet').waitFor();
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await as('u-ops').done(key, 'dri/accept');
  await closed.click();
  await view
    .app('How its promises stand')
    .getByText(/^Next:/)
    .waitFor();
  // Closed again, Jira asks anew.
  await closed.click();
  await closed.getByText(/to settle$/).waitFor();
  expect(view.complaints()).toEqual([]);
});

test('whoever may not see the epic gets no lozenge', async () => {
  expect(await ask('u-coo', 'EXP-4')).toMatchObject({
    status: 200,
    body: { status: { type: 'lozenge', value: { label: 'Overdue: sponsor told' } } },
  });
  expect(await ask('u-viewer', 'EXP-4')).toMatchObject({ body: { status: { type: 'lozenge' } } });
  expect(await ask('u-outsider', 'EXP-4')).toEqual({ status: 200, body: {} });
  expect(await ask('u-coo', 'EXP-4711')).toEqual({ status: 200, body: {} });
});
