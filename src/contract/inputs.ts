import * as z from 'zod/mini';
import { RETURN_CAUSES } from '../domain/agreement/agreement';
import { CHECKPOINTS, MODES, RULES, SEVERITIES, type RuleId } from '../domain/gate/rules';

/** Longest texts accepted, in characters. Fifty agreements of full length still fit one storage record. */
export const LIMITS = { accountId: 128, name: 255, short: 200, text: 1000 } as const;

const text = (max: number) =>
  z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(max, 'too-long'));
const accountId = z.string().check(z.minLength(1, 'required'), z.maxLength(LIMITS.accountId, 'too-long'));
const issueKey = z
  .string()
  .check(z.maxLength(LIMITS.name, 'too-long'), z.regex(/^[A-Z][A-Z0-9_]+-[1-9][0-9]*$/, 'not-an-issue-key'));
const agreementId = z.string().check(z.regex(/^A[1-9][0-9]{0,5}$/, 'not-an-agreement-id'));

/** A calendar date that exists: `2026-02-30` is refused. */
const isoDate = z.iso.date('not-a-date');

const empty = z.strictObject({});
const ofAgreement = z.strictObject({ agreementId });

const ownerSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('charter') }),
  z.strictObject({ kind: z.literal('assignee') }),
  z.strictObject({
    kind: z.literal('field'),
    fieldId: z.string().check(z.regex(/^[a-z]+(_[0-9]+)?$/, 'not-a-field-id')),
  }),
]);

const severity = z.enum(SEVERITIES);
const severities = z.strictObject({ start: severity, finish: severity });

/** A project's policy as it is saved; `version` is the one that was read, so that two savers cannot overwrite each other. */
export const policySchema = z.strictObject({
  version: z.int().check(z.gte(0)),
  mode: z.enum(MODES),
  workItemTypes: z.array(text(LIMITS.name)).check(z.minLength(1, 'required'), z.maxLength(50, 'too-many')),
  ownerSource,
  rules: z.strictObject(
    Object.fromEntries(RULES.map((id) => [id, severities])) as Record<RuleId, typeof severities>,
  ),
  minimumDependencies: z.int().check(z.gte(0), z.lte(10)),
  acknowledgementHours: z.int().check(z.gte(1), z.lte(24 * 30)),
});

/** One transition's rule configuration, as its page saves it and the gate reads it. */
export const transitionRuleSchema = z.strictObject({
  checkpoint: z.enum(CHECKPOINTS),
  mode: z.optional(z.enum(MODES)),
  alsoBlock: z._default(z.array(z.enum(RULES)), []),
  onOutage: z._default(z.enum(['closed', 'open']), 'closed'),
});

/** One schema per call. Unknown keys are refused: what is not understood is not silently dropped. */
export const inputs = {
  'charter/get': empty,
  'dri/nominate': z.strictObject({ accountId }),
  'dri/accept': empty,
  'dri/decline': z.strictObject({ reason: text(LIMITS.text), suggestedAccountId: z.optional(accountId) }),
  'authority/grant': z.strictObject({
    decisions: text(LIMITS.text),
    boundaries: z.optional(text(LIMITS.text)),
    inputs: z.optional(text(LIMITS.text)),
    escalateWhen: z.optional(text(LIMITS.text)),
    expiresOn: z.optional(isoDate),
  }),
  'brief/write': z.strictObject({
    outcome: text(LIMITS.text),
    whyNow: text(LIMITS.text),
    successMeasure: text(LIMITS.text),
    reviewOn: isoDate,
  }),
  'dependencies/declare-none': empty,
  'agreement/request': z.strictObject({
    providerAccountId: accountId,
    deliverable: text(LIMITS.short),
    acceptance: text(LIMITS.text),
    neededBy: isoDate,
    providerIssueKey: z.optional(issueKey),
  }),
  'agreement/acknowledge': ofAgreement,
  'agreement/counter': z.strictObject({
    agreementId,
    committedBy: isoDate,
    reason: text(LIMITS.text),
    deliverable: z.optional(text(LIMITS.short)),
  }),
  'agreement/accept-counter': ofAgreement,
  'agreement/restate': z.strictObject({
    agreementId,
    neededBy: z.optional(isoDate),
    deliverable: z.optional(text(LIMITS.short)),
    acceptance: z.optional(text(LIMITS.text)),
  }),
  'agreement/reassign': z.strictObject({ agreementId, providerAccountId: accountId }),
  'agreement/deliver': z.strictObject({ agreementId, evidence: text(LIMITS.text) }),
  'agreement/accept-delivery': ofAgreement,
  'agreement/return': z.strictObject({
    agreementId,
    cause: z.enum(RETURN_CAUSES),
    reason: text(LIMITS.text),
  }),
  'agreement/renegotiate': z.strictObject({ agreementId, committedBy: isoDate, reason: text(LIMITS.text) }),
  'agreement/answer-renegotiation': z.strictObject({ agreementId, accept: z.boolean() }),
  'agreement/decline': z.strictObject({
    agreementId,
    reason: text(LIMITS.text),
    alternativeAccountId: z.optional(accountId),
    availableFrom: z.optional(isoDate),
  }),
  'agreement/withdraw': z.strictObject({ agreementId, reason: text(LIMITS.text) }),
  'report/page': z.strictObject({
    cursor: z.optional(z.string().check(z.maxLength(4000, 'too-long'))),
    filter: z.optional(
      z.strictObject({
        /** `policy`: the types under policy. `all`: every open item of the project. */
        scope: z.optional(z.enum(['policy', 'all'])),
        text: z.optional(z.string().check(z.maxLength(LIMITS.short, 'too-long'))),
      }),
    ),
  }),
  'policy/get': empty,
  'policy/save': z.strictObject({ policy: policySchema }),
} as const;

export type CallKey = keyof typeof inputs;
export type Input<K extends CallKey> = z.output<(typeof inputs)[K]>;
