import * as z from 'zod/mini';
import { URGENCIES } from '../domain/commitments/commitments';
import { DUTIES } from '../domain/commitments/duties';
import { agreementView } from './outputs-charter';
import { refusal } from './outputs-refusal';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

/** A page of commitments, with the parts it shares with other answers. */
export const commitmentsAnswerOf = <P extends z.ZodMiniType, S extends z.ZodMiniType>({
  people,
  status,
}: {
  readonly people: P;
  readonly status: S;
}) => {
  const entry = z.strictObject({
    ref: z.string(),
    seen: z.int(),
    duty: z.enum(DUTIES),
    urgency: z.enum(URGENCIES),
    since: z.iso.datetime(),
    dueOn: z.exactOptional(z.iso.date()),
    who: z.nullable(z.string()),
    awaitedBy: z.nullable(z.string()),
    agreement: z.exactOptional(agreementView),
    dri: z.exactOptional(
      z.strictObject({ accountId: z.string(), status: z.enum(['nominated', 'accepted']) }),
    ),
    question: z.exactOptional(z.strictObject({ escalationId: z.string(), text: z.string() })),
    gap: z.exactOptional(z.strictObject({ gapId: z.string(), text: z.string() })),
    checkIn: z.exactOptional(z.strictObject({ count: z.int(), agreements: list(agreementView) })),
    itemDeletedAt: z.exactOptional(z.iso.datetime()),
    item: z.exactOptional(z.strictObject({ issueKey: z.string(), summary: z.string(), status })),
  });
  return z.strictObject({
    ok: z.literal(true),
    yours: list(entry),
    awaited: list(entry),
    people,
    me: z.strictObject({ accountId: z.string() }),
    nextCursor: z.exactOptional(z.string()),
    now: z.iso.datetime(),
  });
};

export const answersAnswer = z.strictObject({
  ok: z.literal(true),
  results: list(
    z.union([
      z.strictObject({ ref: z.string(), ok: z.literal(true) }),
      z.strictObject({ ref: z.string(), ...refusal }),
    ]),
  ),
});
