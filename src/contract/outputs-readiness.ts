import * as z from 'zod/mini';
import { CHECKPOINTS, RULES } from '../domain/policy/rules';
import { INDICATORS } from '../domain/report/indicators/indicators';
import { DECISIONS } from '../domain/readiness/programme';
import { reinforcement } from './outputs-indicators';

const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

const instant = z.iso.datetime();
const behaviours = list(z.strictObject({ rule: z.enum(RULES), checkpoint: z.enum(CHECKPOINTS) }));
const indicators = list(z.enum(INDICATORS));
const stamp = { at: instant, by: z.string() };
const turnedOn = { change: reinforcement, policyVersion: z.int(), since: instant };
const decision = { choice: z.enum(DECISIONS), reason: z.string() };

const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('programme-started'), ...stamp }),
  z.strictObject({ type: z.literal('behaviours-chosen'), behaviours, ...stamp }),
  z.strictObject({ type: z.literal('indicators-chosen'), indicators, ...stamp }),
  z.strictObject({ type: z.literal('reinforcement-recorded'), ...turnedOn, ...stamp }),
  z.strictObject({ type: z.literal('programme-decided'), ...decision, ...stamp }),
]);

/** What the calls of the readiness programme answer, with the parts they share with other answers. */
export function readinessAnswersOf<P extends z.ZodMiniType, Q extends z.ZodMiniType>(people: P, policy: Q) {
  const answer = z.strictObject({
    ok: z.literal(true),
    version: z.int(),
    programme: z.nullable(
      z.strictObject({
        startedAt: instant,
        behaviours,
        indicators,
        reinforcement: z.nullable(z.strictObject(turnedOn)),
        decision: z.nullable(z.strictObject({ ...decision, at: instant })),
      }),
    ),
    events: list(event),
    earlierRounds: z.int(),
    policy,
    saves: list(
      z.strictObject({
        policyVersion: z.int(),
        savedAt: instant,
        savedBy: z.string(),
        changes: list(reinforcement),
      }),
    ),
    mayChange: z.boolean(),
    people,
    now: instant,
  });
  return {
    'readiness/get': answer,
    'readiness/start': answer,
    'readiness/choose': answer,
    'readiness/watch': answer,
    'readiness/reinforce': answer,
    'readiness/decide': answer,
  };
}
