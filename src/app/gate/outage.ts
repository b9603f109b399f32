import type { OutageCause } from '../../contract/wording/refused-transition';
import { modeAt, modeUnread } from '../../domain/policy/policy';
import type { Mode } from '../../domain/policy/rules';
import { projectOf } from '../../domain/values';
import { Unavailable } from '../../platform/unavailable';
import type { CharterStore } from '../charter/ports';
import { policyFor } from '../subject/policy-for';
import type { GatePorts } from './evaluate-transition';
import type { Transition } from './passages';
import { SIDE_WORK_LIMIT_MS, TimeLimit, within } from './time-limit';

/** The reading of the item's own record, under way or done. */
export type Recorded = ReturnType<CharterStore['read']>;

/** What an outage is to whoever waits. */
export function causeOf(error: unknown): OutageCause {
  if (error instanceof TimeLimit) return 'timeout';
  if (!(error instanceof Unavailable)) return 'internal';
  if (error.dependency !== 'jira') return 'storage';
  return error.failure === 'no-answer' ? 'jira' : `jira-${error.failure}`;
}

/** The mode in force, as far as it is known while something is out. */
export async function modeDuring(
  { issueKey, rule }: Transition,
  record: Recorded,
  { lastModes }: Pick<GatePorts, 'lastModes'>,
): Promise<Mode> {
  const projectKey = projectOf(issueKey);
  try {
    const { policy } = await within(SIDE_WORK_LIMIT_MS, record);
    const known = policyFor(policy, null);
    lastModes.remember(projectKey, known.mode);
    return modeAt(known, rule);
  } catch {
    return modeUnread(rule, lastModes.of(projectKey));
  }
}
