import * as z from 'zod/mini';
import type { WeekFigures } from '../../domain/report/accountability/week-figures';
import type { Figures } from '../../domain/report/accountability/summary';
import type { DriftFigures } from '../../domain/report/drift/loosening';
import { week } from './indicators';
import { list, schemaOf } from './schema-of';

/** What a project's open items come to, in numbers that name no item and nobody. */
export const figureFields = {
  items: z.int(),
  passing: z.int(),
  promises: z.int(),
  unanswered: z.int(),
  overdue: z.int(),
  decisionsDue: z.int(),
  offTrack: z.int(),
  heldBack: z.int(),
  notKnown: z.int(),
  epics: z.int(),
};
export const figures = schemaOf<Figures>()(z.strictObject(figureFields));

/** Weeks that are over, oldest first. */
export const weeksOver = list(
  schemaOf<WeekFigures>()(
    z.strictObject({
      week,
      known: z.int(),
      passing: z.int(),
      promises: z.int(),
      unanswered: z.int(),
    }),
  ),
);

/** How many handoffs loosen. */
export const driftFigures = schemaOf<DriftFigures>()(
  z.strictObject({
    loosening: z.int(),
    all: z.int(),
    lastWeek: z.int(),
    line: list(z.int()),
    have: z.int(),
    need: z.int(),
  }),
);
