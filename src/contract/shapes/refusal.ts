import * as z from 'zod/mini';
import { instant, maybe } from './schema-of';

/** The shape of a refusal, to stand alone or beside what was refused. */
export const refusal = {
  ok: z.literal(false),
  error: z.strictObject({
    code: z.string().check(z.minLength(1)),
    message: z.string().check(z.minLength(1)),
    field: maybe(z.string()),
    again: maybe(
      z.strictObject({ at: instant, inSeconds: z.int(), why: z.enum(['points', 'read-elsewhere']) }),
    ),
  }),
};

/** Every refusal has this one shape. */
export const refusalSchema = z.strictObject(refusal);
