import { access } from './access';
import type { CallKey } from './inputs';
import type { RefusalCode } from './refusal';

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

const editors = ['team', 'sponsor', 'lead', 'admin'] as const;
const administrators = ['lead', 'admin'] as const;
const onlookers = ['dri', 'provider', ...editors, 'viewer'] as const;
const providers = ['provider', 'hidden-provider'] as const;

const seeing: Permission = { may: onlookers };
const owning: Permission = { may: ['dri'] };
const providing: Permission = { may: providers };
const eitherSide: Permission = { may: ['dri', ...providers] };
const preparing: Permission = { may: ['dri', ...editors] };
const administering: Permission = { may: administrators };
/** Only ever what is their own: for most, nothing. */
const oneself: Permission = { may: ROLES.filter((role) => role !== 'anonymous') };
const governing: Permission = { may: ['admin'] };

/** One row per call. The table in docs/security.md is made from it, and a test tries every cell. */
export const permissions: Readonly<Record<CallKey, Permission>> = {
  'charter/get': seeing,
  'history/page': seeing,
  'dri/nominate': preparing,
  'dri/accept': owning,
  'dri/decline': owning,
  'authority/grant': { may: editors, otherwise: { dri: 'grantor-is-dri' } },
  'brief/write': preparing,
  'dependencies/declare-none': owning,
  'dependencies/declare-no-further': owning,
  'agreement/request': preparing,
  'agreement/acknowledge': providing,
  'agreement/counter': providing,
  'agreement/decline': providing,
  'agreement/deliver': providing,
  'agreement/confirm': providing,
  'agreement/accept-counter': owning,
  'agreement/restate': owning,
  'agreement/accept-delivery': owning,
  'agreement/return': owning,
  'agreement/withdraw': owning,
  'agreement/reassign': eitherSide,
  'agreement/renegotiate': eitherSide,
  'agreement/answer-renegotiation': eitherSide,
  'agreement/link': eitherSide,
  'waiver/grant': administering,
  'waiver/end': { may: ['dri', ...administrators] },
  'checkin/submit': owning,
  'escalation/raise': owning,
  'escalation/answer': { may: ['sponsor'] },
  'gap/raise': seeing,
  'gap/answer': owning,
  'review/decide': owning,
  'review/set-date': preparing,
  'reminder/send': preparing,
  'debrief/write': eitherSide,
  'commitments/list': oneself,
  'commitments/answer': oneself,
  'report/page': seeing,
  'report/indicators': seeing,
  'report/drift': seeing,
  'report/past': seeing,
  'report/hands': seeing,
  'owner/hands': seeing,
  'backtest/run': seeing,
  'report/handoffs': seeing,
  // Each item through its own door, as the act on it alone.
  'report/act': oneself,
  'policy/get': seeing,
  'policy/versions': seeing,
  'policy/save': administering,
  'policy/follow-site': administering,
  'policy/preview': administering,
  'site-policy/get': governing,
  'site-policy/save': governing,
  'site-policy/versions': governing,
  'readiness/get': seeing,
  'readiness/start': administering,
  'readiness/choose': administering,
  'readiness/watch': administering,
  'readiness/reinforce': administering,
  'readiness/decide': administering,
  'report/gadget': seeing,
  'rule/test': administering,
  // Of a team-managed project's workflow; one that projects share is edited by Jira's administrators alone.
  'rule/mode': administering,
};

/** Jira hides the item and its project from these. */
const BLIND: readonly Role[] = ['hidden-provider', 'outsider', 'app'];

/** What becomes of a call: it succeeds, or is refused with this code. */
export function outcome(call: CallKey, role: Role): 'ok' | RefusalCode {
  const { may, otherwise } = permissions[call];
  if (role === 'anonymous') return 'anonymous';
  if (may.includes(role)) return 'ok';
  const needs = access[call];
  if (needs === 'site-admin') return 'not-allowed';
  if (BLIND.includes(role)) return 'not-found';
  const byJira = ['project-admin', 'named-item-admin', 'workflow-admin'].includes(needs);
  return otherwise?.[role] ?? (byJira ? 'not-allowed' : 'forbidden');
}
