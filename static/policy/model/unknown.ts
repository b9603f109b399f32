import type { PolicyAnswer } from '../../../src/contract/answers';
import type { Policy } from '../../../src/domain/policy/policy';
import { linkKey, typeKey, type LinkTypeFact, type WaitingLink } from '../../../src/domain/policy/scope';
import { countsAsWaiting, sidesOf } from './links';

export type Unknown = PolicyAnswer['unknown'];
type Named = Pick<Policy, 'workItemTypes' | 'waitsFor' | 'ownerSource'>;

/**
 * What of that is still so with the policy as it stands on the page: what was taken out or chosen anew is settled.
 * `links`: the site's link types, null while they are not there; `byWords`: what counts as waiting while nobody chose.
 */
export function stillUnknown(
  unknown: Unknown,
  saved: Named,
  { workItemTypes, waitsFor, ownerSource }: Named,
  {
    links,
    byWords,
  }: { readonly links: readonly LinkTypeFact[] | null; readonly byWords: readonly WaitingLink[] },
): Unknown {
  const types = new Set(workItemTypes.map(typeKey));
  const chosen = new Set(waitsFor === 'by-words' ? [] : waitsFor.map(linkKey));
  const fieldId = ownerSource.kind === 'field' ? ownerSource.fieldId : undefined;
  return {
    types: unknown.types.filter((type) => types.has(typeKey(type))),
    links: unknown.links.filter((link) => chosen.has(linkKey(link))),
    ...(unknown.ownerField !== undefined &&
      unknown.ownerField === fieldId && { ownerField: unknown.ownerField }),
    waitsForNothing:
      links === null || links.length === 0
        ? unknown.waitsForNothing && waitsFor === saved.waitsFor
        : !sidesOf(links).some((side) => countsAsWaiting(waitsFor, side, byWords)),
  };
}

export const isAllKnown = ({ types, links, ownerField, waitsForNothing }: Unknown): boolean =>
  types.length === 0 && links.length === 0 && ownerField === undefined && !waitsForNothing;
