import * as z from 'zod/mini';
import type { WorkItem } from '../../domain/gate/item';
import { people } from './people';
import { account, list, maybe, schemaOf } from './schema-of';

export const status = z.strictObject({
  id: z.string(),
  name: z.string(),
  category: z.enum(['new', 'indeterminate', 'done']),
});

const issueType = z.strictObject({
  id: z.string(),
  name: z.string(),
  untranslatedName: z.optional(z.string()),
  level: z.nullable(z.int()),
});

/** A work item as Jira shows it to whoever asks. */
export const workItem = schemaOf<WorkItem>()(
  z.strictObject({
    issueId: z.string(),
    issueKey: z.string(),
    projectKey: z.string(),
    projectId: z.string(),
    summary: z.string(),
    issueType: z.string(),
    type: issueType,
    parent: maybe(z.strictObject({ issueId: z.string(), issueKey: z.string(), type: issueType })),
    status,
    components: maybe(list(z.string())),
    fixVersions: maybe(list(z.string())),
    ownerField: z.nullable(
      z.strictObject({
        name: z.string(),
        cardinality: z.enum(['one', 'many']),
        candidates: list(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('person'), accountId: account }),
            z.strictObject({ kind: z.literal('not-a-person'), name: z.string() }),
          ]),
        ),
      }),
    ),
    blockers: list(
      z.union([
        z.strictObject({
          hidden: z.optional(z.undefined()),
          issueId: z.string(),
          issueKey: z.string(),
          summary: z.string(),
          done: z.boolean(),
        }),
        z.strictObject({ hidden: z.literal(true) }),
      ]),
    ),
    people,
  }),
);
