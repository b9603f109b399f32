import * as z from 'zod/mini';
import { once } from '../../input-parts';
import { ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => z.strictObject({ ok });

/** Somebody took rows of the report out of the site: a line of its audit log. */
export const reportExported = defineCall<typeof output>()({
  key: 'report/exported',
  input: once(() => z.strictObject({ rows: z.int().check(z.gte(0), z.lte(1_000_000)) })),
  access: 'project',
  may: onlookers,
});
