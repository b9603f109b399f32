import { siteDefault } from '../../domain/policy/policy';
import type { IssueKey } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { Jira } from '../ports';
import { compareByIds, type ComparePorts } from './compare-fields';

/**
 * Compares the fields of whatever an item is linked to: it was finished, or is open again, and may stand in their way.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function compareLinkedTo(
  issueKey: IssueKey,
  ports: ComparePorts & { readonly jira: ComparePorts['jira'] & Pick<Jira, 'workItem'> },
): Promise<void> {
  const raw = await retry(() => ports.jira.workItem('app', issueKey));
  // Which links it has is the same under every policy.
  const linked = raw?.toWorkItem(siteDefault).linkedIds ?? [];
  if (linked.length > 0) await compareByIds(linked, ports);
}
