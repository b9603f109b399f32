import AxeBuilder from '@axe-core/playwright';
import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

/** An epic of u-product's. */
async function owned(): Promise<string> {
  const key = newEpic(site.sandbox);
  await clientOf(site, 'u-coo').done(key, 'dri/nominate', { accountId: 'u-product' });
  await clientOf(site, 'u-product').done(key, 'dri/accept');
  return key;
}

const ask = (key: string, providerIssueKey: string, neededBy: string): Promise<unknown> =>
  clientOf(site, 'u-product').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: `What ${key} needs`,
    acceptance: 'It is there',
    neededBy,
    providerIssueKey,
  });

test('a chain is told, drawn and listed, and what breaks if its end comes later is said', async () => {
  const [top, middle, low] = [await owned(), await owned(), await owned()];
  await ask(top, middle, '2027-03-26');
  await ask(middle, low, '2027-03-19');
  await ask(low, 'PLAT-3', '2027-03-12');
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/projects/EXP/page/gap-report?tab=dependencies');
  const page = view.app();
  await page.getByText(`The longest chain has 3 steps: ${top} → ${middle} → ${low} → PLAT-3.`).waitFor();
  const picture = page.getByRole('region', { name: /^Picture of what waits for what/ });
  expect(await picture.getByText(middle, { exact: true }).count()).toBe(1);
  const row = page.getByRole('table', { name: 'What each item waits for' }).getByRole('row');
  await row
    .filter({ hasText: `What ${low} needs` })
    .getByRole('link', { name: 'PLAT-3' })
    .waitFor();
  const { violations } = await new AxeBuilder({ page: view.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const promise = page.getByRole('combobox', { name: 'Promise' });
  const option = promise.locator('option', { hasText: `What ${low} needs` });
  await promise.selectOption(await option.getAttribute('value'));
  const later = page.getByRole('combobox', { name: 'Later by' });
  await later.selectOption('28');
  const broken = page.getByText(
    new RegExp(`^${top}: “What ${top} needs” would not be there on .+Mar 26.+Apr 9`),
  );
  await broken.waitFor();
  await later.selectOption('7');
  await page.getByText(new RegExp(`^${top}: `)).waitFor({ state: 'detached' });
  await page.getByText(new RegExp(`^${low}: `)).waitFor();
  expect(view.complaints()).toEqual([]);
});

test('it fits a narrow page: only the picture scrolls', async () => {
  const view = await browser.look({ as: 'u-coo', width: 360 });
  await view.go('/projects/EXP/page/gap-report?tab=dependencies');
  await view
    .app()
    .getByRole('region', { name: /^Picture of what waits for what/ })
    .waitFor();
  const wide = await view.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
  expect(view.complaints()).toEqual([]);
});
