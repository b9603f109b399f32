import { pathOfProposal, proposalAt, type ProposedChange } from '../../src/contract/proposal-path';
import { siteDefault } from '../../src/domain/policy/policy';

const charter = { kind: 'charter' } as const;

it.each<readonly ProposedChange[]>([
  [{ kind: 'mode', from: 'observe', to: 'coach' }],
  [
    { kind: 'type-added', name: 'Story & more/less' },
    { kind: 'type-added', name: 'and' },
    { kind: 'type-removed', name: 'Epic' },
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
  '/try/type/Epic',
  '/try/no-type/Story',
  '/try/type/%E0%A4%A',
  '/try/owner/charter',
  '/try/owner/field/..%2Fuser',
  '/try/owner/horoscope',
  '/other/type/Story',
])('proposes nothing with %s', (path) => {
  expect(proposalAt(path, siteDefault)).toEqual([]);
});

it('takes what it understands and leaves the rest', () => {
  expect(proposalAt('/try/nonsense/and/type/Story', siteDefault)).toEqual([
    { kind: 'type-added', name: 'Story' },
  ]);
});
