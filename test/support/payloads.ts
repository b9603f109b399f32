import fc from 'fast-check';
import { calls, type CallKey } from '../../src/contract/calls';
import type { CharterCommand } from '../../src/domain/charter/commands';
import { siteDefault } from '../../src/domain/policy/policy';
import { commandsOf } from './commands';
import { handleOf } from './memory-ports';
import { projectIdOf } from './items';
import { OPS, PLATFORM } from './people';

const request = {
  providerAccountId: PLATFORM,
  deliverable: 'A staging cluster',
  acceptance: 'The smoke tests pass on it',
  neededBy: '2026-12-04',
};

type CommandCallKey = Extract<(typeof calls)[number], { readonly command: string }>['key'];

const tried = commandsOf({
  accountId: fc.constant(OPS),
  agreementId: fc.constant('A1'),
  date: fc.constant('2026-12-04'),
  deliverable: fc.constant(request.deliverable),
});

/** A call that gives a command says what the command says. */
const ofCommands = Object.fromEntries(
  calls.flatMap((call): readonly (readonly [string, object])[] => {
    if (!('command' in call)) return [];
    const arbitrary: fc.Arbitrary<CharterCommand> = tried[call.command].arbitrary;
    const [{ type: _type, ...payload } = { type: call.command }] = fc.sample(arbitrary, {
      numRuns: 1,
      seed: 1,
    });
    return [[call.key, payload]];
  }),
) as Readonly<Record<CommandCallKey, object>>;

