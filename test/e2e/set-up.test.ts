import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

/** A site on which nobody decided anything yet: what README says, and nothing else. */
const site = useSite({ seed: 'fresh', autoDrain: true });
const browser = useBrowser(site);

/** Clicks inside Holdfast's own frames; those in Jira's workflow editor and on its board are Jira's. */
const MOST_CLICKS = 12;

test('an administrator goes from nothing decided to an observed move, with no dead end', async () => {
  const view = await browser.look({ as: 'u-admin' });
  let clicks = 0;
  const click = async (name: string | RegExp, frame = 'Holdfast policy'): Promise<void> => {
    clicks += 1;
    await view.app(frame).getByRole('button', { name }).first().click();
  };

  await view.go('/projects/NEW/page/gap-report');
  await view.app('Accountability').getByText('Nothing is decided for this project yet').waitFor();
  // Nothing red where nobody asked for anything.
  expect(await view.app('Accountability').getByText('At risk').count()).toBe(0);
  await click('Set up', 'Accountability');

  const policy = view.app('Holdfast policy');
  await policy.getByText('Step 1 of 5').waitFor();
  await policy.getByText(/8 of 8 open items/).waitFor();
  await click('Next');
  await policy.getByText('20 starts among 20 items of these types in the last year.').waitFor();
  await policy.getByText(/3 of the 20 would have had to wait/).waitFor();
  await click('Next');
  expect(await policy.getByRole('checkbox').count()).toBe(4);
  await click('Next');
  await click('Start observing');
  await policy.getByText('Step 5 of 5').waitFor();
  expect(await policy.getByText('Not asked yet').count()).toBe(2);

  const opened = view.context.waitForEvent('page');
  await click('Open the workflow');
  const editor = await opened;
  await editor.getByRole('button', { name: /Add rule .* to Start$/ }).click();
  const settings = editor.frameLocator('iframe[title*="Settings of"]');
  await settings.getByText('How firmly').waitFor();
  await settings.getByRole('radio', { name: 'Start', exact: true }).check();
  await editor.getByRole('button', { name: 'Add', exact: true }).click();
  await editor.getByRole('dialog').waitFor({ state: 'detached' });

  await editor.goto(`${site.url}/projects/NEW/board`);
  await editor.getByRole('button', { name: 'Move NEW-20', exact: true }).click();
  await editor.getByRole('group', { name: 'Move NEW-20' }).getByRole('button', { name: /Start/ }).click();
  await editor.getByText('NEW-20').first().waitFor();
  await editor.close();
  // Jira tells of the move half a minute later, and what follows is queued.
  await clientOf(site, 'u-admin').send('POST', '/sandbox/clock', { advance: 'PT1M' });
  await site.sandbox.drain();
  // Nothing was stopped, and the tick came by itself.
  await policy.getByText('Asked', { exact: true }).waitFor();

  await click('Next');
  await policy.getByText(/^Priya Raman: 2 items/).waitFor();
  await click(/^Ask about 6 items/);
  await policy.getByText('6 nominations were sent.').first().waitFor();
  await click('Open the report');
  await view
    .app('Accountability')
    .getByText(/was nominated, and was not reached yet/)
    .first()
    .waitFor();
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  expect(view.complaints()).toEqual([]);
});
