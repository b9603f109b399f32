import { z } from 'zod';

/** The parts of Jira's answers that the shell reads. */
export const person = z.object({ accountId: z.string(), displayName: z.string() });

export const status = z.object({
  id: z.string(),
  name: z.string(),
  statusCategory: z.object({ key: z.string(), name: z.string().optional() }),
});
export type Status = z.infer<typeof status>;

export const issueType = z.object({ id: z.string(), name: z.string(), subtask: z.boolean().optional() });

const linkedIssue = z.object({
  key: z.string(),
  fields: z.object({ summary: z.string().default(''), status, issuetype: issueType.optional() }),
});
export const issueLink = z.object({
  id: z.string(),
  type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: linkedIssue.optional(),
  outwardIssue: linkedIssue.optional(),
});
export type IssueLink = z.infer<typeof issueLink>;

export const comment = z.object({
  id: z.string(),
  author: person.nullish(),
  body: z.unknown().optional(),
  created: z.string(),
});
export type Comment = z.infer<typeof comment>;

const parent = z.object({
  key: z.string(),
  fields: z.object({ summary: z.string().default(''), issuetype: issueType.optional() }).optional(),
});

export const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().default(''),
    status,
    issuetype: issueType,
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }).optional(),
    assignee: person.nullish(),
    reporter: person.nullish(),
    parent: parent.nullish(),
    issuelinks: z.array(issueLink).optional(),
    comment: z.object({ comments: z.array(comment) }).optional(),
    description: z.unknown().optional(),
    created: z.string().optional(),
    updated: z.string().optional(),
  }),
});
export type Issue = z.infer<typeof issue>;

export const issuePage = z.object({
  issues: z.array(issue),
  nextPageToken: z.string().nullish(),
});

export const transition = z.object({ id: z.string(), name: z.string(), to: status });
export type Transition = z.infer<typeof transition>;
export const transitions = z.object({ transitions: z.array(transition) });

export const field = z.object({
  id: z.string(),
  key: z.string().optional(),
  name: z.string(),
  custom: z.boolean(),
  schema: z
    .object({ type: z.string(), items: z.string().optional(), custom: z.string().optional() })
    .optional(),
});
export type Field = z.infer<typeof field>;

export const project = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  style: z.string().optional(),
  projectTypeKey: z.string().optional(),
  lead: person.optional(),
});
export type Project = z.infer<typeof project>;
export const projectPage = z.object({ values: z.array(project) });

export const typeStatuses = z.array(z.object({ statuses: z.array(status) }));

export const permissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});
