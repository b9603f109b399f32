import { itemStanding } from '../app/fields/lozenge';
import { trouble } from '../platform/log';
import { wordStanding, type Lozenge } from '../contract/wording/standing';
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
    const standing = await itemStanding(issueKey, { jira: gateReads, charters, policies, clock });
    return standing ? { status: { type: 'lozenge', value: wordStanding(standing) } } : {};
  } catch (error) {
    trouble('A lozenge stays empty', error);
    return {};
  }
}
