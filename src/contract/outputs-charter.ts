import * as z from 'zod/mini';
import { RETURN_CAUSES } from '../domain/charter/agreement/agreement';
import { DEBRIEF_CAUSES, REVIEW_CHOICES } from '../domain/charter/follow-through/follow-through';
import { PASSAGE_REASONS } from '../domain/charter/charter';
import { rung } from './outputs-clocks';
import { RULES } from '../domain/policy/rules';

const account = z.string();
const instant = z.iso.datetime();
const date = z.iso.date();
const maybe = z.exactOptional;
const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const debriefFields = {
  hadOneOwner: z.boolean(),
  wereAssuming: z.boolean(),
  whoSaw: z.string(),
  cause: z.enum(DEBRIEF_CAUSES),
  changesNow: z.string(),
};

const checkInFields = {
  onTrack: z.boolean(),
  biggestRisk: z.string(),
  needs: list(z.strictObject({ id: maybe(z.string()), accountId: account, what: z.string() })),
  decision: maybe(z.string()),
  reviewed: list(z.string()),
};

const reviewFields = {
  choice: z.enum(REVIEW_CHOICES),
  reviewOn: maybe(date),
  reason: maybe(z.string()),
};

/** A question that needs a decision. */
export const escalation = z.strictObject({
  id: z.string(),
  question: z.string(),
  toAccountId: account,
  raisedBy: account,
  raisedAt: instant,
  agreementId: maybe(z.string()),
  needId: maybe(z.string()),
  answer: maybe(z.strictObject({ decision: z.string(), by: account, at: instant })),
});

const side = z.enum(['provider', 'requester']);

const terms = {
  id: z.string(),
  providerAccountId: account,
  providerZone: z.string(),
  deliverable: z.string(),
  acceptance: z.string(),
  neededBy: date,
  providerIssueKey: maybe(z.string()),
  providerIssueId: maybe(z.string()),
  providerIssueHidden: maybe(z.literal(true)),
  impact: maybe(z.string()),
  inputs: maybe(z.string()),
  needId: maybe(z.string()),
  requestedBy: account,
  requestedAt: instant,
  rounds: z.int(),
  rework: z.int(),
  dateChanges: list(z.strictObject({ at: instant, by: account, from: date, to: date, reason: z.string() })),
  breach: maybe(z.strictObject({ side: z.enum(['late', 'spec']), at: instant })),
  debrief: maybe(z.strictObject({ ...debriefFields, at: instant, by: account })),
  lastReturn: maybe(z.strictObject({ cause: z.enum(RETURN_CAUSES), reason: z.string(), at: instant })),
  overdue: z.boolean(),
  acknowledgementOverdue: z.boolean(),
  rung: z.nullable(rung),
};

const commitment = {
  acknowledgedAt: instant,
  committedBy: date,
  confirmedAt: maybe(instant),
  doubt: maybe(z.strictObject({ at: instant, reason: z.string() })),
};
const delivery = { ...commitment, deliveredAt: instant, evidence: z.string() };

/** An agreement in one of the states of its life, with what is derived from the clock. */
export const agreementView = z.discriminatedUnion('status', [
  z.strictObject({ ...terms, status: z.literal('requested') }),
  z.strictObject({
    ...terms,
    status: z.literal('countered'),
    counter: z.strictObject({
      committedBy: date,
      reason: z.string(),
      deliverable: maybe(z.string()),
      at: instant,
    }),
  }),
  z.strictObject({
    ...terms,
    ...commitment,
    status: z.literal('acknowledged'),
    renegotiation: maybe(
      z.strictObject({ proposedBy: account, side, committedBy: date, reason: z.string(), at: instant }),
    ),
  }),
  z.strictObject({ ...terms, ...delivery, status: z.literal('delivered') }),
  z.strictObject({ ...terms, ...delivery, status: z.literal('accepted'), acceptedAt: instant }),
  z.strictObject({
    ...terms,
    status: z.literal('declined'),
    declinedAt: instant,
    declineReason: z.string(),
    alternativeAccountId: maybe(account),
    availableFrom: maybe(date),
  }),
  z.strictObject({
    ...terms,
    status: z.literal('withdrawn'),
    withdrawnAt: instant,
    withdrawReason: z.string(),
  }),
]);

