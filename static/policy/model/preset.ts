import { presetOf, presets, type PresetName } from '../../../src/domain/policy/presets';
import type { Policy } from '../../../src/domain/policy/policy';
import { toPolicy, type Draft } from './draft';

/** The preset whose weights the form holds; null where they are nobody's but its own, or a number cannot be read yet. */
export const draftPreset = (draft: Draft, base: Policy): PresetName | null => {
  const policy = toPolicy(draft, base);
  return String(policy.minimumDependencies) === draft.minimumDependencies.trim() ? presetOf(policy) : null;
};

/** The form with a preset's weights; its mode, its clocks and everything else stay as they were typed. */
export function withPresetDraft(draft: Draft, name: PresetName): Draft {
  const { rules, minimumDependencies } = presets[name];
  return {
    ...draft,
    policy: { ...draft.policy, rules },
    minimumDependencies: String(minimumDependencies),
  };
}
