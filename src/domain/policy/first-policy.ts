import { FIRST_QUESTIONS, type FirstQuestion } from '../gate/rules/rule';
import type { Policy, RuleSeverities } from './policy';
import { weighedBy } from './policy';
import { presets } from './presets';
import { LISTED } from './rules';

const HELD = { start: 'block', finish: 'block' } as const;
const TOLD = { start: 'warn', finish: 'warn' } as const;

/** Whether weights hold all that a question is about. */
export const isAsked = (rules: RuleSeverities, question: FirstQuestion): boolean =>
  LISTED.every(({ id, asks }) => asks !== question || rules[id].start === 'block');

/** Weights in which a question is held, or only told; what is not a part of it stays. */
export const withAsked = (rules: RuleSeverities, question: FirstQuestion, held: boolean): RuleSeverities =>
  weighedBy(({ id, asks }) => (asks === question ? (held ? HELD : TOLD) : rules[id]));

/** What somebody who decided nothing yet is offered first: the four questions held, the rest told, and nothing refused. */
export const firstPolicy = (policy: Policy): Policy => ({
  ...policy,
  mode: 'observe',
  rules: FIRST_QUESTIONS.reduce((rules, question) => withAsked(rules, question, true), presets.gentle.rules),
});
