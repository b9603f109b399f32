import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import type { Jira } from './ports';

/**
 * After a search that found no page: Jira answers alike for a hidden project and for issue types that it does not know,
 * and only the second is an empty first page.
 *
 * @throws CallRefused `not-found`
 */
export async function mustBrowse(
  jira: Pick<Jira, 'projectRights'>,
  projectKey: string,
  cursor: string | undefined,
): Promise<void> {
  const { browse } = await jira.projectRights(projectKey);
  if (!browse || cursor !== undefined) {
    throw new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });
  }
}
