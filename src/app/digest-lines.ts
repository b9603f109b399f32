import type { Charter } from '../domain/charter/charter';
import { siteDefault } from '../domain/policy/policy';
import { projectOf, type AccountId, type Instant } from '../domain/values';
import { insist } from './insist';
import { agreementIdOf, concernsItem, matterOf, type Matter } from './notice-matter';
import { isOwn } from './own-charter';
import type { CharterStore } from './ports';
import type { ClockStore, MessageItem, Messages, Notice } from './ports-clocks';

/** A notice that is to be told, with what its words need. */
export interface Line {
  readonly notice: Notice;
  readonly matter: Matter;
  readonly charter: Charter;
  /** The item through which the person is told: the work item, or the provider's own where that one is hidden. */
  readonly through: MessageItem;
  /** They may see the work item itself. */
  readonly seesItem: boolean;
}

export interface Sorted {
  readonly lines: readonly Line[];
  /** Nobody waits for these any more. */
  readonly settled: readonly Notice[];
  /** Nothing the person may see can carry these. */
  readonly kept: readonly Notice[];
}

export interface LinePorts {
  readonly clocks: Pick<ClockStore, 'policies' | 'rows'>;
  readonly charters: Pick<CharterStore, 'readMany'>;
  readonly messages: Pick<Messages, 'items' | 'visibleTo'>;
}

interface Found {
  readonly notice: Notice;
  readonly charter: Charter;
  readonly matter: Matter;
}

async function findStanding(
  notices: readonly Notice[],
  now: Instant,
  { clocks, charters }: LinePorts,
): Promise<readonly Found[]> {
  const rows = await insist(() => clocks.rows(notices.map(({ issueId }) => issueId)));
  // The row knows the key the item has now; without one nothing runs, or it has all been told.
  const keyOf = (notice: Notice): string => rows.get(notice.issueId)?.issueKey ?? notice.issueKey;
  const [stored, policies] = await Promise.all([
    insist(() => charters.readMany(notices.map(keyOf))),
    insist(() => clocks.policies([...new Set(notices.map((one) => projectOf(keyOf(one))))])),
  ]);
  return notices.flatMap((notice): Found[] => {
    const found = stored.get(keyOf(notice));
    const charter = found && isOwn(found, notice.issueId) ? found.charter : undefined;
    const policy = policies.get(projectOf(keyOf(notice))) ?? siteDefault;
    const matter = charter && matterOf(notice, charter, policy, now);
    return charter && matter ? [{ notice, charter, matter }] : [];
  });
}

/**
 * What of one person's notices is to be told, read anew: what was settled meanwhile is dropped, and nobody is told
 * through an item they may not see.
 */
export async function sortNotices(
  accountId: AccountId,
  notices: readonly Notice[],
  now: Instant,
  ports: LinePorts,
): Promise<Sorted> {
  const found = await findStanding(notices, now, ports);
  const own = ({ charter, matter }: Found): string | undefined =>
    charter.agreements.find((one) => one.id === agreementIdOf(matter) && one.providerAccountId === accountId)
      ?.providerIssueKey;
  const asked = [...new Set(found.flatMap((one) => [one.notice.issueId, own(one) ?? []].flat()))];
  const items = asked.length === 0 ? [] : await insist(() => ports.messages.items(asked));
  const ids = items.map(({ issueId }) => issueId);
  const visible =
    ids.length === 0 ? new Set<string>() : await insist(() => ports.messages.visibleTo(accountId, ids));
  const lines: Line[] = [];
  const kept: Notice[] = [];
  const dealt = new Set<string>();
  for (const one of found) {
    const item = items.find(({ issueId }) => issueId === one.notice.issueId);
    // Gone from Jira, or past caring: there is nothing to tell about.
    if (!item || !concernsItem(one.matter, item.category)) continue;
    dealt.add(one.notice.key);
    const providersOwn = items.find(({ issueKey }) => issueKey === own(one));
    const through = [item, providersOwn].find((candidate) => candidate && visible.has(candidate.issueId));
    if (through) lines.push({ ...one, through, seesItem: through === item });
    else kept.push(one.notice);
  }
  return { lines, kept, settled: notices.filter(({ key }) => !dealt.has(key)) };
}
