import * as z from 'zod/mini';
import { CHECKPOINTS, MODES } from '../../../domain/policy/rules';
import { once } from '../../input-parts';
import { instant, list, maybe, ok } from '../../shapes/schema-of';
import { waitingLink, workItemType } from '../../shapes/policy';
import { defineCall } from '../define-call';

/** What was found: it holds, it does not, or nobody can tell from here. */
const found = () => z.enum(['holds', 'fails', 'not-known']);

const border = () =>
  z.strictObject({
    checkpoint: z.enum(CHECKPOINTS),
    /** `asked`: the last move there met the rule. `passed-by`: it met none. `never`: no move was seen there yet. */
    state: z.enum(['asked', 'passed-by', 'never']),
    at: maybe(instant),
    /** Moves in a row that met no rule, and when the first of them was. */
    passedBy: maybe(z.strictObject({ moves: z.int(), since: instant })),
  });

const project = () =>
  z.strictObject({
    projectKey: z.string(),
    name: z.string(),
    mode: z.enum(MODES),
    /** Whether Jira shows the project to the app. */
    seen: z.boolean(),
    borders: list(border()),
  });

export const output = () =>
  z.strictObject({
    ok,
    checks: z.strictObject({
      /** Stored rows can be asked for by their indexes. */
      storage: found(),
      /** Read-only fields take a value; proved by writing what stands in them. */
      fields: found(),
      /** Jira answers the app who may see an item. */
      sight: found(),
      /** Jira took a mail to whoever asks; not known where none was asked for. */
      mail: found(),
    }),
    /** Of `projectsOfSite`, at most fifty. */
    projects: list(project()),
    projectsOfSite: z.int(),
    types: list(workItemType),
    links: z.union([z.literal('by-words'), list(waitingLink)]),
    /** What the site's policy names and Jira does not have. */
    unknown: z.int(),
    now: instant,
  });

/** Proves on this site what everything else takes for granted. */
export const runSiteCheck = defineCall<typeof output>()({
  key: 'site-check/run',
  /** `mail`: whether to send one to whoever asks. */
  input: once(() => z.strictObject({ mail: z._default(z.boolean(), false) })),
  access: 'site-admin',
  changes: false,
  may: ['admin'],
});
