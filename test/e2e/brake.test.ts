import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

test('an administrator pulls the emergency brake of a project, everyone reads it, and it is ended', async () => {
  const view = await browser.look({ as: 'u-lead', width: 1000, height: 900 });
  await view.go('/projects/EXP/settings/project-policy');
  const page = view.app('Holdfast policy');
  await page.getByRole('button', { name: 'Let everything in this project pass for a while…' }).click();
  await page.getByRole('button', { name: 'Stop nothing until then' }).click();
  await page.getByText('Say why: everyone it concerns will read it.').waitFor();
  await page.getByLabel('Why').fill('The release is stuck');
  await page.getByRole('button', { name: 'Stop nothing until then' }).click();
  await page.getByRole('button', { name: 'End it now' }).waitFor();

  const reader = await browser.look({ as: 'u-coo', width: 1000, height: 900 });
  await reader.go('/browse/EXP-1');
  const panel = reader.app('Agreements');
  await panel.getByText(/Nothing in this project is stopped until/).waitFor();
  await panel.getByText('The release is stuck').waitFor();
  await reader.go('/projects/EXP/page/gap-report');
  await reader
    .app('Accountability')
    .getByText(/Nothing in this project is stopped until/)
    .waitFor();

  await page.getByRole('button', { name: 'End it now' }).click();
  await page.getByRole('button', { name: 'Let everything in this project pass for a while…' }).waitFor();
  expect(view.complaints()).toEqual([]);
  expect(reader.complaints()).toEqual([]);
});

test('an administrator of Jira reads in the audit log who pulled it, and filters it', async () => {
  await clientOf(site, 'u-lead').invoke(
    'project-policy',
    'brake/apply',
    { until: '2026-11-25T18:00:00Z', reason: 'A second time' },
    { extension: { project: { key: 'EXP' } } },
  );
  const view = await browser.look({ as: 'u-admin', width: 1000, height: 900 });
  await view.go('/settings/apps/site-policy');
  const page = view.app('Holdfast policy');
  await page.getByRole('button', { name: /Policies, waivers, moves past the gate/ }).click();
  await page.getByText('A second time').waitFor();
  await page.getByLabel('What', { exact: true }).selectOption('brake');
  await page.getByText('Pulled the emergency brake').first().waitFor();
  expect(view.complaints()).toEqual([]);
});
