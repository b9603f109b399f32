import * as z from 'zod/mini';
import { RETURN_CAUSES } from '../../domain/charter/agreement/agreement';
import type { CharterEvent } from '../../domain/charter/events';
import {
  brief,
  debriefFields,
  grant,
  passage,
  reviewFields,
  side,
  waiver,
  questionFields,
} from './charter-fields';
import { checkInFields } from './check-in';
import { account, date, instant, maybe, schemaOf } from './schema-of';

const happened = { at: instant, by: account };
const ofAgreement = { ...happened, agreementId: z.string() };

/** One thing that happened to a charter. */
export const charterEvent = schemaOf<CharterEvent>()(
  z.discriminatedUnion('type', [
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
      ...questionFields,
      aboutAgreementId: maybe(z.string()),
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
    z.strictObject({
      type: z.literal('waiver-ended'),
      ...happened,
      waiverId: z.string(),
      reason: z.string(),
    }),
    z.strictObject({ type: z.literal('passage-recorded'), ...happened, passage }),
    z.strictObject({ type: z.literal('item-moved'), ...happened, from: z.string(), to: z.string() }),
    z.strictObject({
      type: z.literal('step-set-aside'),
      ...happened,
      step: z.string(),
      stepAt: instant,
      stepBy: account,
    }),
    z.strictObject({ type: z.literal('item-deleted'), ...happened }),
    z.strictObject({ type: z.literal('item-restored'), ...happened }),
    z.strictObject({
      type: z.literal('dri-access-changed'),
      ...happened,
      accountId: account,
      sees: z.boolean(),
    }),
  ]),
);
