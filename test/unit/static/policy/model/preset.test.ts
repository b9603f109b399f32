import { siteDefault, type Policy } from '../../../../../src/domain/policy/policy';
import { PRESETS, presets, withPreset } from '../../../../../src/domain/policy/presets';
import { draftChanges, toDraft, toPolicy } from '../../../../../static/policy/model/draft';
import { draftPreset, withPresetDraft } from '../../../../../static/policy/model/preset';
import { enforcing } from '../../../../support/policies';

const own: Policy = { ...enforcing, minimumDependencies: 1 };

describe.each(PRESETS)('the preset %s', (name) => {
  it('fills the form with its weights alone, and nothing is asked to be saved but them', () => {
    const filled = withPresetDraft(toDraft(own), name);
    expect(toPolicy(filled, own)).toEqual(withPreset(own, name));
    expect(draftChanges(toDraft(withPreset(own, name)), withPreset(own, name))).toEqual([]);
  });

  it('is what the form holds once it is filled in, and not once a weight or the number is another', () => {
    const filled = withPresetDraft(toDraft(own), name);
    expect(draftPreset(filled, own)).toBe(name);
    const { start } = presets[name].rules['owner.missing'];
    const rules = { ...filled.policy.rules, 'owner.missing': { start, finish: 'off' as const } };
    expect(draftPreset({ ...filled, policy: { ...filled.policy, rules } }, own)).toBeNull();
    for (const minimumDependencies of ['7', '', 'two']) {
      expect(draftPreset({ ...filled, minimumDependencies }, withPreset(own, name))).toBeNull();
    }
  });
});

it('is the shipped one where nobody decided, and none where somebody weighed for themselves', () => {
  expect(draftPreset(toDraft(siteDefault), siteDefault)).toBe('shipped');
  expect(draftPreset(toDraft(own), own)).toBeNull();
});
