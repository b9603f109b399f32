import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(300_000);

const site = useSite();
const browser = useBrowser(site);

test('a gadget is put on a dashboard, shows its project, is refreshed, and another reader gets their own figures', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/dashboards/10002');
  await view.page.getByRole('button', { name: 'Add “Accountability gaps”' }).click();
  const settings = view.app('Settings of');
  await settings.getByRole('combobox', { name: 'Project' }).selectOption('HAND');
  await settings.getByRole('combobox', { name: 'Refresh by itself' }).selectOption('60');
  await settings.getByRole('button', { name: 'Save' }).click();
  const shown = view.app('Accountability gaps');
  await shown.getByText('handoff is loosening').waitFor();
  await shown.getByText(/^To (Operations|Platform|Product|Sales)$/).waitFor();
  expect(site.sandbox.dashboards.gadgets('10002')).toMatchObject([
    { configuration: { projectKey: 'HAND', refresh: 60 } },
  ]);

  const since = site.sandbox.calls.since(0).next;
  await view.page.getByRole('button', { name: 'Refresh' }).click();
  await shown.getByText('handoff is loosening').waitFor();
  const asked = site.sandbox.calls.since(since).invocations.map(({ resolverKey }) => resolverKey);
  expect(asked.sort()).toEqual(['report/drift', 'report/gadget']);

  await shown.getByRole('button', { name: 'Open the report of HAND' }).click();
  await view.page.waitForURL(/\/projects\/HAND\/page\/gap-report/);
  expect(view.complaints()).toEqual([]);

  const stranger = await browser.look({ as: 'u-viewer' });
  await stranger.go('/dashboards/10002');
  await stranger.app('Accountability gaps').getByText('This project can’t be shown to you').waitFor();
});

test('without a project it says what to do', async () => {
  site.sandbox.dashboards.add('10003', 'gap-gadget');
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/dashboards/10003');
  await view.app('Accountability gaps').getByText('No project chosen yet').waitFor();
});
