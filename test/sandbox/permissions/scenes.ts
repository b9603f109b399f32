import type { CallKey } from '../../../src/contract/inputs';
import type { Role } from '../../../src/contract/permissions';
import { siteDefault } from '../../../src/domain/policy/policy';
import { CAST, SPARE } from './cast';

/** One call by one role on the way to the state in which everything can be tried. */
export type Step = readonly [role: Role, call: CallKey, payload?: object];

/** The state in which a call would succeed for the right person, and what is then sent. */
export interface Scene {
  readonly before: readonly Step[];
  readonly payload: (role: Role) => unknown;
  /** The work item is finished in Jira then. */
  readonly done?: true;
}

const SEEN = 'A1';
const HIDDEN = 'A2';
/** The agreement a role has to do with. */
const mine = (role: Role): { agreementId: string } => ({
  agreementId: role === 'hidden-provider' ? HIDDEN : SEEN,
});

const nominated: readonly Step[] = [['team', 'dri/nominate', { accountId: CAST.dri }]];
const owned: readonly Step[] = [
  ...nominated,
  ['dri', 'dri/accept'],
  ['sponsor', 'authority/grant', { decisions: 'Scope and order' }],
];
const asked = { acceptance: 'Two people can sign in', neededBy: '2026-12-14' };
const requested: readonly Step[] = [
  ...owned,
  ['dri', 'agreement/request', { ...asked, providerAccountId: CAST.provider, deliverable: 'Sign-in' }],
  [
    'dri',
    'agreement/request',
    { ...asked, providerAccountId: CAST['hidden-provider'], deliverable: 'Desks' },
  ],
];

/** Both providers take the same step. */
const both = (call: CallKey, more: object = {}): readonly Step[] => [
  ['provider', call, { agreementId: SEEN, ...more }],
  ['hidden-provider', call, { agreementId: HIDDEN, ...more }],
];
const byDri = (call: CallKey, more: object = {}): readonly Step[] => [
  ['dri', call, { agreementId: SEEN, ...more }],
  ['dri', call, { agreementId: HIDDEN, ...more }],
];

const counter = { committedBy: '2026-12-21', reason: 'The hardware comes late' };
const evidence = { evidence: 'It answers' };
const reason = { reason: 'It became clear yesterday' };
const later = { committedBy: '2026-12-18', ...reason };
const spec = { cause: 'spec', ...reason };

const acknowledged = [...requested, ...both('agreement/acknowledge')];
const countered = [...requested, ...both('agreement/counter', counter)];
const delivered = [...acknowledged, ...both('agreement/deliver', evidence)];
const returned = [...delivered, ...byDri('agreement/return', spec)];
/** The DRI proposed another day to both, and a third provider's promise was put in question by its provider. */
const THIRD = 'A3';
const questioned: readonly Step[] = [
  ...acknowledged,
  ...byDri('agreement/renegotiate', later),
  ['dri', 'agreement/request', { ...asked, providerAccountId: CAST.provider, deliverable: 'Sign-out' }],
  ['provider', 'agreement/acknowledge', { agreementId: THIRD }],
  ['provider', 'agreement/renegotiate', { agreementId: THIRD, ...later }],
];

/** The last step of each side can be undone: a yes, and an accepted delivery. */
const undoable: readonly Step[] = [
  ...acknowledged,
  ['dri', 'agreement/request', { ...asked, providerAccountId: CAST.provider, deliverable: 'Sign-out' }],
  ['provider', 'agreement/acknowledge', { agreementId: THIRD }],
  ['provider', 'agreement/deliver', { agreementId: THIRD, ...evidence }],
  ['dri', 'agreement/accept-delivery', { agreementId: THIRD }],
];

const brief = { outcome: 'Open', whyNow: 'Rent', successMeasure: 'Keys handed over', reviewOn: '2026-12-30' };
const waiver = { rules: ['agreement.unacknowledged'], ...reason, expiresAt: '2026-11-30T09:00:00Z' };
const question = { question: 'Which market first?', toAccountId: CAST.sponsor };
const debrief = {
  hadOneOwner: true,
  wereAssuming: false,
  whoSaw: 'Operations',
  cause: 'unclear-handoff',
  changesNow: 'The acceptance is written first',
};

/** The programme belongs to the project, not to the item. */
const running: readonly Step[] = [['lead', 'readiness/start', { version: 0 }]];
/** What ships, with one condition more. */
const coaching = { ...siteDefault, version: 0, mode: 'coach' };

