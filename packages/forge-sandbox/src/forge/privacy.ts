import { z } from 'zod';
import type { JiraDouble } from '../kernel';

/** Where `privacy.reportPersonalData` of @forge/api sends its reports. */
const PATH = '/app/report-accounts';
const MAX_ACCOUNTS = 90;
/** Days between two reports of one account. */
const CYCLE_DAYS = '7';

const report = z.object({
  accounts: z
    .array(z.object({ accountId: z.string().min(1).max(128), updatedAt: z.iso.datetime({ offset: true }) }))
    .min(1)
    .max(MAX_ACCOUNTS),
});

export const isPrivacyPath = (path: string): boolean => path === PATH || path === `${PATH}/`;

/**
 * Atlassian's personal data reporting API: which of the reported accounts were closed or changed since.
 * https://developer.atlassian.com/platform/forge/user-privacy-guidelines/
 */
export function answerPrivacy(
  jira: Pick<JiraDouble, 'personalDataStatus'>,
  body: string,
): { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    read = undefined;
  }
  const parsed = report.safeParse(read);
  if (!parsed.success)
    return {
      status: 400,
      body: { errorType: 'INVALID_REQUEST', errorMessage: z.prettifyError(parsed.error) },
    };
  const accounts = parsed.data.accounts.flatMap(({ accountId, updatedAt }) => {
    const status = jira.personalDataStatus({ accountId, updatedAt: Date.parse(updatedAt) });
    return status === undefined ? [] : [{ accountId, status }];
  });
  const headers = { 'cycle-period': CYCLE_DAYS };
  return accounts.length === 0 ? { status: 204, headers } : { status: 200, headers, body: { accounts } };
}
