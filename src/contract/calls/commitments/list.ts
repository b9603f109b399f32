import * as z from 'zod/mini';
import { URGENCIES } from '../../../domain/commitments/commitments';
import { DUTIES } from '../../../domain/commitments/duties';
import { cursor, once } from '../../input-parts';
import { INTAKE_FIELDS } from '../../../domain/policy/policy';
import { agreementView } from '../../shapes/agreement';
import { seen, undo } from '../../shapes/charter-answer';
import { asks } from '../../shapes/charter-fields';
import { people } from '../../shapes/people';
import { dri } from '../../shapes/report-item';
import { account, date, instant, list, maybe, nextCursor, ok } from '../../shapes/schema-of';
import { awayNow } from '../../shapes/team';
import { status } from '../../shapes/work-item';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

/** One line of somebody's commitments: what is to be done, by whom, since when. */
const entry = () =>
  z.strictObject({
    /** Names the line when it is answered. */
    ref: z.string(),
    /** Sent back with an answer, so that nobody answers what has changed meanwhile. */
    seen,
    duty: z.enum(DUTIES),
    urgency: z.enum(URGENCIES),
    since: instant,
    dueOn: maybe(date),
    who: z.nullable(account),
    /** Whose it is, where the caller answers for somebody who is away. */
    standInFor: maybe(account),
    awaitedBy: z.nullable(account),
    /** Whoever it waits for was not reached with it yet: no clock of theirs runs. */
    unreached: maybe(z.literal(true)),
    agreement: maybe(agreementView),
    /** Who answers for the work item, as far as this person may know. */
    dri: maybe(dri),
    /** Steps this person took on the agreement a moment ago and can undo. */
    undo: maybe(undo),
    /** A question that needs a decision. */
    question: maybe(
      z.strictObject({
        escalationId: z.string(),
        text: z.string(),
        neededBy: maybe(date),
        asks: maybe(asks),
        /** What it is about, and when the owner is to ask rather than decide, for who may see the work item. */
        about: maybe(z.string()),
        askWhen: maybe(z.string()),
      }),
    ),
    /** A gap that somebody raised. */
    gap: maybe(z.strictObject({ gapId: z.string(), text: z.string() })),
    /** For a check-in: how many there were, and the agreements it walks through or that speak against “on track”. */
    checkIn: maybe(
      z.strictObject({
        count: z.int(),
        agreements: list(agreementView),
        walkThrough: list(z.string()),
        /** What the policy wants to know of every request. */
        intake: list(z.enum(INTAKE_FIELDS)),
      }),
    ),
    /** Since when Jira no longer has the work item; what was promised still stands. */
    itemDeletedAt: maybe(instant),
    /** Absent where Jira does not show the work item to this person. */
    item: maybe(z.strictObject({ issueKey: z.string(), summary: z.string(), status })),
  });

/** A page of what waits for a person (`yours`), and of what they wait for (`awaited`); most urgent first. */
export const output = () => {
  const entries = list(entry());
  return z.strictObject({
    ok,
    yours: entries,
    awaited: entries,
    /** Present while the caller is away, on the first page: until when, and who answers meanwhile. */
    away: maybe(awayNow),
    people,
    me: z.strictObject({ accountId: account }),
    nextCursor,
    now: instant,
  });
};

/** A page of what waits for the caller and of what they wait for. */
export const listCommitments = defineCall<typeof output>()({
  key: 'commitments/list',
  input: once(() => z.strictObject({ cursor: cursor() })),
  access: 'person',
  changes: false,
  may: loggedIn,
});
