import { callByKey, type CallKey } from './calls';
import type { Access } from './calls/access';
import type { Permission, Role } from './calls/roles';
import type { RefusalCode } from './refusal';

export { ROLES, type Role } from './calls/roles';

/** One row per call. The table in docs/security.md is made from it, and a test tries every cell. */
export const permissions: Readonly<Record<CallKey, Permission>> = callByKey;

/** Jira hides the item and its project from these. */
const BLIND: readonly Role[] = ['hidden-provider', 'outsider', 'app'];

/** Whose refusal is Jira's to explain: they lack a right there, not a part in the charter. */
const BY_JIRA: readonly Access[] = ['project-admin', 'named-item-admin', 'workflow-admin'];

/** What becomes of a call: it succeeds, or is refused with this code. */
export function outcome(call: CallKey, role: Role): 'ok' | RefusalCode {
  const { may, otherwise } = permissions[call];
  if (role === 'anonymous') return 'anonymous';
  if (may.includes(role)) return 'ok';
  const needs: Access = callByKey[call].access;
  if (needs === 'site-admin') return 'not-allowed';
  const better = otherwise?.[role];
  if (better !== undefined) return better;
  if (BLIND.includes(role)) return 'not-found';
  return BY_JIRA.includes(needs) ? 'not-allowed' : 'forbidden';
}
