import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import type { WorkItem } from '../../domain/gate/item';
import type { Policy } from '../../domain/policy/policy';
import { entitledTo, RIGHTS } from '../../domain/access/rights';
import type { AccountId, IssueKey } from '../../domain/values';
import { isOwn, ownOrNone } from '../subject/own-charter';
import type { StoredCharter } from './ports';
import type { Jira } from '../ports';
import type { ItemRights, Memberships, RawWorkItem } from '../subject/ports';
import { claimOrphans, rekeyCharter, evictForeignCharter, type RekeyPorts } from './rekey-charter';
import { policyFor } from '../subject/policy-for';
import { standsInFor } from '../../domain/team/presence';
import { knownPeople, type People } from '../subject/read-people';
import { spokenOf } from './spoken-of';
import { readSubject, type SubjectRead, type SubjectPorts } from '../subject/read-subject';

/** A caller who was let through to a work item, with everything the first wave of reads found. */
export interface AuthorizedItem {
  readonly accountId: AccountId;
  readonly issueKey: IssueKey;
  /** Names the command that is given, where its sender named it. */
  readonly commandId?: string;
  /** Null for a provider who may answer their agreement without seeing the item. */
  readonly item: WorkItem | null;
  readonly canEdit: boolean;
  /** Administers the item's project. */
  readonly administers: boolean;
  /** What they are a member of, where the policy's rights ask. */
  readonly memberOf?: Memberships;
  /** Whether Jira was asked for these two; else neither is known, and both are said to be missing. */
  readonly knowsRights: boolean;
  readonly stored: StoredCharter;
  readonly policy: Policy;
  /** The item as the app reads it, for everything that is reckoned of it. */
  readonly read: SubjectRead;
  /** Everybody who was read on the way. */
  readonly people: People;
}

export interface ItemRequest {
  readonly accountId: AccountId;
  readonly issueKey: IssueKey;
  /** People the call names, looked up in the same wave. */
  readonly named: readonly AccountId[];
  /** The agreement whose provider may pass without seeing the item. */
  readonly providerOf?: string;
  /** The question whose addressee may pass without seeing the item. */
  readonly addresseeOf?: string;
  /** The agreement the call is about, whoever may make it. */
  readonly about?: string;
  /** Nothing turns on what Jira lets the caller do with the item: that is not asked. */
  readonly withoutRights?: boolean;
}

export interface ItemPorts extends RekeyPorts, SubjectPorts {
  readonly jira: SubjectPorts['jira'] & Pick<Jira, 'itemRights' | 'memberships'>;
  readonly charters: RekeyPorts['charters'] & SubjectPorts['charters'];
}

const NO_RIGHTS = { edit: false, administer: false };

const hidden = (): CallRefused => new CallRefused({ code: 'not-found', message: refusalText('not-found') });

/**
 * Who may act without seeing the item: the provider, in their own answers; whoever was asked to decide a question; who stands in for either;
 * and once Jira no longer has the item, both sides of an agreement. What was promised outlives the item; nobody else learns that it exists.
 */
function mayAct(
  { accountId, providerOf, addresseeOf, about }: ItemRequest,
  { charter: { agreements, escalations, dri, itemDeletedAt } }: StoredCharter,
  standsInFor: readonly AccountId[],
): boolean {
  const isTheirs = (asked: AccountId): boolean => asked === accountId || standsInFor.includes(asked);
  const isProviderOf = (id: string | undefined): boolean =>
    agreements.some((one) => one.id === id && isTheirs(one.providerAccountId));
  if (isProviderOf(providerOf)) return true;
  if (escalations.some(({ id, toAccountId }) => id === addresseeOf && isTheirs(toAccountId))) return true;
  const isDriOf = (id: string | undefined): boolean =>
    dri?.accountId === accountId && agreements.some((one) => one.id === id);
  return itemDeletedAt !== undefined && (isProviderOf(about) || isDriOf(about));
}

/**
 * Checks whether the caller may act on a work item, and reads it: an item that Jira hides from them does not exist,
 * but a provider can always answer their own agreement.
 *
 * @throws CallRefused `not-found`; Unavailable when Jira or storage does not answer.
 */
