import { auditSearch } from '../../inputs-audit';
import { auditPage } from '../../shapes/audit-page';
import { defineCall } from '../define-call';

export const output = () => auditPage;

/** The same, to be taken out of the site: the first page of it is itself a line of the log. */
export const exportAuditLog = defineCall<typeof output>()({
  key: 'audit/export',
  input: auditSearch,
  access: 'site-admin',
  may: ['admin'],
});
