import { siteDefault } from '../../../../../src/domain/policy/policy';
import { toDraft } from '../../../../../static/policy/model/draft';
import { parseStoredDraft } from '../../../../../static/policy/model/draft-storage';

const kept = { base: siteDefault, draft: toDraft(siteDefault) };
const throughStorage = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('what was typed comes back as it was, however unfinished', () => {
  const unfinished = {
    ...kept,
    draft: {
      ...kept.draft,
      policy: { ...kept.draft.policy, workItemTypes: [], ownerSource: { kind: 'field', fieldId: '' } },
      acknowledgementHours: '',
    },
  };
  expect(parseStoredDraft(throughStorage(unfinished))).toEqual(unfinished);
});

test.each([
  ['nothing', { base: null, draft: null }],
  ['an unknown rule', { ...kept, base: { ...siteDefault, rules: { 'no.such': 1 } } }],
  ['a number where a text was typed', { ...kept, draft: { ...kept.draft, acknowledgementHours: 24 } }],
])('%s is not taken for a draft', (_what, given) => {
  expect(parseStoredDraft(throughStorage(given))).toBeNull();
});

test('a draft of a version that kept types by name, and knew of no links, is read', () => {
  const former = <P extends object>({ waitsFor: _later, ...policy }: P & { waitsFor?: unknown }) => ({
    ...policy,
    workItemTypes: ['Epic', 'Story'],
  });
  const read = parseStoredDraft(
    throughStorage({
      base: former(siteDefault),
      draft: { ...kept.draft, policy: former(kept.draft.policy) },
    }),
  );
  const now = { workItemTypes: [{ named: 'Epic' }, { named: 'Story' }], waitsFor: 'by-words' };
  expect(read?.base).toMatchObject(now);
  expect(read?.draft.policy).toMatchObject(now);
});

test('types and links by id come back as they were', () => {
  const policy = {
    ...siteDefault,
    workItemTypes: [{ level: 1 }, { id: '10001', name: 'Story' }],
    waitsFor: [{ linkTypeId: '1', direction: 'inward', words: 'is blocked by' } as const],
  };
  expect(parseStoredDraft(throughStorage({ base: policy, draft: toDraft(policy) }))).toEqual({
    base: policy,
    draft: toDraft(policy),
  });
});
