import type { AccountId } from '../values';

/** What a policy may give to some and not to others. */
export const RIGHTS = ['waive', 'grant', 'decide'] as const;
export type Right = (typeof RIGHTS)[number];

/** Those whom a policy names by what they are to the work item. */
export const HOLDERS = ['editors', 'sponsor', 'lead', 'projectAdmins'] as const;
export type Holder = (typeof HOLDERS)[number];

/** A role of projects, or a group, as Jira knows it; `name` is what it was called when it was chosen. */
export interface NamedInJira {
  readonly id: string;
  readonly name: string;
}

/** Everybody who has one right: each entry adds to the others. */
export interface Entitled {
  /** Whoever may edit the work item. */
  readonly editors: boolean;
  readonly sponsor: boolean;
  /** Whom the policy names as lead, else who administers the project. */
  readonly lead: boolean;
  readonly projectAdmins: boolean;
  readonly roles: readonly NamedInJira[];
  readonly groups: readonly NamedInJira[];
  readonly people: readonly AccountId[];
  /** Also those of them who promise something to the item, or whom its DRI chose to ask. */
  readonly parties: boolean;
}

/** Who may grant authority, and who decides a question beside whoever it was put to. */
export type Rights = Readonly<Record<Exclude<Right, 'waive'>, Entitled>>;

export const nobodyEntitled: Entitled = {
  editors: false,
  sponsor: false,
  lead: false,
  projectAdmins: false,
  roles: [],
  groups: [],
  people: [],
  parties: false,
};

/**
 * Authority comes from whoever may edit the item and is not bound to it: neither a provider nor somebody the DRI chose.
 * A question is decided by whom it was put to.
 */
export const defaultRights: Rights = {
  grant: { ...nobodyEntitled, editors: true, sponsor: true, lead: true, projectAdmins: true },
  decide: { ...nobodyEntitled, parties: true },
};

/** What of a policy says who may what. */
export interface WithRights {
  readonly waivers: Entitled;
  readonly rights: Rights;
}

export const entitledTo = ({ waivers, rights }: WithRights, right: Right): Entitled =>
  right === 'waive' ? waivers : rights[right];

/** A policy that gives a right to other people. */
export const withEntitled = <P extends WithRights>(policy: P, right: Right, some: Partial<Entitled>): P =>
  right === 'waive'
    ? { ...policy, waivers: { ...policy.waivers, ...some } }
    : { ...policy, rights: { ...policy.rights, [right]: { ...policy.rights[right], ...some } } };

/** People whom a policy gives a right by name. */
export const namedByRights = (policy: WithRights): readonly AccountId[] =>
  RIGHTS.flatMap((right) => entitledTo(policy, right).people);

const NAMED_LISTS = ['roles', 'groups'] as const;

/** One difference in who has a right. */
export type RightChange =
  | { readonly kind: 'right-holder'; readonly right: Right; readonly holder: Holder; readonly to: boolean }
  | { readonly kind: 'right-parties'; readonly right: Right; readonly to: boolean }
  | {
      readonly kind: 'right-person';
      readonly right: Right;
      readonly accountId: AccountId;
      readonly to: boolean;
    }
  | {
      readonly kind: 'right-named';
      readonly right: Right;
      readonly list: (typeof NAMED_LISTS)[number];
      readonly named: NamedInJira;
      readonly to: boolean;
    };

const RIGHT_CHANGES: readonly string[] = ['right-holder', 'right-parties', 'right-person', 'right-named'];

export const isRightChange = <C extends { readonly kind: string }>(
  change: C | RightChange,
): change is RightChange => RIGHT_CHANGES.includes(change.kind);

/** What is in one list and not in the other, by what tells entries apart. */
const without = <T>(all: readonly T[], others: readonly T[], keyOf: (one: T) => string): readonly T[] =>
  all.filter((one) => !others.some((other) => keyOf(other) === keyOf(one)));

const idOf = ({ id }: NamedInJira): string => id;
const itself = (accountId: AccountId): string => accountId;

/** What leads from the rights of one policy to those of the other, in the order of the page. */
export const rightChanges = (from: WithRights, to: WithRights): readonly RightChange[] =>
  RIGHTS.flatMap((right) => entitledChanges(right, entitledTo(from, right), entitledTo(to, right)));

function entitledChanges(right: Right, from: Entitled, to: Entitled): readonly RightChange[] {
  const named = (list: (typeof NAMED_LISTS)[number]): readonly RightChange[] => [
    ...without(to[list], from[list], idOf).map(
      (one) => ({ kind: 'right-named', right, list, named: one, to: true }) as const,
    ),
    ...without(from[list], to[list], idOf).map(
      (one) => ({ kind: 'right-named', right, list, named: one, to: false }) as const,
    ),
  ];
  return [
    ...HOLDERS.filter((holder) => from[holder] !== to[holder]).map(
      (holder) => ({ kind: 'right-holder', right, holder, to: to[holder] }) as const,
    ),
    ...NAMED_LISTS.flatMap(named),
    ...without(to.people, from.people, itself).map(
      (accountId) => ({ kind: 'right-person', right, accountId, to: true }) as const,
    ),
    ...without(from.people, to.people, itself).map(
      (accountId) => ({ kind: 'right-person', right, accountId, to: false }) as const,
    ),
    ...(from.parties === to.parties ? [] : [{ kind: 'right-parties', right, to: to.parties } as const]),
  ];
}

/** A policy with one such change on top of it. */
export function withRightChange<P extends WithRights>(policy: P, change: RightChange): P {
  const { right, to } = change;
  const now = entitledTo(policy, right);
  switch (change.kind) {
    case 'right-holder':
      return withEntitled(policy, right, { [change.holder]: to });
    case 'right-parties':
      return withEntitled(policy, right, { parties: to });
    case 'right-person': {
      const others = without(now.people, [change.accountId], itself);
      return withEntitled(policy, right, { people: to ? [...others, change.accountId] : others });
    }
    case 'right-named': {
      const others = without(now[change.list], [change.named], idOf);
      return withEntitled(policy, right, { [change.list]: to ? [...others, change.named] : others });
    }
  }
}

/** What such a change is about, whichever way it goes. */
export function rightSubject(change: RightChange): string {
  const { kind, right } = change;
  switch (kind) {
    case 'right-holder':
      return `${kind} ${right} ${change.holder}`;
    case 'right-parties':
      return `${kind} ${right}`;
    case 'right-person':
      return `${kind} ${right} ${change.accountId}`;
    case 'right-named':
      return `${kind} ${right} ${change.list} ${change.named.id}`;
  }
}
