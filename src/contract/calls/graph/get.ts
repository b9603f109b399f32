import * as z from 'zod/mini';
import type { GraphLine } from '../../../domain/report/graph/graph';
import { LINE_STATES } from '../../../domain/report/handoffs/handoffs';
import { cursor, issueKey, once, projectKey } from '../../input-parts';
import { date, instant, list, maybe, nextCursor, ok, schemaOf } from '../../shapes/schema-of';
import { side } from '../../shapes/side';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

const line = () =>
  schemaOf<GraphLine>()(
    z.strictObject({
      requester: side,
      provider: side,
      issueKey: z.string(),
      summary: z.string(),
      what: z.string(),
      state: z.enum(LINE_STATES),
      providerIssueKey: maybe(z.string()),
      dueOn: maybe(date),
      overdue: z.boolean(),
      answerOverdue: z.boolean(),
    }),
  );

/** One page of what items wait for. All pages put together (`joinedLines` in the domain) are what `graphOf` reckons with. */
export const output = () =>
  z.strictObject({
    ok,
    lines: list(line()),
    /** Items looked at that the app may not see: nothing is said of what they wait for. */
    notKnown: z.int(),
    /** Some of these lines lead on to items of which this page did not read what they wait for. */
    goesOn: z.boolean(),
    nextCursor,
    now: instant,
  });

/** What waits for what: of a project's open items or, with `issueKey`, from that item on; across projects, as far as the reader may see. */
export const getGraph = defineCall<typeof output>()({
  key: 'graph/get',
  input: once(() =>
    z.strictObject({
      /** Begins at this item instead of with a project's. */
      issueKey: z.optional(issueKey()),
      /** Another project than the page's. */
      projectKey: z.optional(projectKey()),
      cursor: cursor(),
    }),
  ),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
