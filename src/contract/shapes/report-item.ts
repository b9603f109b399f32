import * as z from 'zod/mini';
import type { AccountabilityTest } from '../../domain/report/accountability/accountability-test';
import type { AccountabilitySnapshot } from '../../domain/report/accountability/snapshot';
import { debriefFields, reviewFields } from './charter-fields';
import { checkInSummary } from './check-in';
import { seen } from './charter-answer';
import { reachedStep } from './clocks';
import { gateUnknown, gateView } from './gate';
import { account, date, instant, list, maybe, schemaOf } from './schema-of';
import { side } from './side';
import { status } from './work-item';

/** Who answers for a work item. */
export const dri = z.strictObject({ accountId: account, status: z.enum(['nominated', 'accepted']) });

const light = z.enum(['yes', 'no', 'unknown']);

/** The accountability test's three questions, answered. */
export const accountabilityLights = schemaOf<AccountabilityTest>()(
  z.strictObject({ owner: light, authority: light, dependencies: light }),
);

/** An item's line in the report. */
export const reportItem = z.strictObject({
  issueKey: z.string(),
  summary: z.string(),
  issueType: z.string(),
  /** Its level in Jira's hierarchy; 1 for epics under whatever name. */
  issueTypeLevel: z.nullable(z.int()),
  status,
  components: list(z.string()),
  fixVersions: list(z.string()),
  dri: z.nullable(dri),
  /** Null where the verdict is not known. */
  gate: z.nullable(gateView),
  gateUnknown: maybe(gateUnknown),
  /** Present where this reader sees something in the way that Holdfast may not see: no verdict weighs it. */
  waitsUnseen: maybe(z.literal(true)),
  /** Present where a promise rests on an issue that Jira does not show Holdfast: no verdict weighs it. */
  restsUnseen: maybe(z.literal(true)),
  test: accountabilityLights,
  atRisk: z.boolean(),
  /** Marked as one of the vital few. */
  vital: z.boolean(),
  /** Moves around the gate, of the latest that are kept. */
  bypasses: z.int(),
  /** Open agreements, and the earliest day one of them is needed. */
  agreements: z.strictObject({ open: z.int(), acknowledged: z.int(), nextNeededBy: maybe(date) }),
  /** Whom it needs something from, by what is open or not even promised. */
  handoffs: list(side),
  /** When it is looked at again; absent without a brief. */
  reviewOn: maybe(date),
  /** The highest step anything of the item stands on. */
  rung: z.nullable(reachedStep),
  /** Agreements without an answer for longer than the policy allows. */
  unanswered: z.int(),
  /** How it stood a week ago, by its own charter; null where too much happened since for that to be at hand. */
  lastWeek: z.nullable(
    schemaOf<AccountabilitySnapshot>()(
      z.strictObject({ passes: z.boolean(), promises: z.int(), unanswered: z.int() }),
    ),
  ),
  /** Its owner's word: off track stands until they say otherwise, on track until the next check-in is due; null for neither. */
  onTrack: z.nullable(z.boolean()),
  /** What its owner last decided about the commitment, the day it was to be looked at again. */
  review: z.nullable(z.strictObject({ ...reviewFields, at: instant, by: account })),
  /** What changes after promises that broke, newest first. */
  lookBacks: list(
    z.strictObject({ ...debriefFields, at: instant, by: account, agreementId: z.string(), what: z.string() }),
  ),
  /** What its owner said last; null where they have said nothing. */
  checkIn: z.nullable(checkInSummary),
  seen,
});
