import * as z from 'zod/mini';

const question = z.strictObject({
  issueKey: z.string(),
  summary: z.string(),
  ownerAccountId: z.string(),
  otherAccountId: z.string(),
  ownersDays: z.int(),
  othersDays: z.int(),
  allDays: z.int(),
  asks: z.enum(['owner', 'sponsor']),
});

/** What the calls about whose hands items are in answer, with the part they share with other answers. */
export const handsAnswersOf = <P extends z.ZodMiniType>(people: P) => ({
  'owner/hands': z.strictObject({
    ok: z.literal(true),
    question: z.nullable(question),
    windowDays: z.int(),
    people,
    now: z.iso.datetime(),
  }),
  'report/hands': z.strictObject({
    ok: z.literal(true),
    items: z.readonly(z.array(question)),
    counts: z.strictObject({ items: z.int(), owned: z.int(), judged: z.int(), elsewhere: z.int() }),
    windowDays: z.int(),
    people,
    nextCursor: z.exactOptional(z.string()),
    now: z.iso.datetime(),
  }),
});
