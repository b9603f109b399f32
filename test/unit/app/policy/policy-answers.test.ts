import { getPolicy, policyVersions, savePolicy } from '../../../../src/app/policy/policy-answers';
import { enforcing } from '../../../support/policies';
import { NOW } from '../../../support/charter-spec';
import { EXP_ID, TYPES } from '../../../support/items';
import { world } from '../../../support/memory-ports';
import { policyInput } from '../../../support/policy-input';
import { BOT, COO, CTO, OPS } from '../../../support/people';

const EXP = { project: 'EXP' };
const waivedBy = (...people: readonly string[]) => ({
  waivers: { ...enforcing.waivers, people },
});

it('a project follows the site until it decides, and again when it gives its own policy up', async () => {
  const here = world();
  expect(await getPolicy(EXP, here)).toMatchObject({
    inherited: true,
    policy: enforcing,
    above: enforcing,
  });
  await savePolicy({ owner: 'site', version: 0, policy: policyInput({ mode: 'observe' }), by: COO }, here);
  expect(await getPolicy(EXP, here)).toMatchObject({
    inherited: true,
    policy: { mode: 'observe', version: 0, decidedBy: 'site' },
    above: { mode: 'observe' },
  });
  const own = await savePolicy(
    { owner: EXP, version: 0, policy: policyInput({ mode: 'coach' }), by: CTO },
    here,
  );
  expect(own).toMatchObject({
    inherited: false,
    policy: { mode: 'coach', version: 1, decidedBy: 'project' },
    above: { mode: 'observe' },
  });
  const again = await savePolicy({ owner: EXP, version: 1, policy: null, by: CTO }, here);
  expect(again).toMatchObject({ inherited: true, policy: { mode: 'observe', version: 2 } });
});

it('the site itself follows what Holdfast comes with', async () => {
  expect(await getPolicy('site', world())).toMatchObject({ inherited: true, above: enforcing });
});

it('nobody is overwritten: a save at an older version is refused, and so is following', async () => {
  const here = world();
  await savePolicy({ owner: EXP, version: 0, policy: policyInput(), by: COO }, here);
  const late = { owner: EXP, version: 0, by: CTO } as const;
  const refused = { refusal: { code: 'changed-meanwhile' } };
  await expect(savePolicy({ ...late, policy: policyInput({ mode: 'coach' }) }, here)).rejects.toMatchObject(
    refused,
  );
  await expect(savePolicy({ ...late, policy: null }, here)).rejects.toMatchObject(refused);
  expect(await getPolicy(EXP, here)).toMatchObject({ policy: { mode: 'enforce', version: 1 } });
});

it.each([['u-nobody'], [BOT]])('the right to waive is not given to %s', async (accountId) => {
  const here = world();
  const save = savePolicy(
    { owner: EXP, version: 0, policy: policyInput(waivedBy(COO, accountId)), by: COO },
    here,
  );
  await expect(save).rejects.toMatchObject({
    refusal: { code: 'invalid', field: 'policy.waivers.people' },
  });
  expect(here.policies.saved.size).toBe(0);
});

it('versions come newest first, with who saved them and the people they name', async () => {
  const here = world();
  await savePolicy({ owner: EXP, version: 0, policy: policyInput(waivedBy(OPS)), by: COO }, here);
  await savePolicy({ owner: EXP, version: 1, policy: null, by: CTO }, here);
  const { versions, people } = await policyVersions(EXP, here);
  expect(
    versions.map(({ version, savedAt, savedBy, policy: saved }) => [
      version,
      savedAt,
      savedBy,
      saved?.version,
    ]),
  ).toEqual([
    [2, NOW, CTO, undefined],
    [1, NOW, COO, 1],
  ]);
  expect(Object.keys(people).sort()).toEqual([COO, CTO, OPS].sort());
  expect((await policyVersions({ project: 'HAND' }, here)).versions).toEqual([]);
});

