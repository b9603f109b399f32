import * as z from 'zod/mini';
import { CHECKPOINTS, MODES, RULES, SEVERITIES, type RuleId } from '../domain/policy/rules';
import { INTAKE_FIELDS } from '../domain/policy/policy';
import type { CallKey } from './inputs';
import { MEASURES } from '../domain/policy/clock-policy';
import { clocks, itemClocks, rung } from './outputs-clocks';
import { backtestAnswer } from './outputs-backtest';
import { agreementView, charterEvent, charterView, escalation } from './outputs-charter';
import { answersAnswer, commitmentsAnswerOf } from './outputs-commitments';
import { findingView } from './outputs-finding';
import { handsAnswersOf } from './outputs-hands';
import { handoffAnswersOf } from './outputs-handoffs';
import { indicatorAnswersOf } from './outputs-indicators';
import { gadgetAnswerOf } from './outputs-gadget';
import { readinessAnswersOf } from './outputs-readiness';
import { refusal } from './outputs-refusal';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const person = z.strictObject({
  accountId: z.string(),
  kind: z.enum(['human', 'app', 'customer']),
  active: z.boolean(),
  displayName: z.string().check(z.minLength(1)),
  timeZone: z.exactOptional(z.string()),
  avatarUrl: z.exactOptional(z.string()),
});
const people = z.record(z.string(), person);

const verdict = z.enum(['pass', 'warn', 'block']);

const gateView = z.strictObject({
  checkpoint: z.enum(CHECKPOINTS),
  mode: z.enum(MODES),
  verdict,
  strictVerdict: verdict,
  policyVersion: z.int(),
  policyOf: z.exactOptional(z.enum(['site', 'project'])),
  findings: list(findingView),
  ofAncestor: z.exactOptional(z.string()),
  waived: list(
    z.extend(findingView, { waiverId: z.string(), waivedBy: z.string(), until: z.iso.datetime() }),
  ),
});

const status = z.strictObject({
  id: z.string(),
  name: z.string(),
  category: z.enum(['new', 'indeterminate', 'done']),
});

const issueType = z.strictObject({
  id: z.string(),
  name: z.string(),
  untranslatedName: z.optional(z.string()),
  level: z.nullable(z.int()),
});

const workItem = z.strictObject({
  issueId: z.string(),
  issueKey: z.string(),
  projectKey: z.string(),
  projectId: z.string(),
  summary: z.string(),
  issueType: z.string(),
  type: issueType,
  parent: z.exactOptional(z.strictObject({ issueId: z.string(), issueKey: z.string(), type: issueType })),
  status,
  components: z.exactOptional(list(z.string())),
  fixVersions: z.exactOptional(list(z.string())),
  ownerField: z.nullable(
    z.strictObject({
      name: z.string(),
      cardinality: z.enum(['one', 'many']),
      candidates: list(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('person'), accountId: z.string() }),
          z.strictObject({ kind: z.literal('not-a-person'), name: z.string() }),
        ]),
      ),
    }),
  ),
  blockers: list(
    z.union([
      z.strictObject({
        hidden: z.optional(z.undefined()),
        issueId: z.string(),
        issueKey: z.string(),
        summary: z.string(),
        done: z.boolean(),
      }),
      z.strictObject({ hidden: z.literal(true) }),
    ]),
  ),
  people,
});

const severity = z.enum(SEVERITIES);
const severities = z.strictObject({ start: severity, finish: severity });

const workItemType = z.union([
  z.strictObject({ level: z.int() }),
  z.strictObject({ id: z.string(), name: z.string() }),
  z.strictObject({ named: z.string() }),
]);

const waitingLink = z.strictObject({
  linkTypeId: z.string(),
  direction: z.enum(['inward', 'outward']),
  words: z.string(),
});

