import { siteDefault } from '../../../../src/domain/policy/policy';
import { toDraft } from '../../../../static/policy/model/draft';
import { parseKept } from '../../../../static/policy/model/kept';

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
  expect(parseKept(throughStorage(unfinished))).toEqual(unfinished);
});

test.each([
  ['nothing', { base: null, draft: null }],
  ['an unknown rule', { ...kept, base: { ...siteDefault, rules: { 'no.such': 1 } } }],
  ['a number where a text was typed', { ...kept, draft: { ...kept.draft, acknowledgementHours: 24 } }],
])('%s is not taken for a draft', (_what, given) => {
  expect(parseKept(throughStorage(given))).toBeNull();
});
