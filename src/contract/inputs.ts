import * as z from 'zod/mini';
import { DEBRIEF_CAUSES, REVIEW_CHOICES } from '../domain/charter/follow-through/follow-through';
import { accountId, cursor, LIMITS, once, text } from './input-parts';
import { backtestSchema } from './inputs-backtest';
import { readinessInputs } from './inputs-readiness';
import { policySchema, transitionRuleSchema } from './inputs-policy';
import { RETURN_CAUSES } from '../domain/charter/agreement/agreement';
import { ANSWER_CALLS, MAX_ANSWERS } from './answer-calls';
import { COMMITMENT_REF } from './commitment-ref';
import { WEEKS } from './indicators';
import { MAX_ACTED_ON } from './report-acts';
import { RULES } from '../domain/policy/rules';

const issueKey = once(() =>
  z
    .string()
    .check(
      z.maxLength(LIMITS.name, 'too-long'),
      z.regex(/^[A-Z][A-Z0-9_]+-[1-9][0-9]*$/, 'not-an-issue-key'),
    ),
);
const agreementId = once(() => z.string().check(z.regex(/^A[1-9][0-9]{0,5}$/, 'not-an-agreement-id')));

/** A need of a check-in, as the check-in's answer names it. */
const needId = once(() => z.string().check(z.regex(/^N[1-9][0-9]{0,5}[.][1-9][0-9]?$/, 'not-a-need-id')));

/** A calendar date that exists: `2026-02-30` is refused. */
const isoDate = once(() => z.iso.date('not-a-date'));

/** How many history entries the caller's screen shows: what others changed since is then told, not overwritten. */
const seen = once(() => z.optional(z.int().check(z.gte(0))));
/** A moment with its offset; kept in UTC. */
const instant = once(() => z.iso.datetime({ offset: true, error: 'not-an-instant' }));

const empty = once(() => z.strictObject({}));
const onlySeen = once(() => z.strictObject({ seen: seen() }));
const ofAgreement = once(() => z.strictObject({ agreementId: agreementId(), seen: seen() }));

const savedPolicy = once(() => z.strictObject({ policy: policySchema() }));

/** Complete weeks, counted back from now. */
const weeksPage = once(() =>
  z.strictObject({
    weeks: z.optional(z.int().check(z.gte(1), z.lte(WEEKS.most))),
    cursor: cursor(),
  }),
);

