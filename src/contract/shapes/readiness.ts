import * as z from 'zod/mini';
import { CHECKPOINTS, RULES } from '../../domain/policy/rules';
import { DECISIONS, type Programme, type ProgrammeEvent } from '../../domain/readiness/programme';
import { INDICATORS } from '../../domain/report/indicators/indicators';
import { people } from './people';
import { policy } from './policy';
import { reinforcement } from './reinforcement';
import { account, instant, list, ok, schemaOf } from './schema-of';

const behaviours = list(z.strictObject({ rule: z.enum(RULES), checkpoint: z.enum(CHECKPOINTS) }));
const indicators = list(z.enum(INDICATORS));
const stamp = { at: instant, by: account };
const turnedOn = { change: reinforcement, policyVersion: z.int(), since: instant };
const decision = { choice: z.enum(DECISIONS), reason: z.string() };

const programme = schemaOf<Programme>()(
  z.strictObject({
    startedAt: instant,
    behaviours,
    indicators,
    reinforcement: z.nullable(z.strictObject(turnedOn)),
    decision: z.nullable(z.strictObject({ ...decision, at: instant })),
  }),
);

const event = schemaOf<ProgrammeEvent>()(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('programme-started'), ...stamp }),
    z.strictObject({ type: z.literal('behaviours-chosen'), behaviours, ...stamp }),
    z.strictObject({ type: z.literal('indicators-chosen'), indicators, ...stamp }),
    z.strictObject({ type: z.literal('reinforcement-recorded'), ...turnedOn, ...stamp }),
    z.strictObject({ type: z.literal('programme-decided'), ...decision, ...stamp }),
  ]),
);

/** A save of the policy since the programme began, with what in it could be its reinforcement. */
const policySave = z.strictObject({
  policyVersion: z.int(),
  savedAt: instant,
  savedBy: account,
  changes: list(reinforcement),
});

/** A project's readiness programme. Its step and its figures follow from this, the indicators and now. */
export const readinessAnswer = z.strictObject({
  ok,
  /** Sent back with a change, so that nobody is overwritten. */
  version: z.int(),
  /** Null: none was ever started. */
  programme: z.nullable(programme),
  /** What was done in this round, oldest first. */
  events: list(event),
  /** Rounds before this one. */
  earlierRounds: z.int(),
  policy,
  /** Oldest first; only while a programme runs. */
  saves: list(policySave),
  /** The viewer administers the project. */
  mayChange: z.boolean(),
  /** Those whom events and saves name. */
  people,
  now: instant,
});
