import * as z from 'zod/mini';
import { LINE_STATES, type Handoffs } from '../../../domain/report/handoffs/handoffs';
import { cursor, once, reportScope } from '../../input-parts';
import { people } from '../../shapes/people';
import { account, date, instant, list, maybe, nextCursor, ok, schemaOf } from '../../shapes/schema-of';
import { side } from '../../shapes/side';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

const pair = { requester: side, provider: side };

const handoffs = () =>
  schemaOf<Handoffs>()(
    z.strictObject({
      lines: list(
        z.strictObject({
          ...pair,
          issueKey: z.string(),
          summary: z.string(),
          what: z.string(),
          state: z.enum(LINE_STATES),
          providerIssueKey: maybe(z.string()),
          /** Told to these two sides alone. */
          providerAccountId: maybe(account),
          dueOn: maybe(date),
          overdue: z.boolean(),
          answerOverdue: z.boolean(),
        }),
      ),
      answers: list(z.strictObject({ ...pair, hours: z.number() })),
      items: z.int(),
      notKnown: z.int(),
    }),
  );

/**
 * What one page of the open items the viewer may see says of their handoffs. All pages put together (`allHandoffs` in
 * the domain) give the matrix, with its medians.
 */
export const output = () =>
  z.strictObject({
    ok,
    handoffs: handoffs(),
    /** Elapsed hours in which the policy expects an answer; null where it counts hours of work. */
    expectedHours: z.nullable(z.number()),
    /** Those whom the lines name. */
    people,
    nextCursor,
    now: instant,
  });

/** Who needs what from whom. */
export const reportHandoffs = defineCall<typeof output>()({
  key: 'report/handoffs',
  input: once(() => z.strictObject({ scope: reportScope(), cursor: cursor() })),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
