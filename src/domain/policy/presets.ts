import { siteDefault, weighedBy, type Policy } from './policy';
import { RULES, type Severity } from './rules';

/** What a preset decides: which rules weigh how much. When to enforce them stays a decision of its own. */
export type Preset = Pick<Policy, 'rules' | 'minimumDependencies'>;

export const PRESETS = ['gentle', 'shipped', 'strict'] as const;
export type PresetName = (typeof PRESETS)[number];

const mildly = (severity: Severity): Severity => (severity === 'block' ? 'warn' : severity);

/**
 * Ready-made weights, derived from the shipped ones so that a new rule is in each of them.
 * - `gentle`: one person who said yes is all that is in the way; everything else is told.
 * - `shipped`: what holds where nobody decided.
 * - `strict`: nothing starts without authority, a brief and enough dependencies, nor beside a broken promise. Authority and
 *   brief are not asked again at Finish: whoever started has them.
 */
export const presets: Readonly<Record<PresetName, Preset>> = {
  gentle: {
    minimumDependencies: siteDefault.minimumDependencies,
    rules: weighedBy(({ group, defaults: { start, finish } }) =>
      group === 'owner' ? { start, finish } : { start: mildly(start), finish: mildly(finish) },
    ),
  },
  shipped: { minimumDependencies: siteDefault.minimumDependencies, rules: siteDefault.rules },
  strict: {
    minimumDependencies: siteDefault.minimumDependencies,
    rules: weighedBy(({ defaults, strict = defaults }) => strict),
  },
};

/** A policy with the weights of a preset; its mode, its clocks and everything else stay as they are. */
export const withPreset = (policy: Policy, name: PresetName): Policy => ({ ...policy, ...presets[name] });

/** The preset whose weights a policy has, where it has those of one. */
export const presetOf = ({ rules, minimumDependencies }: Preset): PresetName | null =>
  PRESETS.find((name) => {
    const preset = presets[name];
    return (
      preset.minimumDependencies === minimumDependencies &&
      RULES.every(
        (rule) =>
          preset.rules[rule].start === rules[rule].start && preset.rules[rule].finish === rules[rule].finish,
      )
    );
  }) ?? null;