describe('what a policy names', () => {
  it('is saved by id, from names in the language of whoever saves', async () => {
    const here = world();
    here.jira.types = [...TYPES, { id: '10400', name: 'Vorhaben', level: 1 }];
    const policy = policyInput({ workItemTypes: ['Vorhaben'], waitsFor: ['is blocked by'] });
    const saved = await savePolicy({ owner: EXP, version: 0, policy, by: COO }, here);
    expect(saved).toMatchObject({
      policy: {
        workItemTypes: [{ id: '10400', name: 'Vorhaben' }],
        waitsFor: [{ linkTypeId: '10200', direction: 'inward', words: 'is blocked by' }],
      },
      unknown: { types: [], links: [], waitsForNothing: false },
    });
    expect(here.policies.saved.get('EXP')?.[0]?.policy?.workItemTypes).toEqual([
      { id: '10400', name: 'Vorhaben' },
    ]);
  });

  it('and Jira does not know is refused with its field, and nothing is written', async () => {
    const here = world();
    const policy = policyInput({ workItemTypes: [{ level: 1 }, 'Epik'] });
    await expect(savePolicy({ owner: EXP, version: 0, policy, by: COO }, here)).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'policy.workItemTypes.1' },
    });
    expect(here.policies.saved.size).toBe(0);
  });

  it('and Jira no longer has is told, and stays when the policy is saved again', async () => {
    const here = world();
    const types = [{ level: 1 }, { id: '777', name: 'Gone' }];
    const links = [{ linkTypeId: '778', direction: 'inward' as const, words: 'was blocked by' }];
    const ownerSource = { kind: 'field' as const, fieldId: 'customfield_779' };
    here.charters.setPolicy('EXP', {
      ...enforcing,
      version: 1,
      workItemTypes: types,
      waitsFor: links,
      ownerSource,
    });
    const unknown = {
      types: [types[1]],
      links,
      ownerField: 'customfield_779',
      waitsForNothing: true,
    };
    expect((await getPolicy(EXP, here)).unknown).toEqual(unknown);
    const policy = policyInput({ workItemTypes: types, waitsFor: links, ownerSource, mode: 'coach' });
    const saved = await savePolicy({ owner: EXP, version: 1, policy, by: COO }, here);
    expect(saved).toMatchObject({ policy: { mode: 'coach', version: 2 }, unknown });
  });

  it('says that nothing counts as waiting where no link of the site reads so', async () => {
    const here = world();
    here.jira.links = [{ id: '1', name: 'Halt', inward: 'pysäyttää', outward: 'odottaa' }];
    expect((await getPolicy(EXP, here)).unknown).toMatchObject({ links: [], waitsForNothing: true });
  });
});

describe('a project that took over another one’s key', () => {
  it('follows what is above, until it decides for itself', async () => {
    const here = world();
    here.charters.setPolicy('EXP', { ...enforcing, version: 4, mode: 'coach' }, '99999');
    expect(await getPolicy(EXP, here)).toMatchObject({
      inherited: true,
      policy: { mode: 'enforce', version: 4 },
    });
    const policy = policyInput({ mode: 'observe' });
    await savePolicy({ owner: EXP, version: 4, policy, by: COO }, here);
    expect(here.charters.policies.get('EXP')).toMatchObject({ projectId: EXP_ID });
    expect(await getPolicy(EXP, here)).toMatchObject({
      inherited: false,
      policy: { mode: 'observe', version: 5 },
    });
  });

  it('keeps nothing that the other one’s policy named', async () => {
    const here = world();
    const theirs = { id: '777', name: 'Theirs' };
    here.charters.setPolicy('EXP', { ...enforcing, version: 4, workItemTypes: [theirs] }, '99999');
    const policy = policyInput({ workItemTypes: [theirs] });
    await expect(savePolicy({ owner: EXP, version: 4, policy, by: COO }, here)).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'policy.workItemTypes.0' },
    });
  });
});
