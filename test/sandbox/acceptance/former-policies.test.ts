import type { PolicyAnswer } from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const policies = () => site.sandbox.kvs.table({ kind: 'entity', name: 'policy' });
const plain = () => site.sandbox.kvs.table({ kind: 'plain' });
type Stored = { readonly policy: Readonly<Record<string, unknown>>; readonly version: number };
const stored = (key: string): Stored => policies().get(key)?.value as Stored;

/** The policy of EXP as a version before ids kept it: types by name, no links, no project; and nothing looked after yet. */
async function formerly(workItemTypes: readonly string[]): Promise<void> {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
  const record = policies().get('EXP');
  if (!record) throw new Error('EXP has no policy');
  const { projectId: _id, ...value } = record.value as Stored & { readonly projectId: string };
  const { waitsFor: _links, ...policy } = value.policy;
  const former = { ...value, schema: 2, policy: { ...policy, workItemTypes } };
  policies().put({ ...record, value: former });
  plain().remove('data-version');
  expect(stored('EXP').policy['workItemTypes']).toEqual(workItemTypes);
}

const sweep = async (): Promise<void> => {
  await site.sandbox.host.fire('sla-sweep');
  await site.sandbox.drain();
};
const policyOf = () => answerOf<PolicyAnswer>(as('u-lead'), 'project-policy', 'policy/get', {}, 'EXP');
const versionsOf = async () =>
  (
    await answerOf<{ readonly versions: readonly { readonly version: number; readonly savedBy: string }[] }>(
      as('u-lead'),
      'project-policy',
      'policy/versions',
      {},
      'EXP',
    )
  ).versions.map(({ version, savedBy }) => [version, savedBy]);

test('a policy that names its types holds before anything looked after it, and by id from the next hour on', async () => {
  await formerly(['Epic', 'Saga']);
  const held = async () => refusalText(await as('u-coo').move('EXP-1', 'Start'));
  const before = await held();
  const versions = await versionsOf();
  await sweep();
  expect(stored('EXP').policy).toMatchObject({
    workItemTypes: [{ id: '10000', name: 'Epic' }, { named: 'Saga' }],
  });
  expect(await held()).toBe(before);
  // Nobody decided anything: neither version nor history moved, and what Jira does not know is said.
  expect(await versionsOf()).toEqual(versions);
  const { policy, unknown } = await policyOf();
  expect(policy.version).toBe(stored('EXP').version);
  expect([policy.waitsFor, unknown.types]).toEqual(['by-words', [{ named: 'Saga' }]]);
});

test('its types are found under their own names where the site speaks another language', async () => {
  await formerly(['Epic', 'Story']);
  await as('u-admin').send('POST', '/sandbox/switches', { language: { site: 'ja', 'u-lead': 'de' } });
  await sweep();
  expect(stored('EXP').policy['workItemTypes']).toMatchObject([{ id: '10000' }, { id: '10001' }]);
  await as('u-admin').send('PUT', '/rest/api/3/issuetype/10000', { name: 'Initiative' });
  expect(refusalText(await as('u-coo').move('EXP-1', 'Start'))).toContain("EXP-1 can't start");
});

test('everything stored is looked after once under a version, by no event, and again under the next', async () => {
  await formerly(['Epic']);
  await sweep();
  const version = plain().get('data-version')?.value;
  expect(version).toEqual(expect.any(Number));
  // Whoever writes by name now writes beside the app: no later hour looks at it again.
  const record = policies().get('EXP');
  if (!record) throw new Error('EXP has no policy');
  const value = { ...stored('EXP'), policy: { ...stored('EXP').policy, workItemTypes: ['Epic'] } };
  policies().put({ ...record, value: value });
  await sweep();
  expect(stored('EXP').policy['workItemTypes']).toEqual(['Epic']);
  plain().put({ key: 'data-version', value: Number(version) - 1 } as never);
  await sweep();
  expect(stored('EXP').policy['workItemTypes']).toEqual([{ id: '10000', name: 'Epic' }]);
});

test('where the work cannot be queued, the next hour asks for it again', async () => {
  await formerly(['Epic']);
  site.sandbox.faults.add({ target: 'queue', match: '*', status: 500 });
  await sweep().catch(() => undefined);
  site.sandbox.faults.clear();
  site.logs.splice(0);
  expect(plain().get('data-version')).toBeUndefined();
  await sweep();
  expect(stored('EXP').policy['workItemTypes']).toEqual([{ id: '10000', name: 'Epic' }]);
});

test('a policy that somebody saves meanwhile stays as they saved it', async () => {
  await formerly(['Epic']);
  await site.sandbox.host.fire('sla-sweep');
  const { policy } = await policyOf();
  await answerOf(
    as('u-lead'),
    'project-policy',
    'policy/save',
    { policy: { ...policy, workItemTypes: [{ id: '10001' }] } },
    'EXP',
  );
  await site.sandbox.drain();
  expect(stored('EXP').policy['workItemTypes']).toEqual([{ id: '10001', name: 'Story' }]);
});
