import { privacy } from '@forge/api';
import { Unavailable } from '../unavailable';
import type { AccountReports } from '../../app/privacy/ports';

/** Atlassian's personal data reporting API. */
export const accountReports: AccountReports = {
  async closed(accounts) {
    try {
      const answers = await privacy.reportPersonalData(
        Object.entries(accounts).map(([accountId, updatedAt]) => ({ accountId, updatedAt })),
      );
      // `updated` asks for fresh data of a person: we store none, only the id, which never changes.
      return answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
    } catch (error) {
      const status =
        typeof error === 'object' && error !== null && 'status' in error
          ? `status ${String(error.status)}`
          : 'failed';
      throw new Unavailable('jira', `personal data report: ${status}`);
    }
  },
};
