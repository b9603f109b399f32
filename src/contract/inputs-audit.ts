import * as z from 'zod/mini';
import { AUDIT_KINDS } from '../domain/audit/entry';
import { cursor, isoDate, once } from './input-parts';

/** Which lines of the audit log; days in UTC, both included. */
export const auditSearch = once(() =>
  z.strictObject({
    kind: z.optional(z.enum(AUDIT_KINDS)),
    projectKey: z.optional(z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,99}$/, 'not-a-project-key'))),
    from: z.optional(isoDate()),
    to: z.optional(isoDate()),
    cursor: cursor(),
  }),
);
