import type { RefusalCode } from '../refusal';

/**
 * Who may ask. Everybody here has what the name says and nothing more: a DRI or provider need not be able to edit the
 * item in Jira, an editor need not be anything in its charter. Whoever is several of these may what any of them may.
 */
export const ROLES = [
  /** Accepted (or, where that is still open, was nominated) to be the directly responsible individual. */
  'dri',
  /** Named in the agreement, and may look at the item. */
  'provider',
  /** Named in the agreement, and Jira hides the item from them. */
  'hidden-provider',
  /** May edit the item in Jira. */
  'team',
  /** Granted the DRI's authority, and may edit the item; a question was put to them. */
  'sponsor',
  /** Administers the project. */
  'lead',
  /** Administers Jira, and with it the project. */
  'admin',
  /** May look at the item and no more. */
  'viewer',
  /** Logged in, and may not even look. */
  'outsider',
  'anonymous',
  /** An app's account. */
  'app',
] as const;

export type Role = (typeof ROLES)[number];

export interface Permission {
  /** Who gets what they asked for, where the state of things allows it to anybody. */
  readonly may: readonly Role[];
  /** Refusals that say something better than the usual one. */
  readonly otherwise?: Readonly<Partial<Record<Role, RefusalCode>>>;
}

export const editors = ['team', 'sponsor', 'lead', 'admin'] as const;
export const administrators = ['lead', 'admin'] as const;
export const providers = ['provider', 'hidden-provider'] as const;
/**
 * Whether Jira's own rights decide who gets what the call is for. Where they do not, they are asked only for whoever is
 * refused without them: a lead where nobody else is there to act.
 */
export const turnsOnRights = ({ may }: Permission): boolean =>
  may.some((role) => role === 'team' || role === 'lead' || role === 'admin');
/** Both sides of an agreement. */
export const eitherSide = ['dri', ...providers] as const;
/** Those who may prepare a work item before anybody owns it. */
export const preparers = ['dri', ...editors] as const;
export const onlookers = ['dri', 'provider', ...editors, 'viewer'] as const;
/** Only ever for what is their own: for most, nothing. */
export const loggedIn = ROLES.filter((role) => role !== 'anonymous');
