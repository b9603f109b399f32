import { route } from '@forge/api';
import { askJira } from './client';
import { record } from '../read';

/**
 * How many items a search finds for the person who asks, as Jira estimates it; undefined where Jira does not tell: a
 * count that was refused is no count of none.
 *
 * @throws Unavailable as `askJira`
 */
export async function approximateCount(jql: string): Promise<number | undefined> {
  const answer = await askJira('user', route`/rest/api/3/search/approximate-count`, {
    method: 'POST',
    body: { jql },
  });
  const { count } = record(answer);
  return typeof count === 'number' ? count : undefined;
}