const policy = z.strictObject({
  version: z.int(),
  decidedBy: z.optional(z.enum(['site', 'project'])),
  mode: z.enum(MODES),
  workItemTypes: list(workItemType),
  waitsFor: z.union([z.literal('by-words'), list(waitingLink)]),
  ownerSource: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('charter') }),
    z.strictObject({ kind: z.literal('assignee') }),
    z.strictObject({ kind: z.literal('field'), fieldId: z.string() }),
  ]),
  rules: z.strictObject(
    Object.fromEntries(RULES.map((id) => [id, severities])) as Record<RuleId, typeof severities>,
  ),
  minimumDependencies: z.int(),
  acknowledgementHours: z.number(),
  checkInEveryDays: z.int(),
  waivers: z.strictObject({
    projectAdmins: z.boolean(),
    people: list(z.string()),
    longestDays: z.int(),
  }),
  intake: list(z.enum(INTAKE_FIELDS)),
  childrenFollow: z.boolean(),
  nominateAssignee: z.boolean(),
  clocks,
});

const ok = z.literal(true);
const instant = z.iso.datetime();

const gateUnknown = z.enum(['app-may-not-see', 'people-not-read']);

const charterAnswer = z.strictObject({
  ok,
  charter: charterView,
  gate: z.nullable(gateView),
  gates: z.nullable(z.strictObject({ start: gateView, finish: gateView })),
  gateUnknown: z.exactOptional(gateUnknown),
  waitsUnseen: z.exactOptional(z.literal(true)),
  item: workItem,
  policy,
  people,
  me: z.strictObject({
    accountId: z.string(),
    canEdit: z.boolean(),
    administers: z.boolean(),
    mayWaive: z.boolean(),
  }),
  history: list(charterEvent),
  seen: z.int(),
  earlier: z.int(),
  clocks: itemClocks,
  now: instant,
});

const historyPageAnswer = z.strictObject({
  ok,
  events: list(charterEvent),
  from: z.int(),
  nextBefore: z.exactOptional(z.int()),
  people,
});

const charterChange = z.union([
  charterAnswer,
  z.strictObject({ ok, agreement: agreementView, people, seen: z.int(), now: instant }),
]);

const light = z.enum(['yes', 'no', 'unknown']);

const reportItem = z.strictObject({
  issueKey: z.string(),
  summary: z.string(),
  issueType: z.string(),
  issueTypeLevel: z.nullable(z.int()),
  status,
  components: list(z.string()),
  fixVersions: list(z.string()),
  dri: z.nullable(z.strictObject({ accountId: z.string(), status: z.enum(['nominated', 'accepted']) })),
  gate: z.nullable(gateView),
  gateUnknown: z.exactOptional(gateUnknown),
  waitsUnseen: z.exactOptional(z.literal(true)),
  test: z.strictObject({ owner: light, authority: light, dependencies: light }),
  atRisk: z.boolean(),
  bypasses: z.int(),
  agreements: z.strictObject({
    open: z.int(),
    acknowledged: z.int(),
    nextNeededBy: z.exactOptional(z.iso.date()),
  }),
  handoffs: list(
    z.union([z.strictObject({ projectKey: z.string() }), z.strictObject({ accountId: z.string() })]),
  ),
  reviewOn: z.exactOptional(z.iso.date()),
  rung: z.nullable(rung),
  unanswered: z.int(),
  lastWeek: z.nullable(z.strictObject({ passes: z.boolean(), promises: z.int(), unanswered: z.int() })),
  seen: z.int(),
});

const accounts = list(z.string());
const reminder = { ok, reminded: accounts, already: accounts };

const reportActAnswer = z.strictObject({
  ok,
  results: list(
    z.union([
      z.strictObject({ issueKey: z.string(), ok, item: reportItem }),
      z.strictObject({ issueKey: z.string(), ...reminder }),
      z.strictObject({ issueKey: z.string(), ...refusal }),
    ]),
  ),
  people,
  now: instant,
});

const reportPageAnswer = z.strictObject({
  ok,
  items: list(reportItem),
  people,
  nextCursor: z.exactOptional(z.string()),
  approximateTotal: z.exactOptional(z.int()),
  unknownTypes: z.exactOptional(list(workItemType)),
  answerWithin: z.strictObject({ hours: z.number(), measure: z.enum(MEASURES) }),
  now: instant,
});

const policyAnswer = z.strictObject({
  ok,
  policy,
  above: policy,
  inherited: z.boolean(),
  unknown: z.strictObject({
    types: list(workItemType),
    links: list(waitingLink),
    ownerField: z.exactOptional(z.string()),
    waitsForNothing: z.boolean(),
  }),
  people,
  now: instant,
});

