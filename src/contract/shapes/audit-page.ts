import * as z from 'zod/mini';
import { AUDIT_ACTS, type AuditEntry } from '../../domain/audit/entry';
import { RULES } from '../../domain/policy/rules';
import { people } from './people';
import { instant, list, maybe, nextCursor, ok, schemaOf } from './schema-of';

const entry = schemaOf<AuditEntry>()(
  z.strictObject({
    id: z.string(),
    at: instant,
    act: z.enum(AUDIT_ACTS),
    /** Null where no person did it. */
    by: z.nullable(z.string()),
    /** Absent for what concerns the site. */
    projectKey: maybe(z.string()),
    issueKey: maybe(z.string()),
    reason: maybe(z.string()),
    until: maybe(instant),
    rules: maybe(list(z.enum(RULES))),
    version: maybe(z.int()),
    count: maybe(z.int()),
  }),
);

/** Lines of the site's audit log, newest first. A page may hold few, or none, and have a successor. */
export const auditPage = z.strictObject({ ok, entries: list(entry), people, nextCursor, now: instant });
