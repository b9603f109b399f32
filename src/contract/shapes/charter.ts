import * as z from 'zod/mini';
import type { Charter } from '../../domain/charter/charter';
import type { Escalation } from '../../domain/charter/escalation/escalation';
import { agreementView } from './agreement';
import { brief, grant, passage, questionFields, reach, reviewFields, waiver } from './charter-fields';
import { checkIn } from './check-in';
import { account, date, instant, list, maybe, schemaOf } from './schema-of';

/** A question that needs a decision. */
export const escalation = schemaOf<Escalation>()(
  z.strictObject({
    ...questionFields,
    id: z.string(),
    raisedBy: account,
    raisedAt: instant,
    redirectedAt: maybe(instant),
    toZone: maybe(z.string()),
    reach,
    agreementId: maybe(z.string()),
    answer: maybe(z.strictObject({ decision: z.string(), by: account, at: instant })),
    takenBack: maybe(z.strictObject({ reason: z.string(), by: account, at: instant })),
  }),
);

/** What a charter holds beside its agreements. */
const withoutAgreements = schemaOf<Omit<Charter, 'agreements' | 'slips'>>()(
  z.strictObject({
    dri: z.nullable(
      z.strictObject({
        accountId: account,
        status: z.enum(['nominated', 'accepted']),
        nominatedBy: account,
        nominatedAt: instant,
        acceptedAt: maybe(instant),
        zone: maybe(z.string()),
        lostAccessAt: maybe(instant),
        handedOverBy: maybe(account),
        reach,
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
    vacancy: maybe(
      z.strictObject({
        since: instant,
        sponsor: z.nullable(account),
        formerOwner: maybe(account),
        until: maybe(instant),
      }),
    ),
    departed: maybe(list(z.strictObject({ accountId: account, at: instant }))),
    authority: z.nullable(z.strictObject({ ...grant, grantedBy: account, grantedAt: instant })),
    brief: z.nullable(z.strictObject({ ...brief, writtenBy: account, writtenAt: instant })),
    noDependencies: z.nullable(z.strictObject({ declaredBy: account, at: instant })),
    noFurtherDependencies: maybe(z.strictObject({ declaredBy: account, at: instant })),
    checkIns: list(checkIn),
    checkInCount: z.int(),
    walkedWeeks: maybe(list(date)),
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
    vital: maybe(z.strictObject({ markedBy: account, markedAt: instant })),
    passages: list(passage),
    itemDeletedAt: maybe(instant),
    finishedAt: maybe(instant),
    reopenedAt: maybe(instant),
  }),
);

export const charterView = z.extend(withoutAgreements, { agreements: list(agreementView) });
