import * as z from 'zod/mini';
import { agreementView } from './agreement';
import { charterView, escalation } from './charter';
import { charterEvent } from './charter-event';
import { checkInStand } from './check-in';
import { itemClocks } from './clocks';
import { gateUnknown, gateView } from './gate';
import { people } from './people';
import { policy } from './policy';
import { account, instant, list, maybe, ok } from './schema-of';
import { awayNow } from './team';
import { workItem } from './work-item';

/** How many entries the whole history has; a command that sends it back is refused when others changed its subject since. */
export const seen = z.int();

/** Steps the reader took a moment ago and can undo. */
export const undo = list(
  z.strictObject({ agreementId: maybe(z.string()), step: z.string(), until: instant }),
);

/** Everything the panel shows, in one answer. */
export const charterAnswer = z.strictObject({
  ok,
  charter: charterView,
  /** The gate at the checkpoint the item meets next; null where it is not known. */
  gate: z.nullable(gateView),
  gates: z.nullable(z.strictObject({ start: gateView, finish: gateView })),
  /** Why no verdict is known; absent where one is. */
  gateUnknown: maybe(gateUnknown),
  /** Present where this reader sees something in the way that Holdfast may not see: no verdict weighs it. */
  waitsUnseen: maybe(z.literal(true)),
  /** Present where a promise rests on an issue that Jira does not show Holdfast: no verdict weighs it. */
  restsUnseen: maybe(z.literal(true)),
  item: workItem,
  policy,
  people,
  me: z.strictObject({
    accountId: account,
    canEdit: z.boolean(),
    /** Administers the item's project, as far as the policy's waivers ask. */
    administers: z.boolean(),
    /** Ids of their roles and groups, where the policy's rights ask for any. */
    memberOf: maybe(z.strictObject({ roles: list(z.string()), groups: list(z.string()) })),
    mayWaive: z.boolean(),
  }),
  /** What happened last, oldest first. */
  history: list(charterEvent),
  seen,
  /** How many older entries `history/page` has: the number of the first one here, counted from 0. */
  earlier: z.int(),
  clocks: itemClocks,
  checkIn: checkInStand,
  undo: maybe(undo),
  /** Those whom something waits for and who are away now, by account; absent while nobody is. */
  away: maybe(z.record(z.string(), awayNow)),
  now: instant,
});

/**
 * The same after a command. Where nothing turned on what Jira lets the caller do, that was not asked, and what they knew of
 * it goes on holding.
 */
export const changedCharter = z.extend(charterAnswer, {
  me: z.union([charterAnswer.shape.me, z.strictObject({ accountId: account })]),
});

/** What a provider who may not see the work item gets: their agreement and nothing else of it. */
export const providerAnswer = z.strictObject({
  ok,
  agreement: agreementView,
  /** Those the agreement speaks of. */
  people,
  seen,
  undo: maybe(undo),
  now: instant,
});

/** What somebody gets who decides a question without seeing the work item: the question, and no more. */
export const escalationAnswer = z.strictObject({ ok, escalation });

/** What a command answers, by what its call is about. */
export const commandOutputs = {
  charter: () => changedCharter,
  agreementId: () => z.union([changedCharter, providerAnswer]),
  escalationId: () => z.union([changedCharter, escalationAnswer]),
};

export type CommandOutputs = typeof commandOutputs;
