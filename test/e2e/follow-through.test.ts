import type { FrameLocator, Locator } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { keysOf } from '../support/keys';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

const focusOn = async (target: Locator): Promise<void> => {
  await target.waitFor();
  await target.focus();
};

const heading = (panel: FrameLocator, name: string): Locator => panel.getByRole('heading', { name });

test('a check-in takes a few keys, and “on track” beside an overdue promise is answered kindly', async () => {
  const view = await browser.look({ as: 'u-product' });
  await view.go('/browse/EXP-4');
  const panel = view.app('Agreements');
  await heading(panel, 'Follow-through').waitFor();

  await focusOn(panel.getByRole('button', { name: 'Check in' }).last());
  const keys = keysOf(view.page);
  await keys.press('Enter');
  const form = panel.getByRole('form', { name: 'Check in' });
  await form.getByRole('radio', { name: 'Yes' }).and(panel.locator(':focus')).waitFor();
  await keys.press('Space');
  await form.getByText('Something on this work item says otherwise').waitFor();
  await form.getByText(/“Sign-up without an invitation” from Tomasz Wrona has been overdue since/).waitFor();
  await keys.press('ArrowDown');
  expect(await form.getByText('Something on this work item says otherwise').count()).toBe(0);
  await keys.press('Tab');
  await keys.type('Sign-up is late, and nobody has said what waits for it');
  // What comes next: the commitment stands as it is, which needs no words.
  await keys.press('Tab');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Space');
  await keys.press('Control+Enter');
  await form.waitFor({ state: 'detached' });

  expect(keys.count()).toBeLessThan(16);
  await panel.getByText('Not on track').waitFor();
  await panel.getByText(/Sign-up is late, and nobody has said/).waitFor();
  expect(view.complaints()).toEqual([]);
});

test('what a check-in needs becomes a question, which the person asked decides, and its time is told', async () => {
  const dri = await browser.look({ as: 'u-ops' });
  await dri.go('/browse/EXP-2');
  const asking = dri.app('Agreements');
  await asking.getByRole('button', { name: 'Check in' }).last().click();
  const checkIn = asking.getByRole('form', { name: 'Check in' });
  await checkIn.getByRole('radio', { name: 'Yes' }).check();
  await checkIn.getByRole('textbox', { name: /biggest risk/ }).fill('The cut-over needs a weekend');
  await checkIn.getByRole('button', { name: 'Add something you need' }).click();
  await checkIn.getByRole('combobox', { name: 'From whom' }).fill('Mara');
  await asking.getByRole('option', { name: /Mara Okonkwo/ }).click();
  await checkIn.getByRole('textbox', { name: /^What you need/ }).fill('May we close the shop on Sunday');
  await checkIn.getByRole('radio', { name: /^A decision/ }).check();
  await checkIn.getByRole('button', { name: 'Check in' }).click();
  await checkIn.waitFor({ state: 'detached' });

  // Asked for in the same breath, it stands among the questions, and is no open need.
  await asking.getByText('Waiting May we close the shop on Sunday').waitFor();
  expect(await heading(asking, 'Still needed').count()).toBe(0);

  await clientOf(site, 'u-admin').send('POST', '/sandbox/clock', { advance: 'P2DT1H' });
  const asked = await browser.look({ as: 'u-coo' });
  await asked.go('/browse/EXP-2');
  const deciding = asked.app('Agreements');
  await deciding
    .getByRole('button', { name: 'Decide: May we close the shop on Sunday', exact: true })
    .last()
    .click();
  const decide = deciding.getByRole('form', { name: 'Decide this question' });
  await decide.getByRole('textbox', { name: /Your decision/ }).fill('Yes, from noon');
  await decide.getByRole('button', { name: 'Decide' }).click();
  await decide.waitFor({ state: 'detached' });
  await deciding.getByText('Yes, from noon').waitFor();
  await deciding.getByText('Mara Okonkwo decided in 2 days.').waitFor();
  expect([...dri.complaints(), ...asked.complaints()]).toEqual([]);
});

