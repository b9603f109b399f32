import { emptyCharter } from '../../domain/charter/charter';
import { isOwn } from '../../domain/charter/lifecycle/own';
import { projectOf, type IssueKey } from '../../domain/values';
import { formerCharterKey, formerHome, keyIn, keyOfHome, policyHome } from '../../domain/policy/home';
import { isUnderAnothers } from '../../domain/policy/under-key';
import type { CurrentFields } from '../fields/ports';
import type { CharterStore, ItemRef, StoredCharter } from '../charter/ports';
import type { RawWorkItem } from './ports';

export { isOwn };

/** What was read under an item's key, or nothing where it is another's. */
export const ownOrNone = (stored: StoredCharter, issueId: string): StoredCharter =>
  isOwn(stored, issueId) ? stored : { issueId, version: 0, charter: emptyCharter, history: [], earlier: 0 };

type Found = Awaited<ReturnType<CharterStore['read']>>;

/** What was read of an item, and where, if that is not under its key. */
export interface FoundAgain extends Found {
  readonly lyingUnder?: IssueKey;
  /** The former key of its project under which that keeps what it decided. */
  readonly home?: string;
}

/** Fields that say something only of an item that has a charter. */
const OF_CHARTERS = ['dri', 'waitingFor', 'promisedBy', 'openPromises', 'nextPromiseDue'] as const;

/** Whether the item's own fields, which came with it, show that it has a charter: where to look, and nothing more. */
const showsCharter = (currentFields: CurrentFields): boolean =>
  OF_CHARTERS.some((field) => {
    const value = currentFields[field]?.value ?? null;
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });

/** How often what went to another key between two reads is followed. */
const LOOKS = 4;

/**
 * What lies under a former key of the item or of its project, where nobody told of the new one yet: found by their ids.
 * Nothing is read where nothing is missing.
 *
 * @throws Unavailable
 */
export async function foundAgain(
  raw: RawWorkItem,
  found: Found,
  ports: { readonly charters: Pick<CharterStore, 'read' | 'find'> },
  looks = LOOKS,
): Promise<FoundAgain> {
  const { charters } = ports;
  const { issueId, issueKey, projectId } = raw;
  const projectKey = projectOf(issueKey);
  const { homes } = found.policy;
  const isMissing = found.stored.version === 0 || !isOwn(found.stored, issueId);
  const home = formerHome(homes, projectKey, projectId);
  const charterKey = (isMissing ? formerCharterKey(homes, projectKey, projectId) : undefined) ?? home;
  const former =
    charterKey !== undefined
      ? keyIn(charterKey, issueKey)
      : isMissing && showsCharter(raw.currentFields)
        ? await lastKeyOf(issueId, charters)
        : undefined;
  if (former === undefined || former === issueKey) return found;
  const wantsPolicy = policyHome(found.policy, projectKey, projectId) !== undefined;
  const there = await charters.read(former);
  // What the project decided can wait beside the key that its charters lie under.
  const isAside = wantsPolicy && home !== undefined && home !== charterKey;
  const decided = isAside ? await charters.read(keyIn(home, issueKey)) : there;
  const { inherited, underKey } = decided.policy;
  if (wantsPolicy && looks > 1 && (inherited || isUnderAnothers(underKey, projectId))) {
    // It went on between the two reads, or there is none.
    const again = await charters.read(issueKey);
    if (policyHome(again.policy, projectKey, projectId) !== home)
      return foundAgain(raw, { ...found, ...again }, ports, looks - 1);
  }
  const isThere = isMissing && there.stored.version > 0 && there.stored.issueId === issueId;
  return {
    ...found,
    ...(wantsPolicy && {
      policy: decided.policy,
      borders: decided.borders,
    }),
    ...(home !== undefined && { home: keyOfHome(home) }),
    ...(isThere && { stored: there.stored, lyingUnder: former }),
  };
}

/**
 * The items' own charters, by issue id; those of a project that got another key still lie under the former one.
 *
 * @param home that former key, as `homeOf` their policy says it
 * @throws Unavailable
 */
export async function chartersAt(
  home: string | undefined,
  refs: readonly ItemRef[],
  charters: Pick<CharterStore, 'readFor'>,
): Promise<ReadonlyMap<string, StoredCharter>> {
  const found = await charters.readFor(refs);
  const missing = refs.filter(({ issueId }) => (found.get(issueId)?.version ?? 0) === 0);
  if (home === undefined || missing.length === 0) return found;
  const former = missing.map(({ issueId, issueKey }) => ({ issueId, issueKey: keyIn(home, issueKey) }));
  return new Map([...found, ...(await charters.readFor(former))]);
}

async function lastKeyOf(
  issueId: string,
  charters: Pick<CharterStore, 'find'>,
): Promise<IssueKey | undefined> {
  const { found } = await charters.find({ issueId });
  return found.find((one) => !one.issueKey.includes(':'))?.issueKey;
}
