import { knownLinksOf } from './known-links';
import type { Policy } from './policy';
import { isWaiting, LINK_SIDES, type LinkTypeFact, type WaitingLink } from './scope';

/** What a policy rests on beside its types and Jira does not have. */
export interface LostNames {
  readonly links: readonly WaitingLink[];
  readonly ownerField?: string;
  /** No link type of the site counts as waiting: blocking links are not noticed. */
  readonly waitsForNothing: boolean;
}

/**
 * What of a policy's links and owner field Jira no longer has: the gate goes on with the rest.
 *
 * @param fieldIds every field that Jira has; asked of a policy that names one only
 */
export function lostNames(
  policy: Policy,
  { links, fieldIds }: { readonly links: readonly LinkTypeFact[]; readonly fieldIds: readonly string[] },
): LostNames {
  const { ownerSource, waitsFor } = policy;
  const known = knownLinksOf(policy);
  return {
    links:
      waitsFor === 'by-words'
        ? []
        : waitsFor.filter(({ linkTypeId }) => !links.some(({ id }) => id === linkTypeId)),
    ...(ownerSource.kind === 'field' &&
      !fieldIds.includes(ownerSource.fieldId) && { ownerField: ownerSource.fieldId }),
    waitsForNothing: !links.some((link) =>
      LINK_SIDES.some((direction) =>
        isWaiting(waitsFor, { linkTypeId: link.id, direction, words: link[direction] }, known),
      ),
    ),
  };
}

export const isNothingLost = ({ links, ownerField, waitsForNothing }: LostNames): boolean =>
  links.length === 0 && ownerField === undefined && !waitsForNothing;
