import { useBrowser } from '../support/browser';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(180_000);

const site = useSite();
const browser = useBrowser(site);

test('a lead marks an item as vital, and the report begins with it', async () => {
  const key = newEpic(site.sandbox, { summary: 'The one that may not fail' });
  const lead = await browser.look({ as: 'u-lead' });
  await lead.go(`/browse/${key}`);
  await lead.app().getByRole('button', { name: 'Mark as vital' }).click();
  await lead.app().getByRole('button', { name: 'Not vital any more' }).waitFor();
  await lead.go('/projects/EXP/page/gap-report');
  const first = lead.app().locator('.hf-risks > li').first();
  await first.filter({ hasText: 'The one that may not fail' }).getByText('Vital', { exact: true }).waitFor();
  expect(lead.complaints()).toEqual([]);
});
