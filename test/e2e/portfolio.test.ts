import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const PATH = '/apps/my-commitments/portfolio';

test('a lead finds every project in a line, groups them, and keeps what was chosen in the address', async () => {
  const view = await browser.look({ as: 'u-lead' });
  await view.go(PATH);
  const app = view.app();
  await app.getByText(/^\d+ items read, as of /).waitFor();
  for (const name of ['Expansion', 'Customer handoffs']) await app.getByRole('rowheader', { name }).waitFor();
  await app.getByRole('row', { name: /Expansion.* EXP-\d+ / }).waitFor();
  await app.getByRole('combobox', { name: 'Group by' }).selectOption('category');
  await app.getByRole('rowheader', { name: 'Growth' }).waitFor();
  await view.page.waitForURL(/\?group=category$/);
  await app.getByRole('button', { name: 'Choose what to show' }).click();
  await app.getByLabel('Projects').fill('exp');
  await app.getByRole('button', { name: 'Show', exact: true }).click();
  await app.getByText('Projects: EXP.').waitFor();
  await view.page.waitForURL(/projects=EXP/);
  expect(view.complaints()).toEqual([]);
});

test('JQL that Jira does not understand is said beside the field, and what was typed stays', async () => {
  const view = await browser.look({ as: 'u-lead' });
  await view.go(`${PATH}?jql=nonsense+%3D+1`);
  const app = view.app();
  await app.getByText(/is no JQL that Jira understands/).waitFor();
  expect(await app.getByLabel('Only items that this JQL finds').inputValue()).toBe('nonsense = 1');
});

test('whoever sees no project is told so, and My commitments stays where it was', async () => {
  const view = await browser.look({ as: 'u-outsider' });
  await view.go(PATH);
  await view.app().getByText('No project to show').waitFor();
  await view.go('/apps/my-commitments');
  await view.app().getByText('Waiting for you').first().waitFor();
});

test('in the dark and on a phone everything is there, and nothing is wider than the page', async () => {
  const dark = await browser.look({ as: 'u-lead', theme: 'dark' });
  await dark.go(PATH);
  await dark
    .app()
    .getByText(/^\d+ items read, as of /)
    .waitFor();
  const phone = await browser.look({ as: 'u-lead', width: 360, height: 800 });
  await phone.go(PATH);
  await phone
    .app()
    .getByText(/^\d+ items read, as of /)
    .waitFor();
  const body = phone.app().locator('body');
  expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
});
