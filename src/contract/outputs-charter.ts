import * as z from 'zod/mini';

const account = z.string();
const instant = z.iso.datetime();
const date = z.iso.date();
const maybe = z.exactOptional;
const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const terms = {
  id: z.string(),
  providerAccountId: account,
  providerZone: z.string(),
  deliverable: z.string(),
  acceptance: z.string(),
  neededBy: date,
  providerIssueKey: maybe(z.string()),
  requestedBy: account,
  requestedAt: instant,
  overdue: z.boolean(),
  acknowledgementOverdue: z.boolean(),
};

/** An agreement in one of the states of its life, with what is derived from the clock. */
export const agreementView = z.discriminatedUnion('status', [
  z.strictObject({ ...terms, status: z.literal('requested') }),
  z.strictObject({ ...terms, status: z.literal('acknowledged'), acknowledgedAt: instant, committedBy: date }),
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
    // What was said before the withdrawal stays with the agreement.
    acknowledgedAt: maybe(instant),
    committedBy: maybe(date),
    declinedAt: maybe(instant),
    declineReason: maybe(z.string()),
    alternativeAccountId: maybe(account),
    availableFrom: maybe(date),
  }),
]);

const passage = z.strictObject({
  at: instant,
  checkpoint: z.enum(['start', 'finish']),
  reason: z.enum(['observe', 'coach', 'unchecked']),
  rules: list(z.string()),
  movedBy: maybe(account),
});

const grant = {
  grantedTo: account,
  decisions: z.string(),
  boundaries: maybe(z.string()),
  inputs: maybe(z.string()),
  escalateWhen: maybe(z.string()),
  expiresOn: maybe(date),
};

export const charterView = z.strictObject({
  dri: z.nullable(
    z.strictObject({
      accountId: account,
      status: z.enum(['nominated', 'accepted']),
      nominatedBy: account,
      nominatedAt: instant,
      acceptedAt: maybe(instant),
    }),
  ),
  declinedNomination: z.nullable(
    z.strictObject({
      accountId: account,
      reason: z.string(),
      suggestedAccountId: maybe(account),
      at: instant,
    }),
  ),
  authority: z.nullable(z.strictObject({ ...grant, grantedBy: account, grantedAt: instant })),
  noDependencies: z.nullable(z.strictObject({ declaredBy: account, at: instant })),
  agreements: list(agreementView),
  passages: list(passage),
});

const happened = { at: instant, by: account };
const ofAgreement = { ...happened, agreementId: z.string() };

/** One thing that happened to a charter: the schema of `CharterEvent`. */
export const charterEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dri-nominated'), ...happened, accountId: account }),
  z.strictObject({ type: z.literal('dri-accepted'), ...happened }),
  z.strictObject({
    type: z.literal('dri-declined'),
    ...happened,
    reason: z.string(),
    suggestedAccountId: maybe(account),
  }),
  z.strictObject({ type: z.literal('authority-granted'), ...happened, ...grant }),
  z.strictObject({ type: z.literal('no-dependencies-declared'), ...happened }),
  z.strictObject({
    type: z.literal('agreement-requested'),
    ...ofAgreement,
    providerAccountId: account,
    providerZone: z.string(),
    deliverable: z.string(),
    acceptance: z.string(),
    neededBy: date,
    providerIssueKey: maybe(z.string()),
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
  z.strictObject({ type: z.literal('passage-recorded'), ...happened, passage }),
]);
