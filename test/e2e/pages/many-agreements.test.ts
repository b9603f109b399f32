import { useBrowser } from '../../support/browser';
import { newEpic, useSite } from '../../support/sandbox';
import { findings } from './suite';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

test('a record that holds fifty agreements still fits and can be read', async () => {
  const key = newEpic(site.sandbox);
  const act = (call: string, payload: object = {}): Promise<unknown> =>
    site.sandbox.invoke('agreement-panel', call, payload, { issueKey: key }, 'u-coo');
  await act('dri/nominate', { accountId: 'u-coo' });
  for (let n = 1; n <= 50; n += 1) {
    await act('agreement/request', {
      providerAccountId: n % 2 ? 'u-platform' : 'u-ops',
      deliverable: `Promise ${n} ${'of a rather long description '.repeat(n % 3)}`.slice(0, 200),
      acceptance: 'It is there',
      neededBy: '2026-12-18',
    });
  }
  const view = await browser.look({ width: 360 });
  await view.go(`/browse/${key}`);
  await view.app('Agreements').getByText('Promise 50', { exact: false }).first().waitFor();
  expect(await findings(view)).toEqual([]);
  expect(view.complaints()).toEqual([]);
});
