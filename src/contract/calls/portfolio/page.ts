import * as z from 'zod/mini';
import { cursor, LIMITS, MOST_NAMED_PROJECTS, once, projectKey } from '../../input-parts';
import { driftFigures, figures, weeksOver } from '../../shapes/figures';
import { accountabilityLights } from '../../shapes/report-item';
import { account, date, instant, list, maybe, nextCursor, ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

/** Which items: of all projects that the reader may see, of one category's, or of these; and JQL that narrows them. */
const scope = once(() =>
  z.strictObject({
    projectKeys: z.optional(
      z.array(projectKey()).check(z.minLength(1, 'required'), z.maxLength(MOST_NAMED_PROJECTS, 'too-many')),
    ),
    categoryId: z.optional(z.string().check(z.regex(/^[0-9]{1,19}$/, 'not-an-id'))),
    jql: z.optional(z.string().check(z.minLength(1, 'required'), z.maxLength(LIMITS.text, 'too-long'))),
  }),
);

/** A page of the portfolio. All parts of a project put together (`joined` in the domain) are its line. */
export const output = () =>
  z.strictObject({
    ok,
    /** Projects that come into the portfolio with this page, by key; their numbers follow. */
    projects: list(
      z.strictObject({
        projectId: z.string(),
        projectKey: z.string(),
        name: z.string(),
        /** Null where Jira names none. */
        lead: z.nullable(z.strictObject({ accountId: account, displayName: z.string() })),
        category: z.nullable(z.strictObject({ id: z.string(), name: z.string() })),
      }),
    ),
    /** What the open items under policy come to that this page went through: those that the caller may see. */
    parts: list(
      z.strictObject({
        projectKey: z.string(),
        figures,
        weeks: weeksOver,
        /** The item most at risk; null where all pass. */
        worst: z.nullable(
          z.strictObject({
            issueKey: z.string(),
            summary: z.string(),
            /** The higher, the more at risk: two parts of a project compare by it. */
            risk: z.int(),
            neededBy: maybe(date),
            test: accountabilityLights,
            /** What unblocks it most, as a sentence; absent where no rule of the policy finds anything. */
            what: maybe(z.string()),
            /** Findings besides. */
            more: z.int(),
          }),
        ),
      }),
    ),
    /** Numbers that projects share with whoever browses them, over all their items; they stand in place of the caller's own. */
    shared: list(
      z.strictObject({ projectKey: z.string(), at: instant, figures, weeks: weeksOver, drift: driftFigures }),
    ),
    /** Projects of which no more parts come. */
    done: list(z.string()),
    /** Jira's estimate of how many items there are among the projects told last; on their first page. */
    approximateTotal: maybe(z.int()),
    nextCursor,
    now: instant,
  });

/** How several projects stand, a line each. */
export const pagePortfolio = defineCall<typeof output>()({
  key: 'portfolio/page',
  input: once(() => z.strictObject({ scope: z.optional(scope()), cursor: cursor() })),
  access: 'person',
  changes: false,
  may: loggedIn,
  canWait: true,
});
