import { auditSearch } from '../../inputs-audit';
import { auditPage } from '../../shapes/audit-page';
import { defineCall } from '../define-call';

export const output = () => auditPage;

/** The site’s audit log, a page at a time. */
export const pageAuditLog = defineCall<typeof output>()({
  key: 'audit/page',
  input: auditSearch,
  access: 'site-admin',
  may: ['admin'],
});
