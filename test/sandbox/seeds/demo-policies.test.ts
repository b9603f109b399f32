import type { CharterAnswer, PolicyAnswer } from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { gateIn } from '../../support/fields';
import { changePolicy } from '../../support/rules';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const policyOf = (projectKey: string) =>
  answerOf<PolicyAnswer>(as('u-admin'), 'project-policy', 'policy/get', {}, projectKey);
const panelOf = async (key: string) =>
  (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;

test.each(['EXP', 'TEAM'])('%s has an enforcing policy of its own', async (projectKey) => {
  const { policy, inherited } = await policyOf(projectKey);
  expect([policy.mode, policy.version, inherited]).toEqual(['enforce', 1, false]);
});

test('HAND and PLAT observe, and nobody decided anything for PLAT', async () => {
  expect((await policyOf('HAND')).policy.mode).toBe('observe');
  const { policy, inherited } = await policyOf('PLAT');
  expect([policy.mode, policy.version, inherited]).toEqual(['observe', 0, true]);
});

test('EXP-1 to EXP-4 stand as promised, and their Gate field says so before any time has passed', async () => {
  const stands = async (key: string) => [(await panelOf(key)).gate?.verdict, await gateIn(site, key)];
  expect(await stands('EXP-1')).toEqual(['block', 'Blocked']);
  expect(await stands('EXP-2')).toEqual(['pass', 'Ready']);
  expect(await stands('EXP-3')).toEqual(['block', 'Blocked']);
  expect(await stands('EXP-4')).toEqual(['warn', 'Warned']);
});

test('every open epic of EXP has the Gate field that its verdict asks for', async () => {
  const words: Readonly<Record<string, string>> = { block: 'Blocked', warn: 'Warned', pass: 'Ready' };
  for (let number = 1; number <= 12; number += 1) {
    const key = `EXP-${number}`;
    const { gate } = await panelOf(key);
    if (gate) expect([key, await gateIn(site, key)]).toEqual([key, words[gate.verdict]]);
  }
});

test('EXP-2 has a brief, and starts under everything that Holdfast ships with once that is enforced', async () => {
  expect((await panelOf('EXP-2')).charter.brief).not.toBeNull();
  const { above } = await policyOf('EXP');
  await changePolicy(site, 'EXP', () => ({
    rules: above.rules,
    minimumDependencies: above.minimumDependencies,
  }));
  expect((await panelOf('EXP-2')).gate).toMatchObject({ verdict: 'pass', findings: [] });
  expect((await as('u-coo').move('EXP-2', 'Start')).status).toBe(204);
});
