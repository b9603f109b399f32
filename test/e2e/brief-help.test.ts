import { clientOf } from '../support/client';
import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(300_000);

const site = useSite();
const browser = useBrowser(site);

test('a brief that nobody could observe is asked about once more, and can be saved as it is', async () => {
  const view = await browser.look({ as: 'u-coo' });
  await view.go('/browse/EXP-2');
  const panel = view.app('Agreements');
  await panel
    .getByRole('button', { name: /the brief/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Show good examples' }).click();
  await panel.getByText('A move from one system to another').waitFor();

  const question = panel.getByText(/How would somebody outside see it\?/);
  const success = panel.getByLabel('What success looks like');
  await success.fill('Partners are happier with the quality of it');
  await question.waitFor();
  await success.fill('Partners are happier: 40 of 60 say so');
  await question.waitFor({ state: 'detached' });
  await success.fill('Partners are happier with the quality of it');
  await question.waitFor();
  await panel.getByRole('button', { name: 'Save brief' }).click();
  await panel.getByRole('form').waitFor({ state: 'detached' });
  const { charter } = await clientOf(site, 'u-coo').done('EXP-2', 'charter/get');
  expect(charter).toMatchObject({
    brief: { successMeasure: 'Partners are happier with the quality of it' },
  });
});
