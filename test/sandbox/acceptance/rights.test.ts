import type { CharterAnswer, PolicyAnswer } from '../../../src/contract/answers';
import type { Policy } from '../../../src/domain/policy/policy';
import { nobodyEntitled } from '../../../src/domain/access/rights';
import { clientOf, refusalCode, type Client, type Reply } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const request = {
  providerAccountId: 'u-platform',
  deliverable: 'A staging environment',
  acceptance: 'It answers on its address',
  neededBy: '2026-12-18',
};

async function policyOf(): Promise<Policy> {
  const { body } = await as('u-lead').invoke('project-policy', 'policy/get', {}, { projectKey: 'EXP' });
  return (body as PolicyAnswer).policy;
}

async function save(change: Partial<Policy>): Promise<void> {
  const policy = { ...(await policyOf()), ...change };
  const { body } = await as('u-lead').invoke(
    'project-policy',
    'policy/save',
    { policy },
    { projectKey: 'EXP' },
  );
  expect(body).toMatchObject({ ok: true });
}

const grantedOnly = async (some: Partial<Policy['rights']['grant']>): Promise<void> =>
  save({ rights: { ...(await policyOf()).rights, grant: { ...nobodyEntitled, ...some } } });

async function ownedBy(accountId: string): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-lead').done(key, 'dri/nominate', { accountId });
  await as(accountId).done(key, 'dri/accept');
  return key;
}

/** What a refused call says. */
const refusalText = ({ body }: Reply): string => (body as { error: { message: string } }).error.message;

const granting = (who: string, key: string) =>
  as(who).panel(key, 'authority/grant', { decisions: 'The scope' });

test('as shipped, a provider of the item grants its owner nothing, and is told who may', async () => {
  const key = await ownedBy('u-coo');
  await as('u-coo').done(key, 'agreement/request', request);
  const refused = await granting('u-platform', key);
  expect(refusalCode(refused)).toBe('forbidden');
  expect(refusalText(refused)).toMatch(/whoever may edit this work item.*a project administrator/);
  expect(refusalText(refused)).toMatch(/unless they promise something/);
  expect((await granting('u-cto', key)).body).toMatchObject({ ok: true });
});

test('the policy names a person, a role or a group, and nobody else grants', async () => {
  const key = await ownedBy('u-coo');
  await grantedOnly({ people: ['u-ops'] });
  const refused = await granting('u-cto', key);
  expect(refusalCode(refused)).toBe('forbidden');
  expect(refusalText(refused)).toMatch(/It lets \W*(?!nobody)\w+.* The DRI asks them/);
  expect((await granting('u-ops', key)).body).toMatchObject({ ok: true });

  const roles = (await as('u-lead').get('/rest/api/3/project/EXP/role')).body as Record<string, string>;
  const role = (name: string) => ({ id: String(roles[name]).split('/').at(-1) ?? '', name });
  await grantedOnly({ roles: [role('Administrators')] });
  expect(refusalCode(await granting('u-ops', key))).toBe('forbidden');
  const { me } = (await as('u-lead').done(key, 'charter/get')) as unknown as CharterAnswer;
  expect(me.memberOf).toEqual({ roles: [role('Administrators').id], groups: [] });
  expect((await granting('u-lead', key)).body).toMatchObject({ ok: true });
});

test('a policy saved without them reads with what Holdfast ships', async () => {
  const { waivers, rights: _rights, ...policy } = await policyOf();
  const former = {
    ...policy,
    waivers: { projectAdmins: waivers.projectAdmins, people: waivers.people, longestDays: 14 },
  };
  const { body } = await as('u-lead').invoke(
    'project-policy',
    'policy/save',
    { policy: former },
    { projectKey: 'EXP' },
  );
  expect(body).toMatchObject({
    ok: true,
    policy: {
      waivers: { projectAdmins: true, parties: true, longestDays: 14 },
      rights: { grant: { editors: true, parties: false }, decide: { people: [] } },
    },
  });
});

test('a question is decided by somebody else where the policy lets them', async () => {
  const key = await ownedBy('u-coo');
  await as('u-coo').done(key, 'escalation/raise', {
    toAccountId: 'u-ops',
    question: 'May we spend it?',
    neededBy: '2026-11-27',
  });
  const answer = () =>
    as('u-cto').panel(key, 'escalation/answer', { escalationId: 'E1', decision: 'Spend it' });
  expect(refusalCode(await answer())).toBe('forbidden');
  const { rights } = await policyOf();
  await save({ rights: { ...rights, decide: { ...rights.decide, people: ['u-cto'] } } });
  expect((await answer()).body).toMatchObject({ ok: true });
});
