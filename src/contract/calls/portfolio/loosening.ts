import * as z from 'zod/mini';
import { MOST_NAMED_PROJECTS, once, projectKey } from '../../input-parts';
import { driftFigures } from '../../shapes/figures';
import { instant, list, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** How many handoffs loosen, over the items the caller may see; a project they may not see is absent. */
    projects: list(
      z.strictObject({
        projectKey: z.string(),
        drift: driftFigures,
        /** False where the project has more items than one call looks at. */
        complete: z.boolean(),
      }),
    ),
    /** Those of the projects that there was no time for: to be asked for next. */
    left: list(z.string()),
    now: instant,
  });

/** Which projects' handoffs loosen. */
export const portfolioLoosening = defineCall<typeof output>()({
  key: 'portfolio/loosening',
  input: once(() =>
    z.strictObject({
      projectKeys: z
        .array(projectKey())
        .check(z.minLength(1, 'required'), z.maxLength(MOST_NAMED_PROJECTS, 'too-many')),
    }),
  ),
  access: 'person',
  changes: false,
  may: loggedIn,
  canWait: true,
});
