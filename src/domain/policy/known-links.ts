import { waitsFor as readsAsWaiting } from '../changelog/link-words';
import { LINK_SIDES, linkKey, type LinkTypeFact, type WaitingLink } from './scope';

/**
 * Under a symbol, so that it goes wherever a policy goes and is left behind where a policy is written as text: what a
 * site's links once said is no decision of a policy.
 */
const KNOWN = Symbol('links that once said that an item waits');

/** A policy, or a part of one, that may know which links once said so. */
export interface WithKnownLinks {
  readonly [KNOWN]?: readonly WaitingLink[];
}

export const withKnownLinks = <P extends object>(
  policy: P,
  known: readonly WaitingLink[],
): P & WithKnownLinks => (known.length === 0 ? policy : { ...policy, [KNOWN]: known });

export const knownLinksOf = (policy: WithKnownLinks): readonly WaitingLink[] => policy[KNOWN] ?? [];

/** What tells two entries apart: one side of a link type is kept under every name it had. */
const nameKey = (link: WaitingLink): string => `${linkKey(link)}:${link.words.toLowerCase()}`;

/**
 * What is known of a site's links, and what its link types say today beside it. A side whose words once said that an item
 * waits goes on doing so under its id, whatever it is called later; each of its names is kept, for a changelog knows no ids.
 */
export function learnLinks(
  known: readonly WaitingLink[],
  types: readonly LinkTypeFact[],
): readonly WaitingLink[] {
  const ids = new Set(known.map(linkKey));
  const today = types.flatMap((type) =>
    LINK_SIDES.map((direction) => ({ linkTypeId: type.id, direction, words: type[direction] })).filter(
      (side) => readsAsWaiting(side.words) || ids.has(linkKey(side)),
    ),
  );
  const names = new Set(known.map(nameKey));
  return [...known, ...today.filter((side) => !names.has(nameKey(side)))];
}
