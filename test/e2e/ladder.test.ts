import type { Locator } from 'playwright-core';
import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { liveUntil } from '../support/clocks/told';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const DAY = 24 * 3_600_000;
const POLICY = '/projects/EXP/settings/project-policy';

const policyOf = (view: Looking) => view.app('Holdfast policy');

/** Puts the focus there as a keyboard would, and presses a key. */
async function press({ page }: Looking, target: Locator, key: string): Promise<void> {
  await target.focus();
  await page.keyboard.press(key);
}

/** A request that nobody will answer. */
async function asking(): Promise<string> {
  const key = newEpic(site.sandbox);
  await clientOf(site, 'u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await clientOf(site, 'u-coo').done(key, 'dri/accept');
  await clientOf(site, 'u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: `Part of ${key}`,
    acceptance: 'It is there',
    neededBy: '2027-12-17',
  });
  await site.sandbox.drain();
  return key;
}

test('a rung changed by keyboard is said before it is saved, and fires as it reads', async () => {
  const view = await browser.look({ as: 'u-lead', height: 1400 });
  await view.go(POLICY);
  const page = policyOf(view);
  await page.getByText('For example').waitFor();

  await press(
    view,
    page
      .getByRole('button', { name: /^Change the step “24 h after the answer was due: tell the DRI/ })
      .first(),
    'Enter',
  );
  const form = page.getByRole('form', { name: 'Change this step: A request waits for its answer' });
  await form.waitFor();
  // The first field has the focus: another hour, somebody else, another way.
  await view.page.keyboard.press('Control+a');
  await view.page.keyboard.type('0');
  await view.page.keyboard.press('Enter');
  await form.getByText(/a step at this hour already/).waitFor();
  await view.page.keyboard.press('Control+a');
  await view.page.keyboard.type('5');
  await press(view, form.getByRole('checkbox', { name: 'the DRI', exact: true }), 'Space');
  await press(view, form.getByRole('checkbox', { name: 'the DRI’s sponsor' }), 'Space');
  await press(view, form.getByRole('radio', { name: 'By comment' }), 'Space');
  await press(view, form.getByRole('button', { name: 'Use this step' }), 'Enter');
  await form.waitFor({ state: 'detached' });

  const review = page.getByRole('region', { name: 'What saving changes' });
  await review.getByText(/New step: 5 h after the answer was due: tell the DRI, by comment/).waitFor();
  await review
    .getByText(/No longer: 24 h after the answer was due: tell the DRI’s sponsor, by mail/)
    .waitFor();
  await press(view, page.getByRole('button', { name: 'Save 2 changes' }), 'Enter');
  await review.getByText('Nothing yet.', { exact: false }).waitFor();
  expect(view.complaints()).toEqual([]);
  await site.sandbox.drain();

  const key = await asking();
  await liveUntil(site.sandbox, new Date(site.sandbox.clock.now() + 6 * DAY).toISOString());
  const { body } = await clientOf(site, 'u-coo').get(`/rest/api/3/issue/${key}/comment`);
  const { comments } = body as { comments: readonly { body: unknown }[] };
  expect(comments).toHaveLength(1);
  expect(JSON.stringify(comments)).toMatch(/"id":"u-coo".*was asked of Tomasz Wrona/);
});

test('an unfinished rung holds the save up and is found; an address leads to the ladder', async () => {
  const view = await browser.look({ as: 'u-lead', height: 1000 });
  await view.go(`${POLICY}/at/ladder`);
  const page = policyOf(view);
  await page.getByText('For example').waitFor();
  const ladder = page.locator('#hf-ladder');
  expect(await ladder.evaluate((element) => element === document.activeElement)).toBe(true);
  await press(view, page.getByRole('button', { name: 'Add a step: A promise is overdue' }), 'Enter');
  await page.getByRole('form').waitFor();
  await press(view, page.getByRole('button', { name: /^Save policy/ }), 'Enter');
  const said = page.getByText('This step is not in use yet.', { exact: false });
  await said.waitFor();
  await view.page.waitForTimeout(100);
  expect(await said.evaluate((element) => element === document.activeElement)).toBe(true);
});
