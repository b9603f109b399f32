import { compareInstants, type Instant } from '../time/time';

/** Most things one mail spells out; the others are counted, and stand on the page it links to. */
export const THINGS_A_MAIL = 5;

/** One thing a mail may speak of. */
export interface Thing {
  readonly issueId: string;
  /** Nobody but the reader can move it. */
  readonly onlyTheirs: boolean;
  /** Of an item that is one of the vital few. */
  readonly vital: boolean;
  /** Since when somebody waits. */
  readonly since: Instant;
  /** The same for the same thing, so that two mails about the same things read alike. */
  readonly name: string;
}

const byWeight = (a: Thing, b: Thing): number =>
  Number(b.onlyTheirs) - Number(a.onlyTheirs) ||
  Number(b.vital) - Number(a.vital) ||
  compareInstants(a.since, b.since) ||
  (a.name < b.name ? -1 : 1);

/** The things of one item after one another, the items in the order of their first. */
const byItem = <T extends Thing>(things: readonly T[]): readonly T[] =>
  [...new Set(things.map(({ issueId }) => issueId))].flatMap((id) =>
    things.filter(({ issueId }) => issueId === id),
  );

/**
 * What of several things a mail spells out, and what it only counts: first what the reader alone can move, then the vital
 * few, then what has waited longest. Nothing is lost, and nothing is in both.
 */
export function chosen<T extends Thing>(
  things: readonly T[],
): { readonly said: readonly T[]; readonly rest: readonly T[] } {
  const inOrder = [...things].sort(byWeight);
  return { said: byItem(inOrder.slice(0, THINGS_A_MAIL)), rest: inOrder.slice(THINGS_A_MAIL) };
}
