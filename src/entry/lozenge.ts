import { itemLozenge } from '../app/fields/lozenge';
import { logError } from '../platform/log';
import { utcDate } from '../domain/time/time';
import { wordLozenge, type Lozenge } from '../contract/wording/lozenge';
import { gateReads } from '../platform/jira/gate-reads';
import { record, string } from '../platform/read';
import { charterStore as charters } from '../platform/storage/charters';
import { policyStore as policies } from '../platform/storage/policies';
import { clock } from './runtime';

interface DynamicProperties {
  readonly status?: { readonly type: 'lozenge'; readonly value: Lozenge };
}

/**
 * `jira:issueContext`: what its lozenge says on one work item. Without a status Jira shows none, and so it is for
 * whoever may not see the item, and while Jira or storage does not answer.
 */
export async function lozenge(payload: unknown): Promise<DynamicProperties> {
  const issueKey = string(record(record(record(payload)['extension'])['issue'])['key']);
  if (issueKey === '') return {};
  try {
    const lozenge = await itemLozenge(issueKey, { jira: gateReads, charters, policies, clock });
    return lozenge ? { status: { type: 'lozenge', value: wordLozenge(lozenge, utcDate(clock.now())) } } : {};
  } catch (error) {
    logError('A lozenge stays empty', error);
    return {};
  }
}
