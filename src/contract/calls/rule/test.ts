import * as z from 'zod/mini';
import { MODES } from '../../../domain/policy/rules';
import { transitionRuleSchema } from '../../inputs-policy';
import { issueKey, once } from '../../input-parts';
import { brakeOn } from '../../shapes/policy';
import { list, maybe, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

/** What a transition with a rule would answer for one work item. */
export const output = () =>
  z.strictObject({
    ok,
    issueKey: z.string(),
    summary: z.string(),
    /** The mode the rule leaves the policy in. */
    mode: z.enum(MODES),
    /** Why it observes for now, whatever rule and policy say. */
    brake: maybe(brakeOn),
    /**
     * `refused`: Jira shows `lines`. `told`: it moves, and the mover gets a comment. `recorded`: it moves, and is recorded.
     * `waived`: it moves on a waiver. `untouched`: its type is not under the policy. `not-known`: the app may not see it.
     */
    outcome: z.enum(['refused', 'told', 'recorded', 'waived', 'passes', 'untouched', 'not-known']),
    lines: list(z.string()),
    /** Present where this reader sees something in the way that Holdfast may not see: no verdict weighs it. */
    waitsUnseen: maybe(z.literal(true)),
    /** Present where a promise rests on an issue that Jira does not show Holdfast: no verdict weighs it. */
    restsUnseen: maybe(z.literal(true)),
  });

/** Tries a transition with a rule on one work item. */
export const testRule = defineCall<typeof output>()({
  key: 'rule/test',
  input: once(() => z.strictObject({ issueKey: issueKey(), rule: transitionRuleSchema() })),
  access: 'named-item-admin',
  about: 'issueKey',
  may: administrators,
});
