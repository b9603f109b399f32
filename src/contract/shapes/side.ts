import * as z from 'zod/mini';
import type { Side } from '../../domain/team/side';
import { schemaOf } from './schema-of';

/** One side of a handoff: a team, else a project, else no team that anybody named. Never a person. */
export const side = schemaOf<Side>()(
  z.union([
    z.strictObject({ teamId: z.string(), name: z.string() }),
    z.strictObject({ projectKey: z.string() }),
    z.strictObject({ unnamed: z.literal(true) }),
  ]),
);
