import type { Unmet, UnmetOf } from '../../domain/gate/finding';
import type { RuleId } from '../../domain/gate/rules';
import type { Reader } from './names';
import * as authority from './rules/authority';
import * as brief from './rules/brief';
import * as dependencies from './rules/dependencies';
import * as followThrough from './rules/follow-through';
import * as owner from './rules/owner';
import type { Say, ToldOf, Wording } from './rules/say';

export type { Wording } from './rules/say';

/** The whole vocabulary of the gate, by rule. A rule is worded in the file of its group. */
const told: ToldOf<RuleId> = {
  ...owner.told,
  ...dependencies.told,
  ...authority.told,
  ...brief.told,
  ...followThrough.told,
};

/** A rule in words that name nobody, quote nothing and count nothing: for readers who may not see the item it is about. */
const ruleAlone: Readonly<Record<RuleId, string>> = {
  ...owner.alone,
  ...dependencies.alone,
  ...authority.alone,
  ...brief.alone,
  ...followThrough.alone,
};

/** Where the words are read: in the panel itself nobody is sent to the panel. */
export type Place = 'panel' | 'elsewhere';

const word = <R extends RuleId>(rule: R, finding: UnmetOf<R>, say: Say): Wording => told[rule](finding, say);

/** A finding in words, with people by name. */
export function wordFinding(finding: Unmet, reader: Reader, place: Place = 'elsewhere'): Wording {
  const there = place === 'panel' ? '' : ' in the Agreements panel';
  const alsoThere = place === 'panel' ? '' : ', in the Agreements panel';
  return word(finding.rule, finding, { ...reader, there, alsoThere });
}

/** Rules in words that name nobody, such as `its brief is not complete`; each once, in the order they are given. */
export const wordRules = (rules: readonly RuleId[]): readonly string[] =>
  [...new Set(rules)].map((rule) => ruleAlone[rule]);

/** The same as a finding of the item below: what is the case, and who can do something about it. */
export const wordRuleOf = (issueKey: string, { rule }: Unmet): Wording => ({
  what: `${issueKey} above this can’t start: ${ruleAlone[rule]}.`,
  next: `Whoever may see ${issueKey} can settle it in its Agreements panel.`,
});

/** What holds back an item above, by its key and the rules alone; each once, in the order of the findings. */
export const wordRulesOf = (issueKey: string, findings: readonly Unmet[]): readonly string[] =>
  wordRules(findings.map(({ rule }) => rule)).map((words) => `${issueKey}: ${words}.`);
