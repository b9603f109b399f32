import * as z from 'zod/mini';
import { WEEKS } from './indicators';
import { cursor, once } from './input-parts';

/** Complete weeks, counted back from now. */
export const weeksPage = once(() =>
  z.strictObject({
    weeks: z.optional(z.int().check(z.gte(1), z.lte(WEEKS.most))),
    cursor: cursor(),
  }),
);
