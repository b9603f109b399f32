import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { answerOf } from '../support/enforced';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

test('a request goes to a team, and whoever takes its requests names who promises', async () => {
  const mara = await browser.look({ as: 'u-coo' });
  await mara.go('/browse/EXP-2');
  const panel = mara.page.frameLocator('iframe[title^="Agreements for"]');
  await panel
    .getByRole('button', { name: /^Ask for an agreement/ })
    .first()
    .click();
  const form = mara.page.frameLocator('dialog iframe').getByRole('form');
  await form.getByRole('combobox', { name: 'Ask a team instead' }).selectOption({ label: 'Platform' });
  await form.getByText(/takes the requests of Platform today/).waitFor();
  await form.getByRole('textbox', { name: /^What you need/ }).fill('A second cluster');
  await form.getByRole('textbox', { name: /How you will both know/ }).fill('A partner signs in');
  await form.getByLabel(/^Needed by/).fill('2026-12-18');
  await form.getByRole('button', { name: 'Ask Platform' }).click();
  await panel.getByText('A second cluster').first().waitFor();
  await panel.getByText(/Asked of Platform\. .* takes its requests, and nobody has promised yet\./).waitFor();
  expect(mara.complaints()).toEqual([]);
});

test('an administrator finds teams, absences and leavers beside the policy of the site', async () => {
  const team = {
    name: 'Platform',
    members: ['u-platform', 'u-ops'],
    takesRequests: { kind: 'person', accountId: 'u-ops' },
  };
  await answerOf(clientOf(site, 'u-admin'), 'my-commitments', 'team/save', { teams: [team] });
  const view = await browser.look({ as: 'u-admin' });
  await view.go('/settings/apps/site-policy');
  const page = view.page.frameLocator('iframe[title*="Holdfast policy"]');
  await page.getByRole('button', { name: 'Teams and absences' }).click();
  await page.getByRole('heading', { name: 'Platform' }).waitFor();
  await page.getByText('This week:').waitFor();
  await page.getByRole('heading', { name: 'When somebody leaves' }).waitFor();
  expect(view.complaints()).toEqual([]);
});
