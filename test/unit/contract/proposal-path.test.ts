import { pathOfProposal, proposalAt, type ProposedChange } from '../../../src/contract/proposal-path';
import { siteDefault } from '../../../src/domain/policy/policy';

const charter = { kind: 'charter' } as const;

it.each<readonly ProposedChange[]>([
  [{ kind: 'mode', from: 'observe', to: 'coach' }],
  [
    { kind: 'type-added', type: { id: '10001', name: 'Story & more/less' } },
    { kind: 'type-added', type: { id: '10002', name: 'and' } },
    { kind: 'type-added', type: { named: 'level' } },
    { kind: 'type-added', type: { level: -1 } },
    { kind: 'type-removed', type: { level: 1 } },
    { kind: 'owner-source', from: charter, to: { kind: 'assignee' } },
    { kind: 'rule', rule: 'authority.missing', checkpoint: 'start', from: 'warn', to: 'block' },
  ],
  [{ kind: 'owner-source', from: charter, to: { kind: 'field', fieldId: 'customfield_10050' } }],
])('come back from the address as they went: %j', (...changes) => {
  expect(proposalAt(`/${pathOfProposal(changes)}`, siteDefault)).toEqual(changes);
});

it.each([
  '/',
  '/try',
  '/try/type/level/1',
  '/try/type/level/one',
  '/try/type/Story',
  '/try/type/1%2F2/Story',
  '/try/no-type/10001/Story',
  '/try/type/10001/%E0%A4%A',
  '/try/owner/charter',
  '/try/owner/field/..%2Fuser',
  '/try/owner/horoscope',
  '/other/type/10001/Story',
])('proposes nothing with %s', (path) => {
  expect(proposalAt(path, siteDefault)).toEqual([]);
});

it('takes what it understands and leaves the rest', () => {
  expect(proposalAt('/try/nonsense/and/type/10001/Story', siteDefault)).toEqual([
    { kind: 'type-added', type: { id: '10001', name: 'Story' } },
  ]);
});
