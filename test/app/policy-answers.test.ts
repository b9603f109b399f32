import { getPolicy, policyVersions, savePolicy } from '../../src/app/policy-answers';
import { siteDefault, type Policy } from '../../src/domain/policy/policy';
import { NOW } from '../support/charter-spec';
import { world } from '../support/memory-ports';
import { policyInput } from '../support/policy-input';
import { BOT, COO, CTO, OPS } from '../support/people';

const EXP = { project: 'EXP' };
const waivedBy = (...people: readonly string[]): Pick<Policy, 'waivers'> => ({
  waivers: { ...siteDefault.waivers, people },
});

it('a project follows the site until it decides, and again when it gives its own policy up', async () => {
  const here = world();
  expect(await getPolicy(EXP, here)).toMatchObject({
    inherited: true,
    policy: siteDefault,
    above: siteDefault,
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
  expect(await getPolicy('site', world())).toMatchObject({ inherited: true, above: siteDefault });
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
