import * as z from 'zod/mini';
import { RULES } from '../domain/policy/rules';

const account = z.string();
const accounts = z.readonly(z.array(account));
const severity = z.enum(['warn', 'block']);
const weighed = { severity, who: accounts };
const unsettled = z.enum(['requested', 'countered', 'acknowledged', 'delivered', 'declined']);
const ofAgreement = { ...weighed, agreementId: z.string(), deliverable: z.string(), provider: account };

/** The facts of a finding whose reader may know them, by rule. */
const open = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('owner.missing'),
    declinedBy: z.exactOptional(account),
    handedBack: z.exactOptional(z.boolean()),
    suggested: z.exactOptional(account),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('owner.shared'),
    people: accounts,
    others: z.readonly(z.array(z.string())),
    fieldName: z.string(),
    dri: z.exactOptional(account),
    ...weighed,
  }),
  z.strictObject({ rule: z.literal('owner.not-a-person'), name: z.string(), ...weighed }),
  z.strictObject({
    rule: z.literal('owner.inactive'),
    accountId: account,
    lostAccess: z.exactOptional(z.boolean()),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('owner.not-accepted'),
    accountId: account,
    nominated: z.boolean(),
    since: z.exactOptional(z.iso.datetime()),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('dependency.unmapped'),
    hidden: z.optional(z.undefined()),
    issueKey: z.string(),
    summary: z.string(),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('agreement.declined'),
    alternative: z.exactOptional(account),
    availableFrom: z.exactOptional(z.iso.date()),
    ...ofAgreement,
  }),
  z.strictObject({ rule: z.literal('agreement.countered'), committedBy: z.iso.date(), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.unacknowledged'), neededBy: z.iso.date(), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.provider-inactive'), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.self-dealt'), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.overdue'), committedBy: z.iso.date(), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.unconfirmed'), committedBy: z.iso.date(), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.rests-on-unacknowledged'), ...ofAgreement }),
  z.strictObject({ rule: z.literal('agreement.open'), status: unsettled, ...ofAgreement }),
  z.strictObject({ rule: z.literal('dependencies.undeclared'), ...weighed }),
  z.strictObject({
    rule: z.literal('dependencies.too-few'),
    have: z.int(),
    need: z.int(),
    ...weighed,
  }),
  z.strictObject({ rule: z.literal('authority.missing'), accountId: z.exactOptional(account), ...weighed }),
  z.strictObject({
    rule: z.literal('authority.expired'),
    accountId: account,
    expiresOn: z.iso.date(),
    ...weighed,
  }),
  z.strictObject({ rule: z.literal('brief.incomplete'), ...weighed }),
  z.strictObject({
    rule: z.literal('checkin.contradicted'),
    accountId: account,
    at: z.iso.datetime(),
    agreementId: z.string(),
    deliverable: z.string(),
    others: z.int(),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('checkin.off-track'),
    accountId: account,
    at: z.iso.datetime(),
    risk: z.string(),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('decision.overdue'),
    escalationId: z.string(),
    question: z.string(),
    toAccountId: account,
    due: z.iso.datetime(),
    ...weighed,
  }),
  z.strictObject({
    rule: z.literal('escalation.unanswered'),
    escalationId: z.string(),
    question: z.string(),
    toAccountId: account,
    since: z.iso.datetime(),
    ...weighed,
  }),
  z.strictObject({ rule: z.literal('checkin.stale'), accountId: account, due: z.iso.datetime(), ...weighed }),
]);

/** The schema of `Finding`. */
const finding = z.union([
  open,
  z.strictObject({ rule: z.literal('dependency.unmapped'), hidden: z.literal(true), ...weighed }),
]);

export const findingView = z.strictObject({
  rule: z.enum(RULES),
  severity,
  who: accounts,
  what: z.string().check(z.minLength(1)),
  next: z.string().check(z.minLength(1)),
  finding: z.exactOptional(finding),
});
