import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);

test('a yes by mistake is undone on its line, and what finished work leaves open is settled on its own', async () => {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'Forty desks',
    acceptance: 'They are on the truck',
    neededBy: '2026-12-18',
  });
  const statusNow = async () => (await as('u-coo').done(key, 'charter/get')).charter.agreements[0]?.status;

  const provider = await browser.look({ as: 'u-platform' });
  await provider.go('/apps/my-commitments');
  const theirs = provider.app('My commitments').getByRole('listitem').filter({ hasText: 'Forty desks' });
  await theirs.getByRole('button', { name: /^Acknowledge/ }).click();
  await theirs.getByRole('button', { name: 'Undo: Forty desks' }).click();
  await theirs.getByRole('button', { name: /^Acknowledge/ }).waitFor();
  expect(await statusNow()).toBe('requested');
  await theirs.getByRole('button', { name: /^Acknowledge/ }).click();
  await theirs.getByRole('button', { name: 'Undo: Forty desks' }).waitFor();

  for (const name of ['Start', 'Finish']) await as('u-admin').move(key, name);
  await site.sandbox.drain();
  const owner = await browser.look({ as: 'u-coo' });
  await owner.go('/apps/my-commitments');
  const line = owner.app('My commitments').getByRole('listitem').filter({ hasText: 'Forty desks' });
  await line.getByRole('button', { name: /^Say what became of it/ }).click();
  await line.getByRole('radio', { name: 'It was delivered' }).check();
  await line.getByRole('button', { name: 'Save' }).click();
  await line.waitFor({ state: 'detached' });
  expect(await statusNow()).toBe('accepted');
  expect([...provider.complaints(), ...owner.complaints()]).toEqual([]);
});
