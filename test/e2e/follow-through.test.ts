import type { FrameLocator, Locator, Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { clientOf } from '../support/client';
import { useSite } from '../support/sandbox';

jest.setTimeout(180_000);

const site = useSite();
const browser = useBrowser(site);

/** What somebody presses, counted; typed text is not. */
function keysOf({ keyboard }: Page) {
  let presses = 0;
  return {
    press: async (key: string) => {
      presses += 1;
      await keyboard.press(key);
    },
    type: (text: string) => keyboard.type(text),
    count: () => presses,
  };
}

const focusOn = async (target: Locator): Promise<void> => {
  await target.waitFor();
  await target.focus();
};

const heading = (panel: FrameLocator, name: string): Locator => panel.getByRole('heading', { name });

test('a check-in takes less than ten keys, and “on track” beside an overdue promise is answered kindly', async () => {
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
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Space');
  await keys.press('Control+Enter');
  await form.waitFor({ state: 'detached' });

  expect(keys.count()).toBeLessThan(10);
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
  await checkIn.getByRole('checkbox', { name: /I asked about all 2/ }).check();
  await checkIn.getByRole('button', { name: 'Check in' }).click();
  await checkIn.waitFor({ state: 'detached' });

  await asking.getByRole('button', { name: 'Ask for a decision: May we close the shop on Sunday' }).click();
  const ask = asking.getByRole('form', { name: 'Ask for a decision' });
  await ask.getByRole('button', { name: 'Ask Mara Okonkwo' }).click();
  await ask.waitFor({ state: 'detached' });
  // Asked for, it is no need any more.
  await heading(asking, 'Still needed').waitFor({ state: 'detached' });

  await clientOf(site, 'u-admin').send('POST', '/sandbox/clock', { advance: 'P2DT1H' });
  const asked = await browser.look({ as: 'u-coo' });
  await asked.go('/browse/EXP-2');
  const deciding = asked.app('Agreements');
  await deciding.getByRole('button', { name: 'Decide: May we close the shop on Sunday' }).last().click();
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
