import * as z from 'zod/mini';
import { maybe } from './schema-of';

/** The shape of a refusal, to stand alone or beside what was refused. */
export const refusal = {
  ok: z.literal(false),
  error: z.strictObject({
    code: z.string().check(z.minLength(1)),
    message: z.string().check(z.minLength(1)),
    field: maybe(z.string()),
  }),
};

/** Every refusal has this one shape. */
export const refusalSchema = z.strictObject(refusal);
