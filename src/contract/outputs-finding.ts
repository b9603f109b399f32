import * as z from 'zod/mini';
import type { Finding } from '../domain/gate/finding';
import type { FactsByRule } from '../domain/gate/rules';
import { RULES, type RuleId } from '../domain/policy/rules';

const account = z.string();
const accounts = z.readonly(z.array(account));
const severity = z.enum(['warn', 'block']);
const weighed = { severity, who: accounts };
const unsettled = z.enum(['requested', 'countered', 'acknowledged', 'delivered', 'declined']);
const ofAgreement = { agreementId: z.string(), deliverable: z.string(), provider: account };
const ofQuestion = { escalationId: z.string(), question: z.string(), toAccountId: account };

/** A schema for each fact of a rule, for those as well that a finding may go without. */
type FactsOf<R extends RuleId> = { readonly [F in keyof FactsByRule[R]]-?: z.ZodMiniType };

const finding = <R extends RuleId, Facts extends FactsOf<R>>(rule: R, facts: Facts) =>
  z.strictObject({ rule: z.literal(rule), ...facts, ...weighed });

/** The facts of a finding whose reader may know them, by rule. A rule or a fact that is missing here does not compile. */
const byRule = {
  'owner.missing': finding('owner.missing', {
    declinedBy: z.exactOptional(account),
    handedBack: z.exactOptional(z.boolean()),
    suggested: z.exactOptional(account),
  }),
  'owner.shared': finding('owner.shared', {
    people: accounts,
    others: z.readonly(z.array(z.string())),
    fieldName: z.string(),
    dri: z.exactOptional(account),
  }),
  'owner.not-a-person': finding('owner.not-a-person', { name: z.string() }),
  'owner.inactive': finding('owner.inactive', {
    accountId: account,
    lostAccess: z.exactOptional(z.boolean()),
  }),
  'owner.not-accepted': finding('owner.not-accepted', {
    accountId: account,
    nominated: z.boolean(),
    since: z.exactOptional(z.iso.datetime()),
    unreached: z.exactOptional(z.literal(true)),
  }),
  'dependency.unmapped': z.discriminatedUnion('hidden', [
    finding('dependency.unmapped', {
      hidden: z.optional(z.undefined()),
      issueKey: z.string(),
      summary: z.string(),
    }),
    finding('dependency.unmapped', { hidden: z.literal(true) }),
  ]),
  'agreement.declined': finding('agreement.declined', {
    alternative: z.exactOptional(account),
    availableFrom: z.exactOptional(z.iso.date()),
    ...ofAgreement,
  }),
  'agreement.countered': finding('agreement.countered', { committedBy: z.iso.date(), ...ofAgreement }),
  'agreement.unacknowledged': finding('agreement.unacknowledged', {
    neededBy: z.iso.date(),
    unreached: z.exactOptional(z.enum(['yet', 'lasting'])),
    asksBack: z.exactOptional(z.strictObject({ question: z.string(), of: account })),
    ...ofAgreement,
  }),
  'agreement.provider-inactive': finding('agreement.provider-inactive', ofAgreement),
  'agreement.self-dealt': finding('agreement.self-dealt', ofAgreement),
  'agreement.overdue': finding('agreement.overdue', { committedBy: z.iso.date(), ...ofAgreement }),
  'agreement.unconfirmed': finding('agreement.unconfirmed', {
    committedBy: z.iso.date(),
    since: z.iso.datetime(),
    ...ofAgreement,
  }),
  'agreement.rests-on-unacknowledged': finding('agreement.rests-on-unacknowledged', ofAgreement),
  'agreement.open': finding('agreement.open', { status: unsettled, ...ofAgreement }),
  'dependencies.undeclared': finding('dependencies.undeclared', {}),
  'dependencies.too-few': finding('dependencies.too-few', { have: z.int(), need: z.int() }),
  'authority.missing': finding('authority.missing', { accountId: z.exactOptional(account) }),
  'authority.expired': finding('authority.expired', { accountId: account, expiresOn: z.iso.date() }),
  'brief.incomplete': finding('brief.incomplete', {}),
  'checkin.contradicted': finding('checkin.contradicted', {
    accountId: account,
    at: z.iso.datetime(),
    agreementId: z.string(),
    deliverable: z.string(),
    others: z.int(),
  }),
  'checkin.off-track': finding('checkin.off-track', {
    accountId: account,
    at: z.iso.datetime(),
    risk: z.string(),
  }),
  'decision.overdue': finding('decision.overdue', { due: z.iso.datetime(), ...ofQuestion }),
  'escalation.unanswered': finding('escalation.unanswered', { since: z.iso.datetime(), ...ofQuestion }),
  'checkin.stale': finding('checkin.stale', { accountId: account, due: z.iso.datetime() }),
} satisfies { readonly [R in RuleId]: z.ZodMiniType<Extract<Finding, { readonly rule: R }>> };

const { 'owner.missing': first, ...others } = byRule;

export const findingView = z.strictObject({
  rule: z.enum(RULES),
  severity,
  who: accounts,
  what: z.string().check(z.minLength(1)),
  next: z.string().check(z.minLength(1)),
  finding: z.exactOptional(z.discriminatedUnion('rule', [first, ...Object.values(others)])),
});
