import { useBrowser, type Looking } from '../support/browser';
import { costOf } from '../support/calls';
import { clientOf } from '../support/client';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const columnOf = ({ page }: Looking, status: string) =>
  page.getByRole('region', { name: new RegExp(`^${status}\\b`) });
const cardIn = (view: Looking, status: string, key: string) =>
  columnOf(view, status)
    .getByRole('listitem')
    .filter({ has: view.page.getByText(key, { exact: true }) });

const drag = (view: Looking, key: string, from: string, to: string): Promise<void> =>
  cardIn(view, from, key).dragTo(columnOf(view, to));

test('an epic is dragged, refused with a reason, put right in the panel, and moves', async () => {
  const view = await browser.look();
  const { page } = view;

  await view.go('/');
  await page.getByRole('link', { name: 'Open the board' }).click();
  await cardIn(view, 'To Do', 'EXP-1').waitFor();
  await drag(view, 'EXP-1', 'To Do', 'In Progress');

  const dialog = page.getByRole('dialog', { name: /EXP-1 can’t be moved to In Progress/ });
  await dialog
    .getByText(/Two people share ownership \(Mara Okonkwo and Jonas Lindqvist\)\. Pick one/)
    .waitFor();
  expect(await cardIn(view, 'To Do', 'EXP-1').count()).toBe(1);
  expect(await clientOf(site, 'u-coo').statusOf('EXP-1')).toBe('To Do');

  await dialog.getByRole('link', { name: 'Open EXP-1' }).click();
  const panel = view.app('Agreements');
  await panel.getByRole('heading', { name: 'Start is blocked by 3 things' }).waitFor();

  await panel.getByRole('button', { name: 'Nominate a DRI' }).first().click();
  const nomination = panel.getByRole('form', { name: 'Nominate a DRI' });
  await nomination.getByRole('button', { name: 'Mara Okonkwo', exact: true }).click();
  await nomination.getByRole('button', { name: 'Nominate Mara Okonkwo' }).click();
  await panel
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await panel.getByRole('heading', { name: 'Start is blocked by 2 things' }).waitFor();

  await panel.getByRole('button', { name: 'Make it an agreement' }).first().click();
  const request = panel.getByRole('form', { name: 'Ask for an agreement on PLAT-1' });
  await request.getByRole('combobox', { name: 'Who should promise it' }).fill('Tomasz');
  await panel.getByRole('option', { name: /Tomasz Wrona/ }).click();
  await request
    .getByRole('textbox', { name: /How you will both know/ })
    .fill('A partner signs in to staging');
  await request.getByLabel(/^Needed by/).fill('2026-12-18');
  await request.getByRole('button', { name: 'Ask Tomasz Wrona' }).click();
  await panel.getByRole('heading', { name: 'Start is blocked by 1 thing' }).waitFor();

  await view.become('Tomasz Wrona');
  await panel
    .getByRole('button', { name: /^Acknowledge/ })
    .first()
    .click();
  await panel.getByRole('heading', { name: 'Ready to start' }).waitFor();

  await view.become('Mara Okonkwo');
  await page
    .getByRole('navigation', { name: 'Expansion project' })
    .getByRole('link', { name: 'Board' })
    .click();
  await cardIn(view, 'To Do', 'EXP-1').waitFor();
  await drag(view, 'EXP-1', 'To Do', 'In Progress');
  await cardIn(view, 'In Progress', 'EXP-1').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await clientOf(site, 'u-coo').statusOf('EXP-1')).toBe('In Progress');
  expect(view.complaints()).toEqual([]);
});

test('the panel paints after one invocation', async () => {
  const view = await browser.look({ as: 'u-viewer' });
  const costs = await costOf(site, () => view.go('/browse/EXP-2'));
  await view.app('Agreements').getByRole('heading', { name: 'Ready to start' }).waitFor();
  // The lozenge beside the panel is asked for by Jira itself.
  const panels = costs.filter(({ invocation }) => invocation.moduleKey === 'agreement-panel');
  expect(panels.map(({ invocation }) => invocation.resolverKey)).toEqual(['charter/get']);
});

test('the issue page refuses the same move with the same words, and the panel says the same', async () => {
  const view = await browser.look();
  await view.go('/browse/EXP-3');
  await view.app('Agreements').getByRole('heading', { name: 'Start is blocked by 1 thing' }).waitFor();
  await view.page.getByRole('button', { name: /To Do/ }).click();
  await view.page.getByRole('button', { name: /^Start/ }).click();
  const dialog = view.page.getByRole('dialog', { name: /EXP-3 can’t be moved/ });
  await dialog.getByText(/Ask Tomasz Wrona to acknowledge it/).waitFor();
  expect(view.complaints()).toEqual([]);
});
