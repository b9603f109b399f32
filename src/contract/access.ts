import type { CallKey } from './inputs';

/**
 * Who may make a call, as Jira knows them. What they may then do is the domain's to say.
 * - `item`: may browse the work item of the panel
 * - `item-or-provider`: may browse it, or is the provider of the agreement named in the call
 * - `item-or-addressee`: may browse it, or was asked to decide the question named in the call
 * - `person`: anybody logged in, for what is their own
 * - `project`: may browse the project of the page
 * - `project-admin`: administers that project
 * - `site-admin`: administers Jira
 * - `named-item-admin`: may browse the work item named in the call, and administers its project or Jira
 * - `workflow-admin`: administers the project named in the call or, where none is named, Jira
 */
export type Access =
  | 'item'
  | 'item-or-provider'
  | 'item-or-addressee'
  | 'person'
  | 'project'
  | 'project-admin'
  | 'site-admin'
  | 'named-item-admin'
  | 'workflow-admin';

/** One row per call: the permission table of the app. */
export const access = {
  'charter/get': 'item',
  'history/page': 'item',
  'owner/hands': 'item',
  'dri/nominate': 'item',
  'dri/accept': 'item',
  'dri/decline': 'item',
  'authority/grant': 'item',
  'brief/write': 'item',
  'dependencies/declare-none': 'item',
  'dependencies/declare-no-further': 'item',
  'agreement/request': 'item',
  'agreement/acknowledge': 'item-or-provider',
  'agreement/decline': 'item-or-provider',
  'agreement/withdraw': 'item',
  'agreement/counter': 'item-or-provider',
  'agreement/accept-counter': 'item',
  'agreement/restate': 'item',
  'agreement/reassign': 'item-or-provider',
  'agreement/deliver': 'item-or-provider',
  'agreement/confirm': 'item-or-provider',
  'agreement/accept-delivery': 'item',
  'agreement/return': 'item',
  'agreement/renegotiate': 'item-or-provider',
  'agreement/answer-renegotiation': 'item-or-provider',
  'agreement/link': 'item-or-provider',
  'waiver/grant': 'item',
  'waiver/end': 'item',
  'checkin/submit': 'item',
  'escalation/raise': 'item',
  'escalation/answer': 'item-or-addressee',
  'gap/raise': 'item',
  'gap/answer': 'item',
  'review/decide': 'item',
  'review/set-date': 'item',
  'reminder/send': 'item',
  'debrief/write': 'item-or-provider',
  'commitments/list': 'person',
  'commitments/answer': 'person',
  'report/page': 'project',
  'report/indicators': 'project',
  'report/drift': 'project',
  'report/past': 'project',
  'report/hands': 'project',
  'backtest/run': 'project',
  'report/handoffs': 'project',
  'report/act': 'person',
  'policy/get': 'project',
  'policy/save': 'project-admin',
  'policy/follow-site': 'project-admin',
  'policy/preview': 'project-admin',
  'policy/versions': 'project',
  'site-policy/get': 'site-admin',
  'site-policy/save': 'site-admin',
  'site-policy/versions': 'site-admin',
  'readiness/get': 'project',
  'readiness/start': 'project-admin',
  'readiness/choose': 'project-admin',
  'readiness/watch': 'project-admin',
  'readiness/reinforce': 'project-admin',
  'readiness/decide': 'project-admin',
  'report/gadget': 'project',
  'rule/test': 'named-item-admin',
  'rule/mode': 'workflow-admin',
} as const satisfies Record<CallKey, Access>;