/** Of commands, those that matter to a test, or have to be another to do something. */
const said = {
  'charter/get': {},
  'history/page': {},
  'dri/nominate': { accountId: OPS },
  'dri/accept': {},
  'dri/decline': { reason: 'No time' },
  'authority/grant': { decisions: 'Scope' },
  'dependencies/declare-none': {},
  'dependencies/declare-no-further': {},
  'agreement/request': request,
  'brief/write': {
    outcome: 'Orders flow',
    whyNow: 'Customers wait',
    successMeasure: 'A hundred orders',
    reviewOn: '2027-01-15',
  },
  'agreement/acknowledge': { agreementId: 'A1' },
  'agreement/counter': { agreementId: 'A1', committedBy: '2026-12-11', reason: 'Hardware is late' },
  'agreement/accept-counter': { agreementId: 'A1' },
  'agreement/restate': { agreementId: 'A1', neededBy: '2026-12-09' },
  'agreement/reassign': { agreementId: 'A1', providerAccountId: OPS },
  'agreement/deliver': { agreementId: 'A1', evidence: 'It runs' },
  'agreement/record-yes': { agreementId: 'A1' },
  'agreement/ask-more': { agreementId: 'A1', question: 'For how many?' },
  'agreement/replace': { agreementId: 'A1', providerAccountId: OPS, reason: 'It did not come' },
  'agreement/settle': { agreementId: 'A1', as: 'not-needed' },
  'agreement/take-on': { agreementId: 'A1' },
  'agreement/undo': { agreementId: 'A1' },
  'dri/undo': {},
  'agreement/take-back': { agreementId: 'A1', reason: 'Solved' },
  'agreement/reply-later': { agreementId: 'A1', by: '2026-11-26' },
  'agreement/confirm': { agreementId: 'A1', onTrack: true },
  'agreement/accept-delivery': { agreementId: 'A1' },
  'agreement/return': { agreementId: 'A1', cause: 'spec', reason: 'We asked for too little' },
  'agreement/renegotiate': { agreementId: 'A1', committedBy: '2026-12-18', reason: 'Hardware is late' },
  'agreement/link': { agreementId: 'A1', providerIssueKey: 'PLAT-7' },
  'agreement/answer-renegotiation': { agreementId: 'A1', accept: true },
  'agreement/decline': { agreementId: 'A1', reason: 'Not now', availableFrom: '2027-01-11' },
  'agreement/withdraw': { agreementId: 'A1', reason: 'Solved' },
  'commitments/list': {},
  'commitments/mail': {},
  'notice/preferences': {},
  'person/reach': { accountId: OPS },
  'commitments/answer': {
    answers: [{ ref: `${handleOf(PLATFORM, 'EXP-1')}:A1`, call: 'agreement/acknowledge' }],
  },
  'portfolio/page': {},
  'portfolio/loosening': { projectKeys: ['EXP'] },
  'review/set-date': { reviewOn: '2027-01-15' },
  'vital/set': { vital: true },
  'reminder/send': {},
  'vital/mark': { issueKeys: ['EXP-1'], vital: true },
  'report/act': { items: [{ issueKey: 'EXP-1' }], action: { kind: 'remind' } },
  'report/page': {},
  'report/indicators': {},
  'report/drift': {},
  'report/past': {},
  'report/quarter': {},
  'report/hands': {},
  'owner/hands': {},
  'backtest/run': { from: '2026-01-01', to: '2026-12-31' },
  'report/handoffs': {},
  'decision/list': {},
  'graph/get': {},
  'report/gadget': {},
  'readiness/get': {},
  'readiness/start': { version: 0 },
  'readiness/choose': { version: 1, behaviours: [{ rule: 'owner.missing', checkpoint: 'start' }] },
  'readiness/watch': { version: 1, indicators: ['acknowledgement-latency'] },
  'readiness/reinforce': { version: 1, policyVersion: 1, change: 'try/hours/72' },
  'readiness/decide': { version: 1, choice: 'keep', reason: 'It holds' },
  'policy/get': {},
  'policy/save': { policy: siteDefault },
  'checkin/submit': {
    onTrack: true,
    biggestRisk: 'The vendor is slow',
    needs: [{ accountId: 'u-platform', what: 'A date' }],
  },
  'escalation/raise': { question: 'Do we wait?', toAccountId: 'u-cto' },
  'escalation/answer': { escalationId: 'E1', decision: 'We wait' },
  'escalation/redirect': { escalationId: 'E1', toAccountId: OPS },
  'escalation/take-back': { escalationId: 'E1', reason: 'Settled' },
  'gap/raise': { what: 'Nobody tests the import' },
  'gap/answer': { gapId: 'G1', answer: 'Ops does' },
  'review/decide': { choice: 're-date', reviewOn: '2027-01-15', reason: 'Not now' },
  'debrief/write': {
    agreementId: 'A1',
    hadOneOwner: true,
    wereAssuming: true,
    whoSaw: 'Support',
    cause: 'unclear-handoff',
    changesNow: 'The request names the region',
  },
  'waiver/grant': { rules: ['owner.missing'], reason: 'A customer waits', expiresAt: '2026-12-01T12:00:00Z' },
  'waiver/end': { waiverId: 'W1', reason: 'Settled' },
  'policy/follow-site': { version: 1 },
  'policy/preview': { policy: siteDefault },
  'policy/versions': {},
  'site-policy/get': {},
  'site-policy/save': { policy: siteDefault },
  'site-policy/versions': {},
  'site-check/run': {},
  'brake/apply': { until: '2026-11-30T18:00:00Z', reason: 'The release is stuck' },
  'brake/lift': {},
  'site-brake/apply': { until: '2026-11-30T18:00:00Z', reason: 'The release is stuck' },
  'site-brake/lift': {},
  'audit/page': {},
  'audit/export': {},
  'report/exported': { rows: 12 },
  'rule/test': { issueKey: 'EXP-1', rule: { checkpoint: 'start' } },
  'team/list': {},
  'team/save': { teams: [{ name: 'Platform', members: [PLATFORM] }] },
  'team/remove': { teamId: 'T1' },
  'away/get': {},
  'away/set': { from: '2026-12-07', to: '2026-12-11', standInAccountId: OPS },
  'away/end': {},
  'away/list': {},
  'away/settings': { version: 0, on: true, datesShownTo: 'askers', people: [], keptDays: 30 },
  'person/leaving': { accountId: PLATFORM },
  'person/hand-on': { accountId: PLATFORM, toAccountId: OPS },
  'rule/mode': { projectId: projectIdOf('EXP') },
} as const satisfies Readonly<Record<Exclude<CallKey, CommandCallKey>, object>> &
  Readonly<Partial<Record<CommandCallKey, object>>>;

/** One payload of each call that fits, and does something in a world in which everything was done before. */
export const payloads: typeof said & Readonly<Record<CallKey, object>> = { ...ofCommands, ...said };
