import * as z from 'zod/mini';
import { DECISION_FILTERS, DECISION_STATES, type DecisionLine } from '../../../domain/decisions/register';
import { cursor, once } from '../../input-parts';
import { people } from '../../shapes/people';
import { account, date, instant, list, maybe, nextCursor, ok, schemaOf } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

const line = () =>
  schemaOf<DecisionLine>()(
    z.strictObject({
      issueKey: z.string(),
      id: z.string(),
      state: z.enum(DECISION_STATES),
      question: z.string(),
      askedBy: account,
      askedAt: instant,
      decider: account,
      isGrantor: z.boolean(),
      decideBy: maybe(date),
      dueAt: maybe(instant),
      inputs: maybe(z.string()),
      about: maybe(z.string()),
      decision: maybe(z.string()),
      decidedAt: maybe(instant),
      reason: maybe(z.string()),
      told: list(account),
    }),
  );

/** One page of the register, in the order of the items; `inRegisterOrder` in the domain puts all pages together. */
export const output = () =>
  z.strictObject({
    ok,
    lines: list(line()),
    /** What each item is called, by its key; empty where Jira does not say. */
    titles: z.record(z.string(), z.string()),
    people,
    nextCursor,
    now: instant,
  });

/** Questions across a project's items: who decides each by when, and what was decided. */
export const listDecisions = defineCall<typeof output>()({
  key: 'decision/list',
  input: once(() =>
    z.strictObject({
      /** Without one all of them. */
      filter: z.optional(z.enum(DECISION_FILTERS)),
      cursor: cursor(),
    }),
  ),
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
