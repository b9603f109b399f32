import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { answerOf } from '../support/enforced';
import { useSite } from '../support/sandbox';

jest.setTimeout(180_000);

const site = useSite();
const browser = useBrowser(site);

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