const schemas = {
  'charter/get': empty,
  'owner/hands': empty,
  /** Entries are numbered from 0, the oldest; `before` is the number the page ends in front of. */
  'history/page': once(() => z.strictObject({ before: z.optional(z.int().check(z.gte(1))) })),
  'dri/nominate': once(() => z.strictObject({ accountId: accountId(), seen: seen() })),
  'dri/accept': onlySeen,
  'dri/decline': once(() =>
    z.strictObject({ reason: text(LIMITS.text), suggestedAccountId: z.optional(accountId()), seen: seen() }),
  ),
  'authority/grant': once(() =>
    z.strictObject({
      decisions: text(LIMITS.text),
      boundaries: z.optional(text(LIMITS.text)),
      inputs: z.optional(text(LIMITS.text)),
      escalateWhen: z.optional(text(LIMITS.text)),
      expiresOn: z.optional(isoDate()),
      seen: seen(),
    }),
  ),
  'brief/write': once(() =>
    z.strictObject({
      outcome: text(LIMITS.text),
      whyNow: text(LIMITS.text),
      successMeasure: text(LIMITS.text),
      reviewOn: isoDate(),
      seen: seen(),
    }),
  ),
  'dependencies/declare-none': onlySeen,
  'dependencies/declare-no-further': onlySeen,
  'agreement/request': once(() =>
    z.strictObject({
      providerAccountId: accountId(),
      deliverable: text(LIMITS.short),
      acceptance: text(LIMITS.text),
      neededBy: isoDate(),
      providerIssueKey: z.optional(issueKey()),
      impact: z.optional(text(LIMITS.text)),
      inputs: z.optional(text(LIMITS.text)),
      needId: z.optional(needId()),
      seen: seen(),
    }),
  ),
  'agreement/acknowledge': ofAgreement,
  'agreement/counter': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      committedBy: isoDate(),
      reason: text(LIMITS.text),
      deliverable: z.optional(text(LIMITS.short)),
    }),
  ),
  'agreement/accept-counter': ofAgreement,
  'agreement/restate': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      neededBy: z.optional(isoDate()),
      deliverable: z.optional(text(LIMITS.short)),
      acceptance: z.optional(text(LIMITS.text)),
    }),
  ),
  'agreement/reassign': once(() =>
    z.strictObject({ agreementId: agreementId(), seen: seen(), providerAccountId: accountId() }),
  ),
  'agreement/deliver': once(() =>
    z.strictObject({ agreementId: agreementId(), seen: seen(), evidence: text(LIMITS.text) }),
  ),
  'agreement/confirm': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      onTrack: z.boolean(),
      reason: z.optional(text(LIMITS.text)),
    }),
  ),
  'agreement/accept-delivery': ofAgreement,
  'agreement/return': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      cause: z.enum(RETURN_CAUSES),
      reason: text(LIMITS.text),
    }),
  ),
  'agreement/renegotiate': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      committedBy: isoDate(),
      reason: text(LIMITS.text),
    }),
  ),
  'agreement/answer-renegotiation': once(() =>
    z.strictObject({ agreementId: agreementId(), seen: seen(), accept: z.boolean() }),
  ),
  'agreement/link': once(() =>
    z.strictObject({ agreementId: agreementId(), seen: seen(), providerIssueKey: issueKey() }),
  ),
  'agreement/decline': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      reason: text(LIMITS.text),
      alternativeAccountId: z.optional(accountId()),
      availableFrom: z.optional(isoDate()),
    }),
  ),
  'agreement/withdraw': once(() =>
    z.strictObject({ agreementId: agreementId(), seen: seen(), reason: text(LIMITS.text) }),
  ),
  'commitments/list': once(() => z.strictObject({ cursor: cursor() })),
  'commitments/answer': once(() =>
    z.strictObject({
      answers: z
        .array(
          z.strictObject({
            ref: z.string().check(z.regex(COMMITMENT_REF, 'not-a-ref')),
            call: z.enum(ANSWER_CALLS),
            /** The call's own input; the agreement may be left to the ref. Held against the call's schema by the call. */
            input: z._default(z.record(z.string(), z.unknown()), {}),
          }),
        )
        .check(z.minLength(1, 'required'), z.maxLength(MAX_ANSWERS, 'too-many')),
    }),
  ),
  'checkin/submit': once(() =>
    z.strictObject({
      onTrack: z.boolean(),
      biggestRisk: text(LIMITS.text),
      needs: z._default(
        z
          .array(z.strictObject({ accountId: accountId(), what: text(LIMITS.short) }))
          .check(z.maxLength(10, 'too-many')),
        [],
      ),
      decision: z.optional(text(LIMITS.text)),
      seen: seen(),
      reviewed: z.optional(z.array(agreementId()).check(z.maxLength(100, 'too-many'))),
    }),
  ),
  'escalation/raise': once(() =>
    z.strictObject({
      question: text(LIMITS.text),
      toAccountId: accountId(),
      seen: seen(),
      aboutAgreementId: z.optional(agreementId()),
      needId: z.optional(needId()),
    }),
  ),
  'escalation/answer': once(() =>
    z.strictObject({
      seen: seen(),
      escalationId: z.string().check(z.regex(/^E[1-9][0-9]{0,5}$/, 'not-an-escalation-id')),
      decision: text(LIMITS.text),
    }),
  ),
  'gap/raise': once(() => z.strictObject({ what: text(LIMITS.text), seen: seen() })),
  'gap/answer': once(() =>
    z.strictObject({
      seen: seen(),
      gapId: z.string().check(z.regex(/^G[1-9][0-9]{0,5}$/, 'not-a-gap-id')),
      answer: text(LIMITS.text),
    }),
  ),
  'review/decide': once(() =>
    z.strictObject({
      seen: seen(),
      choice: z.enum(REVIEW_CHOICES),
      reviewOn: z.optional(isoDate()),
      reason: z.optional(text(LIMITS.text)),
    }),
  ),
  'review/set-date': once(() => z.strictObject({ seen: seen(), reviewOn: isoDate() })),
  /** Reminds those the item waits for. */
  'reminder/send': empty,
  'debrief/write': once(() =>
    z.strictObject({
      agreementId: agreementId(),
      seen: seen(),
      hadOneOwner: z.boolean(),
      wereAssuming: z.boolean(),
      whoSaw: text(LIMITS.text),
      cause: z.enum(DEBRIEF_CAUSES),
      changesNow: text(LIMITS.text),
    }),
  ),
  'report/page': once(() =>
    z.strictObject({
      cursor: cursor(),
      filter: z.optional(
        z.strictObject({
          /** `policy`: the types under policy. `all`: every open item of the project. */
          scope: z.optional(z.enum(['policy', 'all'])),
          text: z.optional(z.string().check(z.maxLength(LIMITS.short, 'too-long'))),
        }),
      ),
    }),
  ),
  'report/indicators': weeksPage,
  'report/past': weeksPage,
  'report/drift': empty,
  'report/hands': once(() =>
    z.strictObject({
      cursor: cursor(),
      /** As in `report/page`. */
      scope: z.optional(z.enum(['policy', 'all'])),
    }),
  ),
  'backtest/run': backtestSchema,
  'report/handoffs': once(() =>
    z.strictObject({
      /** As in `report/page`. */
      scope: z.optional(z.enum(['policy', 'all'])),
      cursor: cursor(),
    }),
  ),
  'report/act': once(() =>
    z.strictObject({
      items: z
        .array(z.strictObject({ issueKey: issueKey(), seen: seen() }))
        .check(z.minLength(1, 'required'), z.maxLength(MAX_ACTED_ON, 'too-many')),
      action: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('nominate'), accountId: accountId() }),
        z.strictObject({ kind: z.literal('remind') }),
        z.strictObject({ kind: z.literal('review'), reviewOn: isoDate() }),
      ]),
    }),
  ),
  'waiver/grant': once(() =>
    z.strictObject({
      seen: seen(),
      rules: z.array(z.enum(RULES)).check(z.minLength(1, 'required'), z.maxLength(RULES.length, 'too-many')),
      reason: text(LIMITS.text),
      expiresAt: instant(),
    }),
  ),
  'waiver/end': once(() =>
    z.strictObject({
      seen: seen(),
      waiverId: z.string().check(z.regex(/^W[1-9][0-9]{0,5}$/, 'not-a-waiver-id')),
      reason: text(LIMITS.text),
    }),
  ),
  'policy/get': empty,
  'policy/save': savedPolicy,
  'policy/follow-site': once(() => z.strictObject({ version: z.int().check(z.gte(0)) })),
  'policy/preview': once(() =>
    z.strictObject({
      policy: policySchema(),
      cursor: cursor(),
    }),
  ),
  'policy/versions': empty,
  'site-policy/get': empty,
  'site-policy/save': savedPolicy,
  'site-policy/versions': empty,
  ...readinessInputs,
  /** The report in little, for a dashboard; no cursor: its first page. */
  'report/gadget': once(() => z.strictObject({ cursor: cursor() })),
  'rule/test': once(() => z.strictObject({ issueKey: issueKey(), rule: transitionRuleSchema() })),
  /** The project a workflow belongs to, where it belongs to one: its editor names no key. */
  'rule/mode': once(() =>
    z.strictObject({ projectId: z.optional(z.string().check(z.regex(/^[0-9]{1,20}$/, 'not-an-id'))) }),
  ),
} as const;

type Schemas = { readonly [K in keyof typeof schemas]: ReturnType<(typeof schemas)[K]> };

/** One schema per call. Unknown keys are refused: what is not understood is not silently dropped. */
export const inputs = Object.defineProperties(
  {},
  Object.fromEntries(Object.entries(schemas).map(([key, get]) => [key, { get, enumerable: true }])),
) as Schemas;

export type CallKey = keyof typeof inputs;
export type Input<K extends CallKey> = z.output<(typeof inputs)[K]>;
