import type { ItemChange } from '../../domain/changelog/change';
import { changesScope, keyAfter, SCOPE_FIELDS, typeIdAfter } from '../../domain/changelog/scope-history';
import { isUnderPolicy } from '../../domain/gate/coverage';
import type { WorkItem } from '../../domain/gate/item';
import { policyAt, type Versions } from '../../domain/policy/in-force';
import type { Policy } from '../../domain/policy/policy';
import type { IssueTypeFact } from '../../domain/policy/scope';
import { ownerFieldId } from '../../domain/report/backtest/past-owner';
import { projectOf, type Instant } from '../../domain/values';
import type { PolicyStore, StoredPolicy } from '../policy/ports';
import type { Jira } from '../ports';
import type { Changelogs } from '../report/ports';
import { policyFor, savedPolicyFor } from '../subject/policy-for';
import type { RawWorkItem } from '../subject/ports';

export interface ItemPastPorts {
  readonly jira: Pick<Jira, 'issueTypes'>;
  readonly histories: Changelogs;
  readonly policies: Pick<PolicyStore, 'read' | 'versions'>;
}

/** What an item was at moments of its past, and under which policy. What cannot be known is undefined. */
export interface ItemPast {
  readonly item: WorkItem;
  /** Of the fields that matter here, oldest first. */
  readonly changes: readonly ItemChange[];
  /** Ids of the fields that `changes` tell of. */
  readonly fieldIds: readonly string[];
  /** Its type right after a change. */
  typeAfter(index: number): IssueTypeFact | undefined;
  /** Versions of the policies of the project it was in right after a change. */
  versionsAfter(index: number): Promise<Versions>;
  /** The policy in force at a moment for the project it was in right after a change. */
  policyAfter(index: number, at: Instant): Promise<Policy | undefined>;
  /** Whether that policy covered it. */
  isUnderPolicyAfter(index: number, at: Instant): Promise<boolean | undefined>;
}

/** At most ten fields can be asked for; what blocks and who owns are the others that a verdict rests on. */
const FIELDS = [...SCOPE_FIELDS, 'issuelinks'] as const;

/**
 * The past of one item, from its changelog and the saved versions of policies: one wave, and one more for the
 * types where it had another and for each project it was in.
 *
 * @throws Unavailable
 */
export async function readItemPast(
  raw: RawWorkItem,
  stored: StoredPolicy,
  { jira, histories, policies }: ItemPastPorts,
): Promise<ItemPast> {
  const policy = policyFor(stored, raw.projectId);
  const item = raw.toWorkItem(policy);
  const owner = ownerFieldId(policy.ownerSource);
  const fieldIds = [...FIELDS, owner ?? 'assignee'];
  const [logs, site] = await Promise.all([
    histories.changelogs('app', [item.issueId], fieldIds),
    policies.versions('site'),
  ]);
  const changes = logs.get(item.issueId) ?? [];
  const types = changes.some(changesScope) ? await jira.issueTypes('app') : [];
  const isAnothers =
    !stored.inherited && savedPolicyFor(stored, raw.projectId) !== savedPolicyFor(stored, null);
  const read = new Map<string, Promise<Versions['project']>>();
  const versionsAfter = async (index: number): Promise<Versions> => {
    const projectKey = projectOf(keyAfter(changes, index, item.issueKey));
    if (projectKey === item.projectKey && isAnothers) return { project: [], site };
    const known =
      read.get(projectKey) ??
      (projectKey === item.projectKey
        ? policies.versions(stored.home)
        : policies.read({ project: projectKey, id: null }).then(({ home }) => policies.versions(home)));
    read.set(projectKey, known);
    return { project: await known, site };
  };
  const typeAfter = (index: number): IssueTypeFact | undefined => {
    const id = typeIdAfter(changes, index);
    return id === 'as-today' || id === item.type.id ? item.type : types.find((type) => type.id === id);
  };
  const policyAfter = async (index: number, at: Instant): Promise<Policy | undefined> =>
    policyAt(await versionsAfter(index), at);
  return {
    item,
    changes,
    fieldIds,
    typeAfter,
    versionsAfter,
    policyAfter,
    async isUnderPolicyAfter(index, at) {
      const [then, type] = [await policyAfter(index, at), typeAfter(index)];
      return then && type && isUnderPolicy(then, type);
    },
  };
}
