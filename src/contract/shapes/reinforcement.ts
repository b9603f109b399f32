import * as z from 'zod/mini';
import { INTAKE_FIELDS } from '../../domain/policy/policy';
import { CHECKPOINTS, MODES, RULES, SEVERITIES } from '../../domain/policy/rules';
import type { Reinforcement } from '../../domain/report/drift/reinforcements';
import { schemaOf } from './schema-of';

/** A change of the policy in the terms of its page. */
export const reinforcement = schemaOf<Reinforcement>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('intake-added'), field: z.enum(INTAKE_FIELDS) }),
    z.strictObject({ kind: z.literal('acknowledgement-hours'), from: z.number(), to: z.number() }),
    z.strictObject({
      kind: z.literal('rule'),
      rule: z.enum(RULES),
      checkpoint: z.enum(CHECKPOINTS),
      from: z.enum(SEVERITIES),
      to: z.enum(SEVERITIES),
    }),
    z.strictObject({ kind: z.literal('mode'), from: z.enum(MODES), to: z.enum(MODES) }),
  ]),
);
