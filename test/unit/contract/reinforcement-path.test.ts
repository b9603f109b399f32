import { pathOfReinforcement, reinforcementAt } from '../../../src/contract/reinforcement-path';
import type { Reinforcement } from '../../../src/domain/report/drift/reinforcements';
import { siteDefault } from '../../../src/domain/policy/policy';

it.each<Reinforcement>([
  { kind: 'intake-added', field: 'providerIssueKey' },
  { kind: 'acknowledgement-hours', from: 24, to: 72 },
  { kind: 'rule', rule: 'authority.missing', checkpoint: 'start', from: 'warn', to: 'block' },
  { kind: 'mode', from: 'observe', to: 'coach' },
])('comes back from the address as it went: %j', (change) => {
  expect(reinforcementAt(`/${pathOfReinforcement(change)}`, siteDefault)).toEqual(change);
});

it.each([
  '/',
  '/try',
  '/try/intake/constructor',
  '/try/hours/0',
  '/try/hours/999',
  '/try/hours/24',
  '/try/hours/1e3',
  '/try/mode/observe',
  '/try/rule/owner.missing/start/block',
  '/try/rule/owner.missing/start/explode',
  '/try/rule/__proto__/start/block',
  '/other/hours/72',
])('proposes nothing with %s', (path) => {
  expect(reinforcementAt(path, siteDefault)).toBeNull();
});
