import { texts as parts } from '../../../texts/compiled/en/finding-parts';
import { texts } from '../../../texts/compiled/en/findings';
import type { Unmet, UnmetOf } from '../../domain/gate/finding';
import type { RuleId } from '../../domain/gate/rules';
import { languageOf, partsOf, speak, wordsOf } from '../texts/message';
import type { Reader } from './names';
import * as authority from './rules/authority';
import * as brief from './rules/brief';
import * as dependencies from './rules/dependencies';
import * as followThrough from './rules/follow-through';
import * as owner from './rules/owner';
import type { ToldOf } from './rules/say';

const say = speak(texts);
const sayPart = speak(parts);
const english = languageOf('en', 'en');

/** A finding in words: what is the case, and the next step. */
export interface Wording {
  readonly what: string;
  readonly next: string;
}

/** What the findings of every rule put into their sentences, each in the file of its group. */
const told: ToldOf<RuleId> = {
  ...owner.told,
  ...dependencies.told,
  ...authority.told,
  ...brief.told,
  ...followThrough.told,
};

/** Where the words are read: in the panel itself nobody is sent to the panel. */
export type Place = 'panel' | 'elsewhere';

const valuesOf = <R extends RuleId>(rule: R, finding: UnmetOf<R>, reader: Reader): object =>
  told[rule](finding, reader);

/** A finding in words, with people by name. */
export function wordFinding(finding: Unmet, reader: Reader, place: Place = 'elsewhere'): Wording {
  const { rule } = finding;
  const values = {
    ...valuesOf(rule, finding, reader),
    there: place === 'panel' ? '' : parts['panel.there'],
    alsoThere: place === 'panel' ? '' : parts['panel.alsoThere'],
  };
  // `ToldOf` holds each rule to the values of its own two sentences.
  const sentence = (id: `found.${RuleId}` | `next.${RuleId}`): string =>
    wordsOf(partsOf(texts[id], values, english));
  return { what: sentence(`found.${rule}`), next: sentence(`next.${rule}`) };
}

/** A rule in words that name nobody, quote nothing and count nothing: for readers who may not see the item it is about. */
const alone = (rule: RuleId): string => say(`alone.${rule}`);

/** Rules in such words, as `its brief is not complete`; each once, in the order they are given. */
export const wordRules = (rules: readonly RuleId[]): readonly string[] => [...new Set(rules)].map(alone);

/** The same as a finding of the item below: what is the case, and who can do something about it. */
export const wordRuleOf = (issueKey: string, { rule }: Unmet): Wording => ({
  what: sayPart('above.found', { issueKey, rule: alone(rule) }),
  next: sayPart('above.next', { issueKey }),
});

/** What holds back an item above, by its key and the rules alone; each once, in the order of the findings. */
export const wordRulesOf = (issueKey: string, findings: readonly Unmet[]): readonly string[] =>
  wordRules(findings.map(({ rule }) => rule)).map((rule) => sayPart('above.line', { issueKey, rule }));
