import { readFileSync } from 'node:fs';
import { useBrowser } from '../support/browser';
import { useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);

/** Pixels from the top of the frame to the first item, and to the last number. */
const FIRST_ROW = 320;
const FACTS = 600;

test.each([1440, 700])(
  'the report says three numbers and its first item above the fold, %d px wide',
  async (width) => {
    const view = await browser.look({ width });
    await view.go('/projects/EXP/page/gap-report');
    const report = view.app('Accountability');
    await report.getByText('One fewer than last week').waitFor();
    const frame = await view.page.locator('iframe[title*="Accountability"]').first().boundingBox();
    const row = await report.getByRole('button', { name: 'Nominate: EXP-1', exact: true }).boundingBox();
    const top = frame?.y ?? 0;
    expect((row?.y ?? Infinity) - top).toBeLessThanOrEqual(FIRST_ROW);
    for (const label of ['Pass the test', 'Waiting too long', 'Handoffs loosening']) {
      const tile = await report.getByRole('heading', { name: label }).boundingBox();
      expect((tile?.y ?? Infinity) - top).toBeLessThanOrEqual(FACTS);
    }
    await report.getByRole('img', { name: /^Over 12 weeks: from 0 to 2$/ }).waitFor();
    // The list, its filters and its columns come when they are asked for.
    expect(await report.getByRole('search').count()).toBe(0);
    await report.getByRole('button', { name: 'All items (13)' }).click();
    await report.getByRole('search').waitFor();
    expect(new URL(view.page.url()).search).toContain('items=all');
    expect(view.complaints()).toEqual([]);
  },
);

test('somebody is nominated from the sentence that says that nobody owns an item', async () => {
  const view = await browser.look();
  await view.go('/projects/EXP/page/gap-report');
  const report = view.app('Accountability');
  await report.getByRole('button', { name: 'Nominate: EXP-9' }).click();
  const form = report.getByRole('form', { name: 'Nominate one DRI for 1 item' });
  await form.getByRole('combobox').fill('Hana');
  await report
    .getByRole('option', { name: /Hana Sato/ })
    .first()
    .click();
  await form.getByRole('button', { name: 'Nominate for 1 item' }).click();
  await report.getByText(/Hana Sato was nominated, and was not reached yet/).waitFor();
  await form.waitFor({ state: 'detached' });
  expect(view.complaints()).toEqual([]);
});

test('the quarter is reckoned once a day, and again when the reader asks', async () => {
  const view = await browser.look();
  const quarters = (since: number): number =>
    site.sandbox.calls.since(since).invocations.filter(({ resolverKey }) => resolverKey === 'report/quarter')
      .length;
  const line = view
    .app('Accountability')
    .getByRole('img', { name: /^Over 12 weeks/ })
    .first();
  const begun = site.sandbox.calls.since(0).next;
  await view.go('/projects/EXP/page/gap-report?items=all');
  await line.waitFor();
  expect(quarters(begun)).toBe(1);
  const again = site.sandbox.calls.since(0).next;
  await view.go('/projects/EXP/page/gap-report?items=all');
  await line.waitFor();
  expect(quarters(again)).toBe(0);
  await view.app('Accountability').getByRole('button', { name: 'Refresh' }).click();
  for (let turn = 0; turn < 50 && quarters(again) === 0; turn += 1) await view.page.waitForTimeout(200);
  // Whatever else the page reads anew by then asks for it no second time.
  await view.settled();
  await view.page.waitForTimeout(1_000);
  expect(quarters(again)).toBe(1);
});

test('a chart is saved as a picture for a slide, larger than it is shown', async () => {
  const view = await browser.look({ as: 'u-admin' });
  await view.go('/projects/HAND/page/gap-report');
  const save = view.app('Accountability').getByRole('button', { name: /^Save as picture: Acknowledgements/ });
  await save.waitFor();
  const saved = view.page.waitForEvent('download');
  await save.click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^HAND-.*\.png$/);
  const picture = readFileSync(await file.path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // The width stands in its header.
  expect(picture.readUInt32BE(16)).toBeGreaterThan(1500);
  expect(view.complaints()).toEqual([]);
});
