import * as z from 'zod/mini';
import { MEASURES } from '../domain/policy/clock-policy';
import { provider } from './outputs-indicators';

/** What a dashboard is told, with the part it shares with other answers. */
export const gadgetAnswerOf = <P extends z.ZodMiniType>(people: P) =>
  z.strictObject({
    ok: z.literal(true),
    summary: z.strictObject({
      items: z.int(),
      passing: z.int(),
      promises: z.int(),
      unanswered: z.int(),
      heldBack: z.int(),
      notKnown: z.int(),
      epics: z.int(),
      handoffs: z.readonly(
        z.array(z.strictObject({ provider, open: z.int(), unacknowledged: z.int(), overdue: z.int() })),
      ),
    }),
    enforced: z.boolean(),
    answerWithin: z.strictObject({ hours: z.number(), measure: z.enum(MEASURES) }),
    people,
    nextCursor: z.exactOptional(z.string()),
    now: z.iso.datetime(),
  });
