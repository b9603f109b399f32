import * as z from 'zod/mini';

/** The shape of a refusal, to stand alone or beside what was refused. */
export const refusal = {
  ok: z.literal(false),
  error: z.strictObject({
    code: z.string().check(z.minLength(1)),
    message: z.string().check(z.minLength(1)),
    field: z.exactOptional(z.string()),
  }),
};