const passage = z.strictObject({
  at: instant,
  checkpoint: z.enum(['start', 'finish']),
  reason: z.enum(PASSAGE_REASONS),
  rules: list(z.string()),
  movedBy: maybe(account),
  child: maybe(z.string()),
});

const waiver = { rules: list(z.enum(RULES)), reason: z.string(), expiresAt: instant };

const grant = {
  grantedTo: account,
  decisions: z.string(),
  boundaries: maybe(z.string()),
  inputs: maybe(z.string()),
  escalateWhen: maybe(z.string()),
  expiresOn: maybe(date),
};

const brief = {
  outcome: z.string(),
  whyNow: z.string(),
  successMeasure: z.string(),
  reviewOn: date,
};

export const charterView = z.strictObject({
  dri: z.nullable(
    z.strictObject({
      accountId: account,
      status: z.enum(['nominated', 'accepted']),
      nominatedBy: account,
      nominatedAt: instant,
      acceptedAt: maybe(instant),
      zone: maybe(z.string()),
      lostAccessAt: maybe(instant),
    }),
  ),
  declinedNomination: z.nullable(
    z.strictObject({
      accountId: account,
      reason: z.string(),
      suggestedAccountId: maybe(account),
      handedBack: z.boolean(),
      at: instant,
    }),
  ),
  authority: z.nullable(z.strictObject({ ...grant, grantedBy: account, grantedAt: instant })),
  brief: z.nullable(z.strictObject({ ...brief, writtenBy: account, writtenAt: instant })),
  noDependencies: z.nullable(z.strictObject({ declaredBy: account, at: instant })),
  noFurtherDependencies: maybe(z.strictObject({ declaredBy: account, at: instant })),
  agreements: list(agreementView),
  checkIns: list(z.strictObject({ ...checkInFields, at: instant, by: account })),
  checkInCount: z.int(),
  escalations: list(escalation),
  gaps: list(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      raisedBy: account,
      raisedAt: instant,
      answer: maybe(z.strictObject({ text: z.string(), by: account, at: instant })),
    }),
  ),
  review: z.nullable(z.strictObject({ ...reviewFields, at: instant, by: account })),
  waivers: list(
    z.strictObject({
      ...waiver,
      id: z.string(),
      grantedBy: account,
      grantedAt: instant,
      ended: maybe(z.strictObject({ at: instant, by: account, reason: z.string() })),
    }),
  ),
  passages: list(passage),
  itemDeletedAt: maybe(instant),
});

const happened = { at: instant, by: account };
const ofAgreement = { ...happened, agreementId: z.string() };