export async function authorizeItem(request: ItemRequest, ports: ItemPorts): Promise<AuthorizedItem> {
  const { accountId, issueKey, named } = request;
  const { jira } = ports;
  const [raw, rights, read, found] = await Promise.all([
    jira.workItem('user', issueKey),
    request.withoutRights ? undefined : jira.itemRights(issueKey),
    readSubject(issueKey, ports, {
      alsoNamed: (_charter, own, policy) => spokenOf(own, policy.clocks.programmeLead),
    }),
    knownPeople(jira, 'user', named),
  ]);
  const scope = { accountId, issueKey, ...asKnown(rights), read };
  if (!raw) {
    const { stored, policy } = read;
    const inForce = policyFor(policy, read.kind === 'read' ? read.raw.projectId : null);
    const represented = standsInFor(accountId, inForce, ports.clock.now());
    if (!mayAct(request, stored, represented)) throw hidden();
    return {
      ...scope,
      ...asKnown(NO_RIGHTS),
      item: null,
      stored,
      policy: inForce,
      people: found,
    };
  }
  const isSettled = raw.issueKey === issueKey && isOwn(read.underKey, raw.issueId);
  const here = isSettled ? read : await settled(raw, { issueKey, stored: read.underKey }, ports);
  // Jira's event of a move may be late, or have come when the app was not there to hear it.
  const isElsewhere = await broughtHome(raw, here, ports);
  const now = isElsewhere ? await readSubject(raw.issueKey, ports) : here;
  const policy = policyFor(now.policy, raw.projectId);
  const item = raw.toWorkItem(policy);
  const memberOf = await membershipsFor(policy, raw.projectId, request.withoutRights === true, jira);
  return {
    ...scope,
    ...(memberOf && { memberOf }),
    issueKey: raw.issueKey,
    read: now,
    item,
    stored: ownOrNone(now.stored, raw.issueId),
    policy,
    people: { ...item.people, ...(now.kind === 'read' ? now.people : {}), ...found },
  };
}

/**
 * Roles and groups of the user, where some right goes by them. A call for which Jira's rights were not asked can only be
 * a decision in somebody's place.
 */
async function membershipsFor(
  policy: Policy,
  projectId: string,
  decidesOnly: boolean,
  jira: Pick<Jira, 'memberships'>,
): Promise<Memberships | undefined> {
  const entitled = (decidesOnly ? (['decide'] as const) : RIGHTS).map((right) => entitledTo(policy, right));
  const named = entitled.flatMap((one) => one.roles);
  const roles = named.filter(({ id }, index) => named.findIndex((other) => other.id === id) === index);
  const groups = entitled.some((one) => one.groups.length > 0);
  return roles.length > 0 || groups ? jira.memberships(projectId, { roles, groups }) : undefined;
}

/** Whether the item's charter was brought to the key it has. */
async function broughtHome(
  { issueKey, issueId }: RawWorkItem,
  here: SubjectRead,
  ports: ItemPorts,
): Promise<boolean> {
  const under = here.kind === 'read' ? here.lying.lyingUnder : undefined;
  if (under === undefined) return here.stored.version === 0 && (await claimOrphans(issueKey, issueId, ports));
  await rekeyCharter(under, issueKey, issueId, ports);
  return true;
}

/** What Jira said of a caller's rights, or that it was not asked. */
export const asKnown = (
  rights: ItemRights | undefined,
): Pick<AuthorizedItem, 'canEdit' | 'administers' | 'knowsRights'> => ({
  canEdit: rights?.edit === true,
  administers: rights?.administer === true,
  knowsRights: rights !== undefined,
});

/** A key of an issue that moved elsewhere still opens it in Jira; its charter is kept under the key it has now. */
async function settled(
  { issueKey, issueId }: RawWorkItem,
  asked: { readonly issueKey: IssueKey; readonly stored: StoredCharter },
  ports: ItemPorts,
): Promise<SubjectRead> {
  if (asked.issueKey !== issueKey && asked.stored.version > 0 && asked.stored.issueId === issueId) {
    await rekeyCharter(asked.issueKey, issueKey, issueId, ports);
  }
  const { stored } = await ports.charters.read(issueKey);
  if (!isOwn(stored, issueId)) await evictForeignCharter(issueKey, stored, ports);
  return readSubject(issueKey, ports);
}
