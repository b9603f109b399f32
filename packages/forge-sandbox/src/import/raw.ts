import { z } from 'zod';

/** What the import reads of a raw issue, as Jira Server or Cloud returns it. Everything else is let go at once. */

const person = z
  .object({
    accountId: z.string().optional(),
    key: z.string().optional(),
    name: z.string().optional(),
    displayName: z.string().optional(),
    emailAddress: z.string().optional(),
    active: z.boolean().optional(),
  })
  .nullish();

const named = z.object({ id: z.coerce.string().optional(), name: z.string() });

const status = named.extend({
  statusCategory: z.object({ key: z.string().optional() }).nullish(),
});

const issueRef = z.object({ id: z.coerce.string().optional(), key: z.string() });

const link = z.object({
  id: z.coerce.string().optional(),
  type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: issueRef.optional(),
  outwardIssue: issueRef.optional(),
});

const comment = z.object({
  author: person,
  updateAuthor: person,
  body: z.unknown().optional(),
  created: z.string(),
  updated: z.string().optional(),
});

const changeItem = z.object({
  field: z.string(),
  fieldId: z.string().optional(),
  fieldtype: z.string().optional(),
  from: z.string().nullish(),
  fromString: z.string().nullish(),
  to: z.string().nullish(),
  // Every object has a toString; only an own text is one of ours.
  toString: z.unknown().optional(),
});

const history = z.object({ author: person, created: z.string(), items: z.array(changeItem) });

export const rawIssue = z.object({
  id: z.coerce.string(),
  key: z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'is no issue key'),
  names: z.record(z.string(), z.string()).optional(),
  fields: z.looseObject({
    summary: z.string(),
    issuetype: named.extend({ subtask: z.boolean().optional(), hierarchyLevel: z.number().optional() }),
    project: z.object({ key: z.string(), name: z.string().optional() }).optional(),
    status,
    priority: named.nullish(),
    resolution: named.nullish(),
    resolutiondate: z.string().nullish(),
    created: z.string(),
    updated: z.string().nullish(),
    duedate: z.string().nullish(),
    description: z.unknown().optional(),
    assignee: person,
    reporter: person,
    creator: person,
    labels: z.array(z.string()).nullish(),
    components: z.array(named).nullish(),
    fixVersions: z.array(named).nullish(),
    versions: z.array(named).nullish(),
    parent: issueRef.nullish(),
    // What Jira Software's own API calls an issue's epic.
    epic: issueRef.nullish(),
    issuelinks: z.array(link).nullish(),
    comment: z.object({ comments: z.array(comment).optional() }).nullish(),
  }),
  changelog: z.object({ histories: z.array(history).optional(), total: z.number().optional() }).nullish(),
});

export type RawIssue = z.infer<typeof rawIssue>;
export type RawPerson = z.infer<typeof person>;
export type RawHistory = z.infer<typeof history>;