const policyVersions = z.strictObject({
  ok,
  versions: list(
    z.strictObject({
      version: z.int(),
      savedAt: instant,
      savedBy: z.string(),
      policy: z.nullable(policy),
    }),
  ),
  people,
});

const ruleTest = z.strictObject({
  ok,
  issueKey: z.string(),
  summary: z.string(),
  mode: z.enum(MODES),
  outcome: z.enum(['refused', 'told', 'recorded', 'waived', 'passes', 'untouched', 'not-known']),
  lines: list(z.string()),
  waitsUnseen: z.exactOptional(z.literal(true)),
});

const fares = z.enum(['pass', 'warn', 'block', 'outside', 'not-known']);

const policyPreview = z.strictObject({
  ok,
  changed: list(
    z.strictObject({
      issueKey: z.string(),
      summary: z.string(),
      issueType: z.string(),
      checkpoint: z.enum(CHECKPOINTS),
      before: fares,
      after: fares,
      added: list(z.enum(RULES)),
      removed: list(z.enum(RULES)),
    }),
  ),
  looked: z.int(),
  blockedBefore: z.int(),
  blockedAfter: z.int(),
  notKnown: z.int(),
  nextCursor: z.exactOptional(z.string()),
  approximateTotal: z.exactOptional(z.int()),
});

/**
 * What each call answers when it is not refused, as schemas: the promise of `answers.ts` for programs that are not
 * written in TypeScript, and for tests. Neither the functions nor the pages load them.
 */
export const outputs = {
  'charter/get': charterAnswer,
  'history/page': historyPageAnswer,
  'dri/nominate': charterAnswer,
  'dri/accept': charterAnswer,
  'dri/decline': charterAnswer,
  'authority/grant': charterAnswer,
  'brief/write': charterAnswer,
  'dependencies/declare-none': charterAnswer,
  'dependencies/declare-no-further': charterAnswer,
  'agreement/request': charterAnswer,
  'agreement/acknowledge': charterChange,
  'agreement/counter': charterChange,
  'agreement/accept-counter': charterChange,
  'agreement/restate': charterChange,
  'agreement/decline': charterChange,
  'agreement/reassign': charterChange,
  'agreement/deliver': charterChange,
  'agreement/confirm': charterChange,
  'agreement/accept-delivery': charterChange,
  'agreement/return': charterChange,
  'agreement/renegotiate': charterChange,
  'agreement/answer-renegotiation': charterChange,
  'agreement/link': charterChange,
  'agreement/withdraw': charterChange,
  'commitments/list': commitmentsAnswerOf({ people, status }),
  'commitments/answer': answersAnswer,
  'report/page': reportPageAnswer,
  'report/act': reportActAnswer,
  ...indicatorAnswersOf(people),
  ...handsAnswersOf(people),
  'backtest/run': backtestAnswer,
  ...handoffAnswersOf(people),
  'checkin/submit': charterAnswer,
  'escalation/raise': charterAnswer,
  'escalation/answer': z.union([charterAnswer, z.strictObject({ ok, escalation })]),
  'gap/raise': charterAnswer,
  'gap/answer': charterAnswer,
  'review/decide': charterAnswer,
  'review/set-date': charterAnswer,
  'reminder/send': z.strictObject(reminder),
  'debrief/write': charterChange,
  'waiver/grant': charterAnswer,
  'waiver/end': charterAnswer,
  'policy/get': policyAnswer,
  'policy/save': policyAnswer,
  'policy/follow-site': policyAnswer,
  'policy/preview': policyPreview,
  'policy/versions': policyVersions,
  'site-policy/get': policyAnswer,
  'site-policy/save': policyAnswer,
  'site-policy/versions': policyVersions,
  ...readinessAnswersOf(people, policy),
  'report/gadget': gadgetAnswerOf(people),
  'rule/test': ruleTest,
  'rule/mode': z.strictObject({ ok, mode: z.enum(MODES) }),
} as const satisfies Record<CallKey, z.ZodMiniType>;

/** Every refusal has this one shape. */
export const refusalSchema = z.strictObject(refusal);
