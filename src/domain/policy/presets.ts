import { RULES, type RuleId } from './rules';
import { siteDefault, type Policy, type RuleSeverities } from './policy';

/** What a preset decides: which rules weigh how much. When to enforce them stays a decision of its own. */
export type Preset = Pick<Policy, 'rules' | 'minimumDependencies'>;

export const PRESETS = ['gentle', 'shipped', 'strict'] as const;
export type PresetName = (typeof PRESETS)[number];

type Severities = RuleSeverities[RuleId];

const weighing = (weigh: (rule: RuleId, shipped: Severities) => Severities): RuleSeverities =>
  Object.fromEntries(
    RULES.map((rule): [RuleId, Severities] => [rule, weigh(rule, siteDefault.rules[rule])]),
  ) as RuleSeverities;

const mildly = (severity: Severities['start']): Severities['start'] =>
  severity === 'block' ? 'warn' : severity;

/** Answered once, where the work begins: whoever holds them there need not ask for them again. */
const BASICS: readonly RuleId[] = ['authority.missing', 'authority.expired', 'brief.incomplete'];

/** Told as early as it is known, and then in the way. */
const FIRM_AT_START: readonly RuleId[] = [
  'agreement.overdue',
  'dependencies.too-few',
  'checkin.contradicted',
];

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
    rules: weighing((rule, shipped) =>
      rule.startsWith('owner.') ? shipped : { start: mildly(shipped.start), finish: mildly(shipped.finish) },
    ),
  },
  shipped: { minimumDependencies: siteDefault.minimumDependencies, rules: siteDefault.rules },
  strict: {
    minimumDependencies: siteDefault.minimumDependencies,
    rules: weighing((rule, shipped) => {
      if (BASICS.includes(rule)) return { start: 'block', finish: 'off' };
      return FIRM_AT_START.includes(rule) ? { ...shipped, start: 'block' } : shipped;
    }),
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