const scene = (before: readonly Step[], payload: object | ((role: Role) => unknown) = {}): Scene => ({
  before,
  payload:
    typeof payload === 'function'
      ? (role) => Reflect.apply(payload, undefined, [role]) as unknown
      : () => payload,
});
/** The same with the agreement each role has to do with. */
const ofAgreement = (before: readonly Step[], more: object = {}): Scene =>
  scene(before, (role: Role) => ({ ...mine(role), ...more }));

/** The policy calls read and write the policy that is there; the test adds it. */
export const WITH_POLICY = new Set<CallKey>(['policy/save', 'policy/preview', 'site-policy/save']);

const BRAKE = { until: '2026-11-30T18:00:00Z', reason: 'The release is stuck' };

/** Every call has a scene: without one this does not compile. */
export const SCENES: Readonly<Record<CallKey, Scene>> = {
  'charter/get': scene(requested),
  'history/page': scene(requested),
  'dri/nominate': scene(nominated, { accountId: SPARE }),
  'dri/accept': scene(nominated),
  'dri/decline': scene(nominated, reason),
  'authority/grant': scene(owned, { decisions: 'Everything below 20 k€' }),
  'brief/write': scene(owned, brief),
  'dependencies/declare-none': scene(owned),
  'dependencies/declare-no-further': scene(requested),
  'agreement/request': scene(owned, { ...asked, providerAccountId: CAST.provider, deliverable: 'Sign-in' }),
  'agreement/acknowledge': ofAgreement(requested),
  'agreement/counter': ofAgreement(requested, counter),
  'agreement/record-yes': ofAgreement(requested),
  'agreement/ask-more': ofAgreement(requested, { question: 'For how many people?' }),
  'agreement/replace': ofAgreement(acknowledged, { providerAccountId: SPARE, ...reason }),
  'agreement/take-back': scene(
    [
      ...owned,
      ['team', 'agreement/request', { ...asked, providerAccountId: CAST.provider, deliverable: 'Sign-in' }],
    ],
    { agreementId: SEEN, ...reason },
  ),
  'agreement/settle': { ...ofAgreement(acknowledged, { as: 'not-needed' }), done: true },
  'agreement/take-on': ofAgreement([
    ...acknowledged,
    ['dri', 'dri/decline', reason],
    ...nominated,
    ['dri', 'dri/accept'],
  ]),
  'agreement/undo': scene(undoable, (role: Role) => (role === 'dri' ? { agreementId: THIRD } : mine(role))),
  'dri/undo': scene([...nominated, ['dri', 'dri/accept']]),
  'agreement/reply-later': ofAgreement(requested, { by: '2026-12-01' }),
  'agreement/decline': ofAgreement(requested, { ...reason, availableFrom: '2027-01-11' }),
  'agreement/deliver': ofAgreement(acknowledged, evidence),
  'agreement/confirm': ofAgreement(acknowledged, { onTrack: true }),
  'agreement/accept-counter': ofAgreement(countered),
  'agreement/restate': ofAgreement(countered, { neededBy: '2026-12-20' }),
  'agreement/accept-delivery': ofAgreement(delivered),
  'agreement/return': ofAgreement(delivered, spec),
  'agreement/withdraw': ofAgreement(requested, reason),
  'agreement/reassign': ofAgreement(requested, { providerAccountId: SPARE }),
  'agreement/renegotiate': ofAgreement(acknowledged, later),
  'agreement/answer-renegotiation': scene(questioned, (role: Role) => ({
    ...(role === 'dri' ? { agreementId: THIRD } : mine(role)),
    accept: true,
  })),
  'agreement/link': ofAgreement(acknowledged, { providerIssueKey: 'PLAT-1' }),
  'waiver/grant': scene(requested, waiver),
  'waiver/end': scene([...requested, ['lead', 'waiver/grant', waiver]], { waiverId: 'W1', ...reason }),
  'checkin/submit': scene(owned, { onTrack: true, biggestRisk: 'The permit' }),
  'escalation/raise': scene(owned, question),
  'escalation/answer': scene([...owned, ['dri', 'escalation/raise', question]], {
    escalationId: 'E1',
    decision: 'Mexico',
  }),
  'escalation/redirect': scene([...owned, ['dri', 'escalation/raise', question]], {
    escalationId: 'E1',
    toAccountId: SPARE,
  }),
  'escalation/take-back': scene([...owned, ['dri', 'escalation/raise', question]], {
    escalationId: 'E1',
    ...reason,
  }),
  'gap/raise': scene(owned, { what: 'Nobody owns the keys' }),
  'gap/answer': scene([...owned, ['viewer', 'gap/raise', { what: 'Nobody owns the keys' }]], {
    gapId: 'G1',
    answer: 'Facilities does',
  }),
  'review/decide': scene([...owned, ['dri', 'brief/write', brief]], {
    choice: 'recommit',
    reviewOn: '2027-01-30',
  }),
  'review/set-date': scene([...owned, ['dri', 'brief/write', brief]], { reviewOn: '2027-01-30' }),
  'vital/set': scene(requested, { vital: true }),
  // The item exists for nobody: each line of the answer says so.
  'vital/mark': scene(requested, { issueKeys: ['PERM-999'], vital: true }),
  'reminder/send': scene(requested),
  // The project's own item is named where the test knows its key; another one is refused, and that is told.
  'report/act': scene(requested, { items: [{ issueKey: 'PERM-999' }], action: { kind: 'remind' } }),
  'debrief/write': ofAgreement(returned, debrief),
  'commitments/list': scene(requested),
  'commitments/mail': scene(requested),
  'notice/preferences': scene(requested),
  'person/reach': scene(requested, { accountId: 'u-ops' }),
  // A handle nobody was given: the answer is taken, and each of its parts refused.
  'commitments/answer': scene(requested, {
    answers: [{ ref: `${'0'.repeat(32)}:A1`, call: 'agreement/acknowledge' }],
  }),
  'portfolio/page': scene([]),
  'portfolio/loosening': scene([], { projectKeys: ['EXP'] }),
  'report/page': scene(requested),
  'report/indicators': scene(requested),
  'report/drift': scene(requested),
  'report/past': scene(requested),
  'report/quarter': scene(requested),
  'report/hands': scene(requested),
  'owner/hands': scene(requested),
  'backtest/run': scene(requested, { from: '2026-01-01', to: '2026-12-31' }),
  'report/handoffs': scene(requested),
  'decision/list': scene(requested),
  'graph/get': scene(requested),
  'report/gadget': scene(requested),
  'readiness/get': scene(running),
  'readiness/start': scene([], { version: 0 }),
  'readiness/choose': scene(running, {
    version: 1,
    behaviours: [{ rule: 'owner.missing', checkpoint: 'start' }],
  }),
  'readiness/watch': scene(running, { version: 1, indicators: ['rework-rate'] }),
  'readiness/reinforce': scene([...running, ['lead', 'policy/save', { policy: coaching }]], {
    version: 1,
    policyVersion: 1,
    change: 'try/mode/coach',
  }),
  'readiness/decide': scene(running, { version: 1, choice: 'stop', ...reason }),
  'policy/get': scene([]),
  'policy/versions': scene([]),
  'policy/save': scene([]),
  'policy/follow-site': scene([], { version: 0 }),
  'policy/preview': scene(requested),
  'site-policy/get': scene([]),
  'site-policy/save': scene([]),
  'site-policy/versions': scene([]),
  'site-check/run': scene([]),
  'brake/apply': scene([], BRAKE),
  'brake/lift': scene([]),
  'site-brake/apply': scene([], BRAKE),
  'site-brake/lift': scene([]),
  'audit/page': scene([]),
  'audit/export': scene([]),
  'report/exported': scene([], { rows: 12 }),
  'rule/test': scene(requested, { rule: { checkpoint: 'start' } }),
  // Of the project's own workflow; the test names the project by its id.
  'team/list': scene([]),
  'team/save': scene([], { teams: [{ name: 'Desks', members: [CAST.provider] }] }),
  'team/remove': scene([['admin', 'team/save', { teams: [{ name: 'Desks' }] }]], { teamId: 'T1' }),
  'away/get': scene([]),
  'away/set': scene([], { from: '2026-12-07', to: '2026-12-11' }),
  'away/end': scene([]),
  'away/list': scene([]),
  'away/settings': scene([], { version: 0, on: true, datesShownTo: 'askers', people: [], keptDays: 30 }),
  'person/leaving': scene(requested, { accountId: CAST.provider }),
  'person/hand-on': scene(requested, { accountId: CAST.provider, toAccountId: SPARE }),
  'rule/mode': scene([]),
};
