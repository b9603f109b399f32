import { siteDefault } from '../../../../../src/domain/policy/policy';
import {
  draftChanges,
  draftErrors,
  isTouched,
  toDraft,
  toPolicy,
} from '../../../../../static/policy/model/draft';

const draft = toDraft(siteDefault);

test('a draft nobody touched is the policy', () => {
  expect(toPolicy(draft, siteDefault)).toEqual(siteDefault);
  expect(draftErrors(draft)).toEqual([]);
  expect(isTouched(draft, siteDefault)).toBe(false);
});

test.each(['', '  ', 'two', '1.5', '-1', '11', '1e1', '00001'])(
  '“%s” is no number of dependencies',
  (typed) => {
    const given = { ...draft, minimumDependencies: typed };
    expect(draftErrors(given)).toEqual([{ field: 'minimumDependencies', code: 'out-of-range' }]);
    expect(toPolicy(given, siteDefault).minimumDependencies).toBe(siteDefault.minimumDependencies);
  },
);

test.each(['0', '721'])('%s hours are out of range', (typed) => {
  expect(draftErrors({ ...draft, acknowledgementHours: typed })).toEqual([
    { field: 'acknowledgementHours', code: 'out-of-range' },
  ]);
});

test('what cannot be read yet still counts as touched', () => {
  const given = { ...draft, acknowledgementHours: '' };
  expect(draftChanges(given, siteDefault)).toEqual([]);
  expect(isTouched(given, siteDefault)).toBe(true);
});

test('a policy holds some type of work, and a field is picked before it is used', () => {
  const given = {
    ...draft,
    policy: { ...draft.policy, workItemTypes: [], ownerSource: { kind: 'field', fieldId: '' } as const },
  };
  expect(draftErrors(given)).toEqual([
    { field: 'workItemTypes', code: 'required' },
    { field: 'ownerSource', code: 'required' },
  ]);
});

test('the version is the one that was read', () => {
  expect(toPolicy(draft, { ...siteDefault, version: 7 }).version).toBe(7);
});
