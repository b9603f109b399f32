import fc from 'fast-check';
import { CHECKPOINTS, MODES, RULES, SEVERITIES } from '../../../../../src/domain/policy/rules';
import { siteDefault, type OwnerSource, type Policy } from '../../../../../src/domain/policy/policy';
import type { WaitingLink, WorkItemType } from '../../../../../src/domain/policy/scope';
import { changesBetween } from '../../../../../src/domain/policy/changes';
import { sameSubject, withChanges, withSeverity } from '../../../../../static/policy/model/changes';

const ownerSource = fc.oneof(
  fc.constantFrom<OwnerSource>({ kind: 'charter' }, { kind: 'assignee' }),
  fc.constantFrom('customfield_1', 'customfield_2').map((fieldId) => ({ kind: 'field', fieldId }) as const),
);

const types: WorkItemType[] = [
  { level: 1 },
  { id: '10001', name: 'Story' },
  { id: '10002', name: 'Task' },
  { named: 'Initiative' },
];
const links: WaitingLink[] = [
  { linkTypeId: '1', direction: 'inward', words: 'is blocked by' },
  { linkTypeId: '1', direction: 'outward', words: 'blocks' },
  { linkTypeId: '2', direction: 'outward', words: 'depends on' },
];

const policy: fc.Arbitrary<Policy> = fc
  .record({
    version: fc.nat(9),
    mode: fc.constantFrom(...MODES),
    workItemTypes: fc.subarray(types, { minLength: 1 }),
    waitsFor: fc.oneof(fc.constant('by-words' as const), fc.subarray(links)),
    ownerSource,
    minimumDependencies: fc.nat(10),
    acknowledgementHours: fc.integer({ min: 1, max: 720 }),
    rules: fc.array(
      fc.tuple(fc.constantFrom(...RULES), fc.constantFrom(...CHECKPOINTS), fc.constantFrom(...SEVERITIES)),
    ),
  })
  .map(({ rules, ...rest }) =>
    rules.reduce((made: Policy, [rule, at, to]) => withSeverity(made, rule, at, to), {
      ...siteDefault,
      ...rest,
    }),
  );

test('the changes between two policies lead from the one to the other', () => {
  fc.assert(
    fc.property(policy, policy, (from, to) => {
      expect(changesBetween(withChanges(from, changesBetween(from, to)), to)).toEqual([]);
    }),
  );
});

test('a policy does not differ from itself, whatever its version', () => {
  fc.assert(fc.property(policy, (one) => expect(changesBetween(one, { ...one, version: 99 })).toEqual([])));
});

test('put on top of what someone else saved, ours holds and theirs stays where we did not touch it', () => {
  fc.assert(
    fc.property(policy, policy, policy, (base, theirs, mine) => {
      const ours = changesBetween(base, mine);
      const merged = withChanges(theirs, ours);
      const kept = changesBetween(base, theirs).filter((one) => !ours.some((own) => sameSubject(one, own)));
      const made = changesBetween(base, merged);
      expect(made).toEqual(expect.arrayContaining([...ours, ...kept]));
      expect(merged.version).toBe(theirs.version);
    }),
  );
});

test('names a rule, its checkpoint and both severities', () => {
  const stricter = withSeverity(siteDefault, 'agreement.overdue', 'start', 'block');
  expect(changesBetween(siteDefault, stricter)).toEqual([
    { kind: 'rule', rule: 'agreement.overdue', checkpoint: 'start', from: 'warn', to: 'block' },
  ]);
});

test('work item types come and go by their ids, whatever they are called meanwhile', () => {
  const story = { id: '10001', name: 'Story' };
  const to = { ...siteDefault, workItemTypes: [...siteDefault.workItemTypes, story] };
  expect(changesBetween(siteDefault, to)).toEqual([{ kind: 'type-added', type: story }]);
  expect(changesBetween(to, siteDefault)).toEqual([{ kind: 'type-removed', type: story }]);
  expect(withChanges(to, [{ kind: 'type-removed', type: { id: '10001', name: 'User story' } }])).toEqual(
    siteDefault,
  );
});