/** One thing that happened to a charter: the schema of `CharterEvent`. */
export const charterEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('dri-nominated'),
    ...happened,
    accountId: account,
    zone: maybe(z.string()),
  }),
  z.strictObject({ type: z.literal('dri-accepted'), ...happened, zone: maybe(z.string()) }),
  z.strictObject({
    type: z.literal('dri-declined'),
    ...happened,
    reason: z.string(),
    suggestedAccountId: maybe(account),
  }),
  z.strictObject({ type: z.literal('authority-granted'), ...happened, ...grant }),
  z.strictObject({ type: z.literal('no-dependencies-declared'), ...happened }),
  z.strictObject({ type: z.literal('no-further-dependencies-declared'), ...happened }),
  z.strictObject({
    type: z.literal('agreement-requested'),
    ...ofAgreement,
    providerAccountId: account,
    providerZone: z.string(),
    deliverable: z.string(),
    acceptance: z.string(),
    neededBy: date,
    providerIssueKey: maybe(z.string()),
    providerIssueId: maybe(z.string()),
    providerIssueHidden: maybe(z.literal(true)),
    impact: maybe(z.string()),
    inputs: maybe(z.string()),
    needId: maybe(z.string()),
  }),
  z.strictObject({ type: z.literal('agreement-acknowledged'), ...ofAgreement, committedBy: date }),
  z.strictObject({
    type: z.literal('agreement-declined'),
    ...ofAgreement,
    reason: z.string(),
    alternativeAccountId: maybe(account),
    availableFrom: maybe(date),
  }),
  z.strictObject({ type: z.literal('agreement-withdrawn'), ...ofAgreement, reason: z.string() }),
  z.strictObject({
    type: z.literal('agreement-countered'),
    ...ofAgreement,
    committedBy: date,
    reason: z.string(),
    deliverable: maybe(z.string()),
  }),
  z.strictObject({ type: z.literal('counter-accepted'), ...ofAgreement }),
  z.strictObject({
    type: z.literal('agreement-restated'),
    ...ofAgreement,
    neededBy: maybe(date),
    deliverable: maybe(z.string()),
    acceptance: maybe(z.string()),
  }),
  z.strictObject({
    type: z.literal('agreement-reassigned'),
    ...ofAgreement,
    providerAccountId: account,
    providerZone: z.string(),
  }),
  z.strictObject({
    type: z.literal('agreement-delivered'),
    ...ofAgreement,
    evidence: z.string(),
    late: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('agreement-confirmed'),
    ...ofAgreement,
    onTrack: z.boolean(),
    reason: maybe(z.string()),
  }),
  z.strictObject({ type: z.literal('delivery-accepted'), ...ofAgreement }),
  z.strictObject({
    type: z.literal('delivery-returned'),
    ...ofAgreement,
    cause: z.enum(RETURN_CAUSES),
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('renegotiation-proposed'),
    ...ofAgreement,
    side,
    committedBy: date,
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('agreement-linked'),
    ...ofAgreement,
    providerIssueKey: maybe(z.string()),
    providerIssueId: maybe(z.string()),
    providerIssueHidden: maybe(z.literal(true)),
  }),
  z.strictObject({ type: z.literal('renegotiation-answered'), ...ofAgreement, accepted: z.boolean() }),
  z.strictObject({ type: z.literal('brief-written'), ...happened, ...brief }),
  z.strictObject({ type: z.literal('check-in-submitted'), ...happened, ...checkInFields }),
  z.strictObject({
    type: z.literal('escalation-raised'),
    ...happened,
    escalationId: z.string(),
    question: z.string(),
    toAccountId: account,
    aboutAgreementId: maybe(z.string()),
    needId: maybe(z.string()),
  }),
  z.strictObject({
    type: z.literal('escalation-answered'),
    ...happened,
    escalationId: z.string(),
    decision: z.string(),
  }),
  z.strictObject({ type: z.literal('gap-raised'), ...happened, gapId: z.string(), what: z.string() }),
  z.strictObject({ type: z.literal('gap-answered'), ...happened, gapId: z.string(), answer: z.string() }),
  z.strictObject({ type: z.literal('review-decided'), ...happened, ...reviewFields }),
  z.strictObject({ type: z.literal('review-date-set'), ...happened, reviewOn: date }),
  z.strictObject({ type: z.literal('debrief-written'), ...ofAgreement, ...debriefFields }),
  z.strictObject({ type: z.literal('waiver-granted'), ...happened, ...waiver, waiverId: z.string() }),
  z.strictObject({ type: z.literal('waiver-ended'), ...happened, waiverId: z.string(), reason: z.string() }),
  z.strictObject({ type: z.literal('passage-recorded'), ...happened, passage }),
  z.strictObject({ type: z.literal('item-moved'), ...happened, from: z.string(), to: z.string() }),
  z.strictObject({ type: z.literal('item-deleted'), ...happened }),
  z.strictObject({ type: z.literal('item-restored'), ...happened }),
  z.strictObject({
    type: z.literal('dri-access-changed'),
    ...happened,
    accountId: account,
    sees: z.boolean(),
  }),
]);
