import { demanded, wordPolicyChange } from '../../../src/contract/wording/policy-changes';
import { RULES } from '../../../src/domain/policy/rules';
import { siteDefault } from '../../../src/domain/policy/policy';
import { changesBetween } from '../../../src/domain/policy/changes';

const words = (after: Partial<typeof siteDefault>) =>
  changesBetween(siteDefault, { ...siteDefault, ...after }).map(wordPolicyChange);

it('says what holds since', () => {
  expect(words({ intake: ['inputs'], acknowledgementHours: 48, mode: 'coach' })).toEqual([
    'Moves with unmet rules are commented on',
    'An answer is expected within 48 hours instead of 24',
    'Every request says what the provider gets to start with',
  ]);
});

it('says of every rule what work waits for', () => {
  for (const rule of RULES) {
    const change = { kind: 'rule', rule, checkpoint: 'start', from: 'off', to: 'block' } as const;
    expect(wordPolicyChange(change)).toBe(`Work starts only once ${demanded(rule)}`);
  }
});

it('leaves out who may waive, which changes nobody’s work', () => {
  expect(
    words({ waivers: { ...siteDefault.waivers, projectAdmins: false, people: ['u-coo'], longestDays: 7 } }),
  ).toEqual([null, null, null]);
});
