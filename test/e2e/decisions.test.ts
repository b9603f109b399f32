import AxeBuilder from '@axe-core/playwright';
import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

test('the register of decisions stands in the report, overdue first, and can be filtered', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/projects/EXP/page/gap-report?tab=decisions');
  const page = view.app();
  const rows = page.getByRole('table', { name: 'Decisions' }).getByRole('row');
  await rows.filter({ hasText: 'Do we price in dollars' }).getByText('Overdue').waitFor();
  await rows.filter({ hasText: 'side by side in January' }).getByText('Told: Hana Sato').waitFor();
  const { violations } = await new AxeBuilder({ page: view.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('decided');
  await rows.filter({ hasText: 'Do we price in dollars' }).waitFor({ state: 'detached' });
  const [file] = await Promise.all([
    view.page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^decisions-EXP-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(view.complaints()).toEqual([]);
});