test('a reader raises a gap and the DRI answers it', async () => {
  const reader = await browser.look({ as: 'u-viewer' });
  await reader.go('/browse/EXP-2');
  const raising = reader.app('Agreements');
  await raising.getByRole('button', { name: 'Raise a gap' }).click();
  const raise = raising.getByRole('form', { name: 'Raise a gap' });
  await raise.getByRole('textbox').fill('Nobody tells the customers');
  await raise.getByRole('button', { name: 'Raise a gap' }).click();
  await raising.getByText('Nobody tells the customers').waitFor();
  expect(await raising.getByRole('button', { name: /^Answer: Nobody tells/ }).count()).toBe(0);

  const dri = await browser.look({ as: 'u-ops' });
  await dri.go('/browse/EXP-2');
  const panel = dri.app('Agreements');
  await panel.getByRole('button', { name: 'Answer: Nobody tells the customers' }).click();
  const answer = panel.getByRole('form', { name: 'Answer this gap' });
  await answer.getByRole('textbox').fill('Marketing writes to them on Monday');
  await answer.getByRole('button', { name: 'Answer' }).click();
  await panel.getByText(/answered .*: “Marketing writes to them on Monday”/).waitFor();
  expect([...reader.complaints(), ...dri.complaints()]).toEqual([]);
});

test('past its review date a commitment stands as unanswered until its DRI keeps it', async () => {
  const as = (accountId: string) => clientOf(site, accountId);
  const now = new Date(site.sandbox.clock.now());
  const today = now.toISOString().slice(0, 10);
  await as('u-marketing').done('EXP-6', 'brief/write', {
    outcome: 'The help centre speaks six languages',
    whyNow: 'Two markets open in spring',
    successMeasure: 'Every article opens in each',
    reviewOn: today,
  });
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'P1DT1H' });

  const other = await browser.look({ as: 'u-coo' });
  await other.go('/browse/EXP-6');
  await other
    .app('Agreements')
    .getByText(/Nobody has said since whether/)
    .waitFor();
  await other
    .app('Agreements')
    .getByText(/is asked: keep it, move it, or let it go/)
    .waitFor();
  expect(await other.app('Agreements').getByRole('button', { name: 'Keep it' }).count()).toBe(0);

  const dri = await browser.look({ as: 'u-marketing' });
  await dri.go('/browse/EXP-6');
  const panel = dri.app('Agreements');
  await panel.getByRole('button', { name: 'Keep it' }).click();
  const keep = panel.getByRole('form', { name: 'Keep this commitment' });
  await keep.getByRole('button', { name: 'Keep it' }).click();
  await keep.getByText('Fill this in: it is needed.').waitFor();
  const later = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  await keep.getByLabel(/^Look at it again on/).fill(later);
  await keep.getByRole('button', { name: 'Keep it' }).click();
  await panel.getByText(/looked again .* and keeps this commitment/).waitFor();
  expect([...other.complaints(), ...dri.complaints()]).toEqual([]);
});

test('a provider looks back at a broken promise from My commitments, and the DRI reads it', async () => {
  const provider = await browser.look({ as: 'u-platform' });
  await provider.go('/apps/my-commitments');
  const mine = provider.app('My commitments');
  const line = mine.getByRole('listitem', { name: 'Sign-up without an invitation' });
  await line.getByRole('button', { name: 'Details and more' }).click();
  await line.getByRole('button', { name: /^Look back/ }).click();
  const form = mine.getByRole('form', { name: 'Look back at this promise' });
  await form.getByRole('radio', { name: /^Yes, one person/ }).check();
  await form.getByRole('radio', { name: /^Yes, each of us/ }).check();
  await form.getByRole('textbox', { name: /Who saw it/ }).fill('Platform, in week two');
  await form.getByRole('radio', { name: 'An unclear handoff' }).check();
  await form.getByRole('textbox', { name: /What condition changes/ }).fill('Requests name their test data');
  await form.getByRole('button', { name: 'Keep this' }).click();
  await form.waitFor({ state: 'detached' });

  const dri = await browser.look({ as: 'u-product' });
  await dri.go('/browse/EXP-4');
  const panel = dri.app('Agreements');
  await panel.getByRole('button', { name: 'Sign-up without an invitation', exact: true }).click();
  await panel.getByText('Requests name their test data').waitFor();
  await panel.getByText(/An unclear handoff\. There was one owner/).waitFor();
  expect([...provider.complaints(), ...dri.complaints()]).toEqual([]);
});
