import type { HistoryEvent } from './world';

/** Who was away at a moment, in milliseconds. */
type Absent = (accountId: string, at: number) => boolean;

interface Standing {
  readonly owner: string | null;
  readonly nominee: string | null;
  /** Who lost sight of the item. */
  readonly blind: ReadonlySet<string>;
}

const NOBODY: Standing = { owner: null, nominee: null, blind: new Set() };

/** Who owns an item after its history, and every step in it by which somebody became the owner against the rules. */
export function ownersOf(
  history: readonly HistoryEvent[],
  isGone: Absent,
): { readonly owner: string | null; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let now = NOBODY;
  for (const event of history) {
    const { by } = event;
    switch (event.type) {
      case 'dri-nominated': {
        const { owner } = now;
        const mayBeReplaced =
          owner === null || by === owner || now.blind.has(owner) || isGone(owner, Date.parse(event.at));
        if (!mayBeReplaced) wrong.push(`${by} nominated ${event.accountId} over the head of ${owner}`);
        now = { ...now, owner: null, nominee: event.accountId };
        break;
      }
      case 'dri-accepted':
        if (now.nominee !== by) wrong.push(`${by} accepted what ${now.nominee ?? 'nobody'} was asked`);
        now = { ...now, owner: by, nominee: null };
        break;
      case 'dri-declined':
        if (by !== now.owner && by !== now.nominee) wrong.push(`${by} handed back what was not theirs`);
        now = { ...now, owner: null, nominee: null };
        break;
      case 'dri-access-changed': {
        const blind = new Set(now.blind);
        if (event.sees) blind.delete(event.accountId);
        else blind.add(event.accountId);
        now = { ...now, blind };
        break;
      }
      default:
        break;
    }
  }
  return { owner: now.owner, wrong };
}
