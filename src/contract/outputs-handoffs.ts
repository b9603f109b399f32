import * as z from 'zod/mini';
import { LINE_STATES } from '../domain/report/handoffs/handoffs';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const side = z.union([z.strictObject({ projectKey: z.string() }), z.strictObject({ accountId: z.string() })]);
const pair = { requester: side, provider: side };

const handoffs = z.strictObject({
  lines: list(
    z.strictObject({
      ...pair,
      issueKey: z.string(),
      summary: z.string(),
      what: z.string(),
      state: z.enum(LINE_STATES),
      providerIssueKey: z.exactOptional(z.string()),
      providerAccountId: z.exactOptional(z.string()),
      dueOn: z.exactOptional(z.iso.date()),
      overdue: z.boolean(),
      answerOverdue: z.boolean(),
    }),
  ),
  answers: list(z.strictObject({ ...pair, hours: z.number() })),
  items: z.int(),
});

/** What the calls about handoffs answer, with the part they share with other answers. */
export const handoffAnswersOf = <P extends z.ZodMiniType>(people: P) => ({
  'report/handoffs': z.strictObject({
    ok: z.literal(true),
    handoffs,
    expectedHours: z.nullable(z.number()),
    people,
    nextCursor: z.exactOptional(z.string()),
    now: z.iso.datetime(),
  }),
});
