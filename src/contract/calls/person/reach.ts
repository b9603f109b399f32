import * as z from 'zod/mini';
import { accountId, issueKey, once } from '../../input-parts';
import { people } from '../../shapes/people';
import { maybe, ok } from '../../shapes/schema-of';
import { awayAhead, awayNow } from '../../shapes/team';
import { defineCall } from '../define-call';
import { preparers } from '../roles';

/**
 * How somebody would be told of what they are asked. `item`: through the work item. `own`: they are proven not to see it,
 * and get the agreement alone, through their own issue. `none`: nothing can tell them. `unknown`: Jira does not say.
 */
export const output = () =>
  z.strictObject({
    ok,
    reach: z.enum(['item', 'own', 'none', 'unknown']),
    through: maybe(z.string()),
    /** Present while they are away: who answers meanwhile, and the last day for whoever may know it. */
    away: maybe(awayNow),
    /** Present where they are there now and are going to be away: who answers then, and the days for whoever may know them. */
    ahead: maybe(awayAhead),
    people,
  });

/** Whether somebody can be told, before they are asked. */
export const reachPerson = defineCall<typeof output>()({
  key: 'person/reach',
  input: once(() => z.strictObject({ accountId: accountId(), providerIssueKey: z.optional(issueKey()) })),
  access: 'item',
  changes: false,
  may: preparers,
});
