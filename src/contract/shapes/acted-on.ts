import * as z from 'zod/mini';
import { people } from './people';
import { refusal } from './refusal';
import { reminder } from './reminder';
import { reportItem } from './report-item';
import { instant, list, ok } from './schema-of';

/** What became of several items that something was done to. */
export const actedOn = z.strictObject({
  ok,
  /** In the order the items were given, each once: its line as it is now, or who was reminded, or why nothing was done. */
  results: list(
    z.union([
      z.strictObject({ issueKey: z.string(), ok, item: reportItem }),
      z.strictObject({ issueKey: z.string(), ...reminder }),
      z.strictObject({ issueKey: z.string(), ...refusal }),
    ]),
  ),
  people,
  now: instant,
});
