import * as z from 'zod/mini';
import { CHECKPOINTS, MODES, RULES, SEVERITIES, type RuleId } from '../domain/gate/rules';
import type { CallKey } from './inputs';
import { agreementView, charterEvent, charterView } from './outputs-charter';
import { answersAnswer, commitmentsAnswerOf } from './outputs-commitments';
import { findingView } from './outputs-finding';
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
  findings: list(findingView),
});

const status = z.strictObject({
  id: z.string(),
  name: z.string(),
  category: z.enum(['new', 'indeterminate', 'done']),
});

const workItem = z.strictObject({
  issueId: z.string(),
  issueKey: z.string(),
  projectKey: z.string(),
  summary: z.string(),
  issueType: z.string(),
  status,
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
  blockers: list(z.strictObject({ issueKey: z.string(), summary: z.string(), done: z.boolean() })),
  people,
});

const severity = z.enum(SEVERITIES);
const severities = z.strictObject({ start: severity, finish: severity });

const policy = z.strictObject({
  version: z.int(),
  mode: z.enum(MODES),
  workItemTypes: list(z.string()),
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
});

const ok = z.literal(true);
const instant = z.iso.datetime();

const charterAnswer = z.strictObject({
  ok,
  charter: charterView,
  gate: gateView,
  gates: z.strictObject({ start: gateView, finish: gateView }),
  item: workItem,
  policy,
  people,
  me: z.strictObject({ accountId: z.string(), canEdit: z.boolean() }),
  history: list(charterEvent),
  now: instant,
});

const charterChange = z.union([charterAnswer, z.strictObject({ ok, agreement: agreementView })]);

const light = z.enum(['yes', 'no']);

const reportPageAnswer = z.strictObject({
  ok,
  items: list(
    z.strictObject({
      issueKey: z.string(),
      summary: z.string(),
      issueType: z.string(),
      status,
      dri: z.nullable(z.strictObject({ accountId: z.string(), status: z.enum(['nominated', 'accepted']) })),
      gate: gateView,
      test: z.strictObject({ owner: light, authority: light, dependencies: light }),
      atRisk: z.boolean(),
      agreements: z.strictObject({
        open: z.int(),
        acknowledged: z.int(),
        nextNeededBy: z.exactOptional(z.iso.date()),
      }),
    }),
  ),
  people,
  nextCursor: z.exactOptional(z.string()),
  approximateTotal: z.exactOptional(z.int()),
  now: instant,
});

const policyAnswer = z.strictObject({ ok, policy, inherited: z.boolean() });

/**
 * What each call answers when it is not refused, as schemas: the promise of `answers.ts` for programs that are not
 * written in TypeScript, and for tests. Neither the functions nor the pages load them.
 */
export const outputs = {
  'charter/get': charterAnswer,
  'dri/nominate': charterAnswer,
  'dri/accept': charterAnswer,
  'dri/decline': charterAnswer,
  'authority/grant': charterAnswer,
  'brief/write': charterAnswer,
  'dependencies/declare-none': charterAnswer,
  'agreement/request': charterAnswer,
  'agreement/acknowledge': charterChange,
  'agreement/counter': charterChange,
  'agreement/accept-counter': charterAnswer,
  'agreement/restate': charterAnswer,
  'agreement/decline': charterChange,
  'agreement/reassign': charterChange,
  'agreement/deliver': charterChange,
  'agreement/accept-delivery': charterAnswer,
  'agreement/return': charterAnswer,
  'agreement/renegotiate': charterChange,
  'agreement/answer-renegotiation': charterChange,
  'agreement/withdraw': charterAnswer,
  'commitments/list': commitmentsAnswerOf({ people, status }),
  'commitments/answer': answersAnswer,
  'report/page': reportPageAnswer,
  'policy/get': policyAnswer,
  'policy/save': policyAnswer,
} as const satisfies Record<CallKey, z.ZodMiniType>;

/** Every refusal has this one shape. */
export const refusalSchema = z.strictObject(refusal);
