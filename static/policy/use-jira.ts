import { useSyncExternalStore } from 'react';
import type { LinkTypeFact } from '../../src/domain/policy/scope';
import {
  linkTypes,
  mayAdminister,
  projectTypes,
  siteTypes,
  userFields,
  type OfferedType,
  type UserField,
} from './model/jira-shapes';
import { askJira } from '../jira/requests';
import type { OwnerKind } from './owner-kind';

/** What the form offers to choose from, as far as Jira lets the reader see it; null is on its way. */
export interface Offers {
  readonly fields: readonly UserField[] | null | 'unavailable';
  readonly types: readonly OfferedType[] | null | 'unavailable';
  readonly links: readonly LinkTypeFact[] | null | 'unavailable';
  /** False only where Jira says so; the backend decides in any case. */
  readonly mayChange: boolean | null;
}

/** What Jira offers, as its answers come. */
export interface AskedOffers {
  readonly known: () => Offers;
  /** Tells of every answer; returns how to stop that. */
  readonly follow: (tell: () => void) => () => void;
}

/**
 * Asks, as the reader, for the fields that hold people, the work item types, the link types, and whether they may save.
 * Asked beside the policy, so that the form is as long at first as it is afterwards.
 */
export function askOffers(projectKey: string, kind: OwnerKind): AskedOffers {
  let offers: Offers = { fields: null, types: null, links: null, mayChange: null };
  const followers = new Set<() => void>();
  const take = (part: Partial<Offers>) => {
    offers = { ...offers, ...part };
    followers.forEach((tell) => tell());
  };
  const key = encodeURIComponent(projectKey);
  askJira('/rest/api/3/field').then(
    (answer) => take({ fields: userFields(answer) }),
    () => take({ fields: 'unavailable' }),
  );
  const ofSite = kind === 'site';
  askJira(ofSite ? '/rest/api/3/issuetype' : `/rest/api/3/project/${key}`).then(
    (answer) => take({ types: ofSite ? siteTypes(answer) : projectTypes(answer) }),
    () => take({ types: 'unavailable' }),
  );
  askJira('/rest/api/3/issueLinkType').then(
    (answer) => take({ links: linkTypes(answer) }),
    () => take({ links: 'unavailable' }),
  );
  // The site's policy is shown to those alone who may change it.
  if (ofSite) take({ mayChange: true });
  else
    askJira(`/rest/api/3/mypermissions?projectKey=${key}&permissions=ADMINISTER_PROJECTS`).then(
      (answer) => take({ mayChange: mayAdminister(answer) }),
      () => take({ mayChange: true }),
    );
  return {
    known: () => offers,
    follow: (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
  };
}

/** What of it is there. */
export const useOffers = ({ follow, known }: AskedOffers): Offers => useSyncExternalStore(follow, known);
