import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { liveUntil } from '../support/clocks/told';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(300_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);
const NOON = Date.parse('2026-11-24T12:00:00.000Z');
const FIVE_MINUTES = 5 * 60_000;

/** The next five minutes tell these people of an item, each once, and nobody else; where the first mail leads. */
async function tells(key: string, ...people: readonly string[]): Promise<string> {
  await site.sandbox.drain();
  const until = new Date(site.sandbox.clock.now() + FIVE_MINUTES).toISOString();
  const mails = (await liveUntil(site.sandbox, until)).filter(({ text }) =>
    new RegExp(`${key}\\b`).test(text),
  );
  expect(mails.map(({ to }) => to).sort()).toEqual([...people].sort());
  const { pathname, search } = new URL(/https?:\S+$/m.exec(mails[0]?.text ?? '')?.[0] ?? '');
  return pathname + search;
}

/** The reader's own line, opened by the link of a mail. */
async function lineAt(view: Looking, path: string, what: string) {
  await view.go(path);
  return view.app('My commitments').getByRole('listitem').filter({ hasText: what });
}

const settled = async (key: string, status: string): Promise<void> => {
  const { charter } = await as('u-coo').done(key, 'charter/get');
  expect(charter.agreements[0]?.status).toBe(status);
};

test('asked at noon, told by five past, answered with one click, and heard of by ten past: and so each answer after it', async () => {
  const key = newEpic(site.sandbox, { summary: 'A second plant' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await site.sandbox.drain();
  await liveUntil(site.sandbox, new Date(NOON).toISOString());

  const owner = await browser.look({ as: 'u-coo' });
  await owner.go(`/browse/${key}`);
  const panel = owner.page.frameLocator('iframe[title^="Agreements for"]');
  await panel
    .getByRole('button', { name: /^Ask for an agreement/ })
    .first()
    .click();
  const asking = owner.page.frameLocator('dialog iframe').getByRole('form');
  await asking.getByRole('combobox', { name: 'Who should promise it' }).fill('Camille');
  await asking.getByRole('option', { name: /Camille Duret/ }).click();
  await asking.getByRole('textbox', { name: /^What you need/ }).fill('A landing page');
  await asking.getByRole('textbox', { name: /How you will both know/ }).fill('It answers');
  await asking.getByLabel(/^Needed by/).fill('2026-12-18');
  await asking.getByRole('button', { name: 'Ask Camille Duret' }).click();
  await panel.getByText('A landing page').first().waitFor();

  // Another date, and the owner takes it.
  const provider = await browser.look({ as: 'u-marketing' });
  const asked = await lineAt(provider, await tells(key, 'u-marketing'), 'A landing page');
  await asked.getByRole('button', { name: /^Counter/ }).click();
  await asked.getByLabel(/^You can promise it for/).fill('2026-12-21');
  await asked.getByRole('textbox', { name: /^Why/ }).fill('The agency is late');
  await asked.getByRole('button', { name: 'Send counter' }).click();
  await asked.getByRole('form').waitFor({ state: 'detached' });
  const countered = await lineAt(owner, await tells(key, 'u-coo'), 'A landing page');
  expect(site.sandbox.clock.now() - NOON).toBeLessThanOrEqual(2 * FIVE_MINUTES);
  await countered.getByRole('button', { name: /^Accept counter/ }).click();
  await owner.app('My commitments').getByRole('status').getByText(/\S/).first().waitFor();
  await settled(key, 'acknowledged');

  // Delivered, and sent back. What only answers leads to the work item.
  expect(await tells(key, 'u-marketing')).toBe(`/browse/${key}`);
  const promised = await lineAt(provider, '/apps/my-commitments', 'A landing page');
  await promised.getByRole('button', { name: /^Deliver/ }).click();
  await promised.getByRole('textbox', { name: /Where it can be seen/ }).fill('https://plant.example');
  await promised.getByRole('form').getByRole('button', { name: 'Deliver' }).click();
  await promised.getByRole('form').waitFor({ state: 'detached' });
  const delivered = await lineAt(owner, await tells(key, 'u-coo'), 'A landing page');
  await delivered.getByRole('button', { name: /^Return/ }).click();
  await delivered.getByRole('radio').last().check();
  await delivered.getByRole('textbox').fill('It does not load');
  await delivered.getByRole('form').getByRole('button', { name: 'Return' }).click();
  await delivered.getByRole('form').waitFor({ state: 'detached' });
  const returned = await lineAt(provider, await tells(key, 'u-marketing'), 'A landing page');
  await returned.getByRole('button', { name: /^Deliver/ }).waitFor();
  await settled(key, 'acknowledged');

  // A no, with a day from which it could be.
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A film',
    acceptance: 'It runs',
    neededBy: '2026-12-18',
  });
  const film = await lineAt(provider, await tells(key, 'u-marketing'), 'A film');
  await film.getByRole('button', { name: /^Decline/ }).click();
  await film.getByRole('textbox', { name: /^Why/ }).fill('No camera');
  await film.getByLabel(/^From when you can/).fill('2027-01-11');
  await film.getByRole('form').getByRole('button', { name: 'Decline' }).click();
  await film.waitFor({ state: 'detached' });
  const declined = await lineAt(owner, await tells(key, 'u-coo'), 'A film');
  await declined.getByRole('button').first().waitFor();

  // A check-in that says no, with a need.
  await owner.go(`/browse/${key}`);
  await panel.getByRole('button', { name: 'Check in' }).last().click();
  const checkIn = owner.app().getByRole('form', { name: 'Check in' });
  await checkIn.getByRole('radio', { name: 'No', exact: true }).check();
  await checkIn.getByRole('textbox', { name: /biggest risk/ }).fill('No site');
  await checkIn.getByRole('radio', { name: /^The commitment stands/ }).check();
  await checkIn.getByRole('button', { name: 'Add something you need' }).click();
  await checkIn.getByRole('combobox', { name: 'From whom' }).fill('Diego');
  await owner
    .app()
    .getByRole('option', { name: /Diego Fuentes/ })
    .click();
  await checkIn.getByRole('textbox', { name: /^What you need/ }).fill('A list of tenants');
  await checkIn.getByRole('radio', { name: /^A decision/ }).check();
  await checkIn.getByRole('button', { name: 'Check in' }).click();
  await checkIn.waitFor({ state: 'detached' });
  await tells(key, 'u-cto', 'u-sales');
  expect([...owner.complaints(), ...provider.complaints()]).toEqual([]);
});
