import * as z from 'zod/mini';
import { CHECKPOINTS, RULES } from '../../../domain/policy/rules';
import { policySchema } from '../../inputs-policy';
import { cursor, once } from '../../input-parts';
import { list, maybe, nextCursor, ok } from '../../shapes/schema-of';
import { brakeOn } from '../../shapes/policy';
import { defineCall } from '../define-call';
import { administrators } from '../roles';

/** How one open item would fare at its next checkpoint. */
const previewItem = () => {
  /** `outside`: its issue type is not under that policy. `not-known`: the app may not see it. */
  const fares = z.enum(['pass', 'warn', 'block', 'outside', 'not-known']);
  return z.strictObject({
    issueKey: z.string(),
    summary: z.string(),
    issueType: z.string(),
    checkpoint: z.enum(CHECKPOINTS),
    before: fares,
    after: fares,
    /** Rules that would newly be found, and those that would no longer be. */
    added: list(z.enum(RULES)),
    removed: list(z.enum(RULES)),
  });
};

export const output = () =>
  z.strictObject({
    ok,
    /** Everything observes for now, whatever the policy says. */
    brake: maybe(brakeOn),
    /** Only items that would fare differently. */
    changed: list(previewItem()),
    /** Items looked at on this page, and how they fare before and after. */
    looked: z.int(),
    blockedBefore: z.int(),
    blockedAfter: z.int(),
    /** Items that the app may not see. */
    notKnown: z.int(),
    nextCursor,
    approximateTotal: maybe(z.int()),
  });

/** How a page of open items would fare under a policy that is not saved yet. */
export const previewPolicy = defineCall<typeof output>()({
  key: 'policy/preview',
  input: once(() => z.strictObject({ policy: policySchema(), cursor: cursor() })),
  access: 'project-admin',
  may: administrators,
  canWait: true,
});
