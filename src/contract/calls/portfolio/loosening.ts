import * as z from 'zod/mini';
import { cursor, MOST_NAMED_PROJECTS, once, projectKey } from '../../input-parts';
import { driftFigures } from '../../shapes/figures';
import { indicatorsAnswer } from '../../shapes/indicators';
import { instant, list, maybe, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () =>
  z.strictObject({
    ok,
    /** How many handoffs loosen, over all items the caller may see; a project they may not see is absent. */
    projects: list(z.strictObject({ projectKey: z.string(), drift: driftFigures })),
    /**
     * What some pages say of a project that has more items than one answer holds. All parts of it put together (`together` in
     * the domain) say how many loosen (`driftOf`). The cursor goes on with it; the last part has none.
     */
    part: maybe(
      z.extend(z.pick(indicatorsAnswer, { weeks: true, evidence: true, nextCursor: true }), {
        projectKey: z.string(),
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
      /** With a cursor, the first is the project of the part that gave it. */
      projectKeys: z
        .array(projectKey())
        .check(z.minLength(1, 'required'), z.maxLength(MOST_NAMED_PROJECTS, 'too-many')),
      cursor: cursor(),
    }),
  ),
  access: 'person',
  changes: false,
  may: loggedIn,
  canWait: true,
});
