import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import type { WorkItem } from '../domain/gate/item';
import type { Policy } from '../domain/policy/policy';
import type { AccountId, IssueKey } from '../domain/values';
import type { CharterStore, Jira, StoredCharter } from './ports';
import { byAccount, type People } from './views';

/** A caller who was let through to a work item, with everything the first wave of reads found. */
export interface ItemScope {
  readonly accountId: AccountId;
  readonly issueKey: IssueKey;
  /** Null for a provider who may answer their agreement without seeing the item. */
  readonly item: WorkItem | null;
  readonly canEdit: boolean;
  /** Administers the item's project. */
  readonly administers: boolean;
  readonly stored: StoredCharter;
  readonly policy: Policy;
  readonly people: People;
}

export interface ItemRequest {
  readonly accountId: AccountId;
  readonly issueKey: IssueKey;
  /** People the call names, looked up in the same wave. */
  readonly named: readonly AccountId[];
  /** The agreement whose provider may pass without seeing the item. */
  readonly providerOf?: string;
}

export type ItemPorts = {
  readonly jira: Pick<Jira, 'workItem' | 'itemRights' | 'people'>;
  readonly charters: Pick<CharterStore, 'read'>;
};

const hidden = (): CallRefused => new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });

/**
 * Opens a work item for a caller: what Jira hides from them does not exist,
 * but a provider can always answer their own agreement.
 *
 * @throws CallRefused `not-found`; Unavailable when Jira or storage does not answer.
 */
export async function openItem(request: ItemRequest, { jira, charters }: ItemPorts): Promise<ItemScope> {
  const { accountId, issueKey, named, providerOf } = request;
  const [raw, rights, { stored, policy }, people] = await Promise.all([
    jira.workItem('user', issueKey),
    jira.itemRights(issueKey),
    charters.read(issueKey),
    jira.people('user', named),
  ]);
  const scope = {
    accountId,
    issueKey,
    canEdit: rights.edit,
    administers: rights.administer,
    stored,
    policy: policy.policy,
  };
  if (!raw) {
    const agreement = stored.charter.agreements.find(({ id }) => id === providerOf);
    if (agreement?.providerAccountId !== accountId) throw hidden();
    return { ...scope, canEdit: false, administers: false, item: null, people: byAccount(people) };
  }
  const item = raw.toWorkItem(policy.policy.ownerSource);
  // A key of an issue that moved elsewhere still opens it in Jira; its charter is kept under the key it has now.
  const moved = item.issueKey !== issueKey;
  const current = moved ? await charters.read(item.issueKey) : { stored, policy };
  return {
    ...scope,
    issueKey: item.issueKey,
    item: moved ? raw.toWorkItem(current.policy.policy.ownerSource) : item,
    stored: current.stored,
    policy: current.policy.policy,
    people: { ...item.people, ...byAccount(people) },
  };
}
