import {
  isWaiting,
  linkKey,
  type LinkTypeFact,
  type WaitingLink,
  type WaitsFor,
} from '../../../src/domain/policy/scope';

/** The site's link types, and which sides of them count as waiting while nobody chose. */
export interface LinksOfSite {
  readonly links: readonly LinkTypeFact[];
  readonly byWords: readonly WaitingLink[];
}

/** One way to read a link, as its words say it. Both sides of a link type whose sides read the same are one. */
export interface Side {
  readonly words: string;
  readonly links: readonly WaitingLink[];
}

/** Every way the site's links can be read. */
export const sidesOf = (types: readonly LinkTypeFact[]): readonly Side[] =>
  types.flatMap(({ id: linkTypeId, inward, outward }): readonly Side[] => {
    const side = (direction: WaitingLink['direction'], words: string): WaitingLink => ({
      linkTypeId,
      direction,
      words,
    });
    const [there, back] = [side('inward', inward), side('outward', outward)];
    return inward.toLowerCase() === outward.toLowerCase()
      ? [{ words: inward, links: [there, back] }]
      : [
          { words: inward, links: [there] },
          { words: outward, links: [back] },
        ];
  });

/** `byWords`: what counts while nobody chose, as the site knows its links. */
export const countsAsWaiting = (
  waitsFor: WaitsFor,
  { links }: Side,
  byWords: readonly WaitingLink[],
): boolean => links.some((link) => isWaiting(waitsFor, link, byWords));

/** What counts as waiting, by link types: until somebody chose, those whose words say so, or once did. */
export const linksOf = (
  waitsFor: WaitsFor,
  types: readonly LinkTypeFact[],
  byWords: readonly WaitingLink[],
): readonly WaitingLink[] =>
  waitsFor === 'by-words'
    ? sidesOf(types).flatMap((side) => (countsAsWaiting(waitsFor, side, byWords) ? side.links : []))
    : waitsFor;

export const withoutLinks = (
  links: readonly WaitingLink[],
  others: readonly WaitingLink[],
): readonly WaitingLink[] => {
  const gone = new Set(others.map(linkKey));
  return links.filter((link) => !gone.has(linkKey(link)));
};

/** One way to read a link comes to count as waiting, or no longer does. */
export function withSide(
  waitsFor: WaitsFor,
  { links }: Side,
  wanted: boolean,
  { links: types, byWords }: LinksOfSite,
): readonly WaitingLink[] {
  const rest = withoutLinks(linksOf(waitsFor, types, byWords), links);
  return wanted ? [...rest, ...links] : rest;
}

/** Chosen links whose type Jira no longer has. */
export const lostLinks = (waitsFor: WaitsFor, types: readonly LinkTypeFact[]): readonly WaitingLink[] =>
  waitsFor === 'by-words'
    ? []
    : waitsFor.filter(({ linkTypeId }) => !types.some(({ id }) => id === linkTypeId));

/** What a change of the links that count as waiting comes to, by the words of each. */
export interface LinksChange {
  /** `chosen`: by link types from now on; `by-words`: by the words again. */
  readonly how: 'chosen' | 'by-words' | 'as-before';
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function linksChange(
  from: WaitsFor,
  to: WaitsFor,
  { links: types, byWords }: LinksOfSite,
): LinksChange {
  const wordsOf = (links: readonly WaitingLink[]) => [...new Set(links.map(({ words }) => words))];
  const [before, after] = [linksOf(from, types, byWords), linksOf(to, types, byWords)];
  const how = to === 'by-words' ? 'by-words' : from === 'by-words' ? 'chosen' : 'as-before';
  return {
    how,
    added: wordsOf(withoutLinks(after, before)),
    removed: wordsOf(withoutLinks(before, after)),
  };
}
