import * as z from 'zod/mini';
import { MODES } from '../../../domain/policy/rules';
import { once } from '../../input-parts';
import { brakeOn } from '../../shapes/policy';
import { maybe, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** Of the project named; where none was, the strictest of any project. */
    mode: z.enum(MODES),
    /** Everything observes for now all the same. */
    brake: maybe(brakeOn),
  });

/** The mode that is in force where a workflow is used, for a rule to be saved with. */
export const readRuleMode = defineCall<typeof output>()({
  key: 'rule/mode',
  input: once(() =>
    z.strictObject({
      /** The project a workflow belongs to, where it belongs to one: its editor names no key. */
      projectId: z.optional(z.string().check(z.regex(/^[0-9]{1,20}$/, 'not-an-id'))),
    }),
  ),
  access: 'workflow-admin',
  about: 'projectId',
  // Of a team-managed project’s workflow; one that projects share is edited by Jira’s administrators alone.
  may: administrators,
});
