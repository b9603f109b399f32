import { Refused } from '../unavailable';
import { isHidden } from './client';

/**
 * The answer to a question that must have one.
 *
 * @throws Refused where Jira refused; nothing was done
 */
export function answered(answer: unknown, what: string): unknown {
  if (isHidden(answer)) throw new Refused(`${what}: status ${answer.status}`);
  return answer;
}
