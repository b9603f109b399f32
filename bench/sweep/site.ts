import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';
import type { CharterRecord } from '../../src/platform/storage/charter-record';
import { act } from '../site';

/** A project of its own, so that the demo's promises do not count. */
export const PROJECT = 'BIG';
export const PROVIDERS = 100;
export const provider = (n: number): string => `p-${n % PROVIDERS}`;

export const tableOf = (sandbox: Sandbox, entity: string) =>
  sandbox.kvs.table({ kind: 'entity', name: entity });

/** A project with a hundred people who promise things. Clears what the demo left to be swept. */
export function openProject(sandbox: Sandbox): void {
  for (const entity of ['due', 'notice']) {
    for (const { key } of [...tableOf(sandbox, entity).entries()]) tableOf(sandbox, entity).remove(key);
  }
  const { jira } = sandbox;
  const users = Array.from({ length: PROVIDERS }, (_, n) => provider(n));
  for (const accountId of users) {
    const emailAddress = `${accountId}@example.com`;
    jira.addUser({
      accountId,
      displayName: `Provider ${accountId}`,
      emailAddress,
      timeZone: 'Europe/London',
    });
  }
  const workflow = jira.addWorkflow({
    name: 'Big workflow',
    statuses: [
      { name: 'To Do', category: 'new' },
      { name: 'Done', category: 'done' },
    ],
    transitions: [{ name: 'Finish', from: 'any', to: 'Done' }],
  });
  jira.addProject({
    key: PROJECT,
    name: 'Big',
    lead: 'u-lead',
    workflowId: workflow.id,
    roles: { Members: { users: ['u-coo', 'u-cto', 'u-lead', ...users] } },
  });
}

/** An item with so many agreements, all acknowledged for a far day but the last, which waits for its answer. */
export async function itemWith(sandbox: Sandbox, agreements: number): Promise<string> {
  const values = { summary: 'An item', reporter: 'u-cto' };
  const { key } = sandbox.jira.addIssue({ project: PROJECT, type: 'Epic', values });
  await act(sandbox, 'u-cto', key, 'dri/nominate', { accountId: 'u-coo' });
  await act(sandbox, 'u-coo', key, 'dri/accept');
  for (let n = 1; n <= agreements; n += 1) {
    await act(sandbox, 'u-coo', key, 'agreement/request', {
      providerAccountId: provider(n),
      deliverable: `Promise ${n}`,
      acceptance: 'Both sides see that it is there',
      neededBy: '2027-12-17',
    });
    if (n < agreements)
      await act(sandbox, provider(n), key, 'agreement/acknowledge', { agreementId: `A${n}` });
  }
  await sandbox.drain();
  return key;
}

interface Copies {
  readonly like: string;
  readonly from: number;
  readonly count: number;
  /** Of each copy: when it is due. */
  readonly nextAt: string;
  /** Of each copy: an issue of its own in Jira. */
  readonly inJira: boolean;
}

/** More items like one there is, laid straight into storage. */
export function copy(sandbox: Sandbox, { like, from, count, nextAt, inJira }: Copies): void {
  const charters = tableOf(sandbox, 'charter');
  const found = charters.get(like);
  if (!found) throw new Error(`${like} has no charter`);
  const record = found.value as CharterRecord;
  for (let n = from; n < from + count; n += 1) {
    const issueKey = `${PROJECT}-${n}`;
    const issueId = String(5_000_000 + n);
    if (inJira) {
      sandbox.jira.addIssue({
        project: PROJECT,
        type: 'Epic',
        key: issueKey,
        id: issueId,
        values: { summary: `Item ${n}`, reporter: 'u-cto' },
      });
    }
    const last = record.charter.charter.agreements.length - 1;
    const charter = {
      ...record.charter.charter,
      agreements: record.charter.charter.agreements.map((agreement, at) =>
        at === last ? { ...agreement, providerAccountId: provider(n) } : agreement,
      ),
    };
    const value = { ...record, issueId, charter: { ...record.charter, charter, history: [] } };
    charters.put({ ...found, key: issueKey, value, attributes: { ...found.attributes, issueId } });
    const due = { issueId, issueKey, nextAt, mark: `m-${n}` };
    tableOf(sandbox, 'due').put({ ...found, key: `due:${issueId}`, value: due, attributes: due });
  }
}
