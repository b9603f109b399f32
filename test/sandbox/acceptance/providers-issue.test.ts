import type { CharterAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { enforce, refusalOf } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';
import { unchanged } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const at = (key: string) => ({ extension: { issue: { key } } });

beforeAll(() => enforce(site, 'EXP'), 180_000);

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'Partners sign in',
  acceptance: 'One signs in',
  neededBy: '2026-12-18',
};

/** An epic of u-coo's that waits for an issue. */
async function waitingFor(blocker: string): Promise<string> {
  const key = newEpic(site.sandbox);
  site.sandbox.jira.addLink('Blocks', blocker, key);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  return key;
}
const added = (project: string, summary: string): string =>
  site.sandbox.jira.addIssue({ project, type: 'Epic', values: { summary, reporter: 'u-cto' } }).key;

const panelOf = async (key: string) =>
  (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;
const rulesOf = async (key: string): Promise<readonly string[]> =>
  (await panelOf(key)).gate?.findings.map(({ rule }) => rule) ?? [];

async function moveTo(project: string, key: string): Promise<string> {
  const id = site.sandbox.jira.issue(key)?.id ?? '';
  const { status } = await as('u-coo').send('POST', '/rest/api/3/bulk/issues/move', {
    sendBulkNotification: false,
    targetToSourcesMapping: {
      [`${project},10000`]: {
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
        issueIdsOrKeys: [key],
      },
    },
  });
  expect(status).toBe(201);
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${id}?fields=key`);
  return (body as { key: string }).key;
}

const CALLS = ['agreement/request', 'agreement/link'] as const;
const payloadOf = (call: (typeof CALLS)[number], providerIssueKey: string): object =>
  call === 'agreement/request' ? { ...request, providerIssueKey } : { agreementId: 'A1', providerIssueKey };

describe.each(CALLS)('%s', (call) => {
  let key: string;
  beforeAll(async () => {
    key = await waitingFor('PLAT-1');
    await as('u-coo').done(key, 'agreement/request', {
      ...request,
      deliverable: 'Something else',
      providerAccountId: 'u-ops',
    });
  });

  test.each([
    ['that does not exist', 'PLAT-9999'],
    ['of a project that does not exist', 'NOPE-1'],
  ])('takes no issue %s', async (_, providerIssueKey) => {
    const error = await unchanged(site.sandbox, () =>
      refusalOf(as('u-coo'), 'agreement-panel', call, payloadOf(call, providerIssueKey), at(key)),
    );
    expect(error).toMatchObject({ code: 'issue-not-found', field: 'providerIssueKey' });
    expect(error.message).toContain('does not exist, or you may not see it');
  });

  test('takes no issue hidden from whoever asks, and answers as for one that is not there', async () => {
    // EXP-11 is for the leads; u-ops may edit this item and not see that one.
    const refusedAs = (providerIssueKey: string) =>
      refusalOf(as('u-ops'), 'agreement-panel', call, payloadOf(call, providerIssueKey), at(key));
    const [hidden, absent] = [await refusedAs('EXP-11'), await refusedAs('EXP-9999')];
    expect(JSON.stringify(hidden).replace('EXP-11', 'EXP-9999')).toBe(JSON.stringify(absent));
    expect(hidden).toMatchObject({ code: 'issue-not-found', field: 'providerIssueKey' });
  });

  test('takes no issue that was deleted', async () => {
    const gone = added('PLAT', 'A mistake');
    await as('u-admin').send('DELETE', `/rest/api/3/issue/${gone}`);
    const error = await refusalOf(as('u-coo'), 'agreement-panel', call, payloadOf(call, gone), at(key));
    expect(error).toMatchObject({ code: 'issue-not-found', field: 'providerIssueKey' });
  });
});

describe('an issue that was promised and moved to another project', () => {
  test('still covers the link, under either key, on every surface', async () => {
    const blocker = added('PLAT', 'Sign-in for partners');
    const key = await waitingFor(blocker);
    expect(await rulesOf(key)).toContain('dependency.unmapped');
    await as('u-coo').done(key, 'agreement/request', { ...request, providerIssueKey: blocker });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    expect(await rulesOf(key)).toEqual([]);

    const moved = await moveTo('HAND', blocker);
    expect(moved).toMatch(/^HAND-/);
    await site.sandbox.drain();
    const { gate, item } = await panelOf(key);
    expect(item.blockers).toMatchObject([{ issueKey: moved }]);
    expect(gate).toMatchObject({ verdict: 'pass', findings: [] });
    const { body } = await as('u-coo').invoke(
      'gap-report',
      'report/page',
      { filter: { text: key } },
      { projectKey: 'EXP' },
    );
    expect(body).toMatchObject({ items: [{ issueKey: key, gate: { verdict: 'pass' } }] });
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
  });

  test('covers it as well where it was named by its former key, which still leads to it', async () => {
    const blocker = added('PLAT', 'Sign-in for suppliers');
    const key = await waitingFor(blocker);
    await moveTo('HAND', blocker);
    await as('u-coo').done(key, 'agreement/request', { ...request, providerIssueKey: blocker });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    expect(await rulesOf(key)).toEqual([]);
    expect((await as('u-coo').move(key, 'Start')).status).toBe(204);
  });

  test('covers nothing else that takes its place in the way', async () => {
    const [blocker, other] = [added('PLAT', 'The one'), added('PLAT', 'The other')];
    const key = await waitingFor(blocker);
    await as('u-coo').done(key, 'agreement/request', { ...request, providerIssueKey: blocker });
    await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    await moveTo('HAND', blocker);
    site.sandbox.jira.addLink('Blocks', other, key);
    expect(refusalText(await as('u-coo').move(key, 'Start'))).toContain(`${other} blocks this work item`);
  });

  test('is followed by a link that is set afterwards', async () => {
    const blocker = added('PLAT', 'Sign-in for auditors');
    const key = await waitingFor(blocker);
    await as('u-coo').done(key, 'agreement/request', { ...request, providerAccountId: 'u-ops' });
    await as('u-ops').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    expect(await rulesOf(key)).toContain('dependency.unmapped');
    await as('u-ops').done(key, 'agreement/link', { agreementId: 'A1', providerIssueKey: blocker });
    expect(await rulesOf(key)).toEqual([]);
    await moveTo('HAND', blocker);
    await site.sandbox.drain();
    expect(await rulesOf(key)).toEqual([]);
  });
});
