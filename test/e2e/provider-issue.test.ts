import { useBrowser, type Looking } from '../support/browser';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const panelOf = (view: Looking) => view.app('Agreements');

/** u-coo's epic with one promise of u-platform's. */
async function promised(): Promise<string> {
  const key = newEpic(site.sandbox);
  const coo = clientOf(site, 'u-coo');
  await coo.done(key, 'dri/nominate', { accountId: 'u-coo' });
  await coo.done(key, 'dri/accept');
  await coo.done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'Staging cluster',
    acceptance: 'A partner signs in',
    neededBy: '2026-12-18',
  });
  return key;
}

async function linkForm(key: string, as: string): Promise<Looking> {
  const view = await browser.look({ as, width: 900 });
  await view.go(`/browse/${key}`);
  await panelOf(view).getByRole('button', { name: 'Staging cluster', exact: true }).click();
  await panelOf(view)
    .getByRole('button', { name: /^Link their work item/ })
    .click();
  await panelOf(view).getByRole('form').waitFor();
  return view;
}

test('a work item that exists is linked, and its status is shown as it is in Jira', async () => {
  const key = await promised();
  const view = await linkForm(key, 'u-coo');
  const form = panelOf(view).getByRole('form');
  await form.getByLabel(/^Their work item/).fill('plat-2');
  await form.getByRole('button', { name: 'Link it' }).click();
  await form.waitFor({ state: 'detached' });
  await panelOf(view).getByRole('link', { name: 'PLAT-2' }).first().waitFor();
  const { charter } = await clientOf(site, 'u-coo').done(key, 'charter/get');
  expect(charter.agreements).toMatchObject([{ providerIssueKey: 'PLAT-2' }]);
  const status = await clientOf(site, 'u-coo').statusOf('PLAT-2');
  await panelOf(view).getByText(status, { exact: true }).first().waitFor();
  expect(view.complaints()).toEqual([]);
});

test('a new work item is created as the reader, blocks the epic in Jira, and is linked once', async () => {
  const key = await promised();
  const view = await linkForm(key, 'u-platform');
  const form = panelOf(view).getByRole('form');
  await form.getByLabel('A new one').check();
  await form.getByRole('button', { name: 'Create and link it' }).click();
  await form.getByText('Fill this in: it is needed.').first().waitFor();
  await form.getByLabel(/^Project/).selectOption({ label: 'Platform (PLAT)' });
  expect(await form.getByLabel(/^Summary/).inputValue()).toBe('Staging cluster');
  await form.getByLabel(/^Type/).locator('option').nth(1).waitFor({ state: 'attached' });
  await form.getByRole('button', { name: 'Create and link it' }).click();
  await form.waitFor({ state: 'detached' });
  const named = expect.stringMatching(/^PLAT-\d+$/);
  expect(await clientOf(site, 'u-coo').done(key, 'charter/get')).toMatchObject({
    charter: { agreements: [{ providerIssueKey: named }] },
    item: { blockers: [{ issueKey: named, summary: 'Staging cluster', done: false }] },
  });
  expect(view.complaints()).toEqual([]);
});

test('what Jira hides from the reader is said to be hidden', async () => {
  const key = await promised();
  await clientOf(site, 'u-coo').done(key, 'agreement/link', {
    agreementId: 'A1',
    providerIssueKey: 'PLAT-1',
  });
  const view = await browser.look({ as: 'u-viewer', width: 900 });
  await view.go(`/browse/${key}`);
  await panelOf(view).getByText('Something you may not see').first().waitFor();
  expect(await panelOf(view).getByText('PLAT-1').count()).toBe(0);
});

describe('where Jira tells something else than the agreement', () => {
  const edit = async (who: string, key: string, fields: object): Promise<void> => {
    const reply = await clientOf(site, who).send('PUT', `/rest/api/3/issue/${key}`, { fields });
    expect(reply.status).toBe(204);
  };
  const linked = async (due: string): Promise<{ key: string; issue: string }> => {
    const key = await promised();
    const issue = newEpic(site.sandbox, { summary: 'Staging' }, 'PLAT');
    await clientOf(site, 'u-coo').done(key, 'agreement/link', { agreementId: 'A1', providerIssueKey: issue });
    await edit('u-coo', key, { duedate: due });
    return { key, issue };
  };
  const lookAt = async (key: string, as: string): Promise<Looking> => {
    const view = await browser.look({ as, width: 900 });
    await view.go(`/browse/${key}`);
    return view;
  };

  test('whoever is assigned now is asked with one click', async () => {
    const { key, issue } = await linked('2026-12-30');
    await edit('u-platform', issue, { assignee: { accountId: 'u-ops' } });
    const view = await lookAt(key, 'u-coo');
    await panelOf(view).getByText(`${issue} is assigned to`).waitFor();
    await panelOf(view)
      .getByRole('button', { name: /^Ask .*: Staging cluster$/ })
      .filter({ hasText: 'Hana Sato' })
      .click();
    await panelOf(view).getByText('is assigned to').waitFor({ state: 'detached' });
    const { charter } = await clientOf(site, 'u-coo').done(key, 'charter/get');
    expect(charter.agreements).toMatchObject([{ status: 'requested', providerAccountId: 'u-ops' }]);
    expect(view.complaints()).toEqual([]);
  });

  test('the day of work that is due earlier now is asked for with one click, and the promised day holds until then', async () => {
    const { key } = await linked('2026-12-10');
    await clientOf(site, 'u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    const view = await lookAt(key, 'u-coo');
    await panelOf(view).getByText(`${key} itself is due`).waitFor();
    const askFor = panelOf(view).getByRole('button', { name: /^Ask for .*10.*: Staging cluster$/ });
    await askFor.click();
    await askFor.waitFor({ state: 'detached' });
    const { charter } = await clientOf(site, 'u-coo').done(key, 'charter/get');
    expect(charter.agreements).toMatchObject([
      { committedBy: '2026-12-18', renegotiation: { committedBy: '2026-12-10' } },
    ]);
    expect(view.complaints()).toEqual([]);
  });

  test('a provider who has begun is asked whether that is a yes, in the panel and in My commitments', async () => {
    const { key, issue } = await linked('2026-12-30');
    await clientOf(site, 'u-platform').move(issue, 'Start');
    const view = await lookAt(key, 'u-platform');
    await panelOf(view).getByText(`${issue} is under way in Jira. Is that a yes?`).waitFor();
    await view.go('/apps/my-commitments');
    await view.app('My commitments').getByText(`${issue} is under way in Jira. Is that a yes?`).waitFor();
    expect(view.complaints()).toEqual([]);
  });
});
