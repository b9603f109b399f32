import { z } from 'zod';
import type { Client } from './http';

const status = z.object({ id: z.string(), name: z.string(), category: z.string() });
const rule = z.object({ id: z.string(), moduleKey: z.string(), configuration: z.unknown() });
const transition = z.object({
  id: z.string(),
  name: z.string(),
  from: z.array(status).nullable(),
  to: status,
  rules: z.array(rule),
});
const workflow = z.object({
  id: z.string(),
  name: z.string(),
  canEdit: z.boolean(),
  transitions: z.array(transition),
});

export type Workflow = z.infer<typeof workflow>;
export type WorkflowTransition = z.infer<typeof transition>;
export type WorkflowRule = z.infer<typeof rule>;

const nothing = z.unknown();
const base = (projectKey: string) => `/sandbox/shell/api/workflow/${projectKey}`;
const rules = (projectKey: string, transitionId: string) =>
  `${base(projectKey)}/transitions/${transitionId}/rules`;

export const readWorkflow = (client: Client, projectKey: string) => client.get(base(projectKey), workflow);

/** `configuration` is the string the app's page returned. */
export const addRule = (
  client: Client,
  projectKey: string,
  transitionId: string,
  moduleKey: string,
  configuration: string,
) => client.send('POST', rules(projectKey, transitionId), { moduleKey, configuration }, nothing);

export const updateRule = (
  client: Client,
  projectKey: string,
  transitionId: string,
  ruleId: string,
  configuration: string,
) => client.send('PUT', `${rules(projectKey, transitionId)}/${ruleId}`, { configuration }, nothing);

export const removeRule = (client: Client, projectKey: string, transitionId: string, ruleId: string) =>
  client.send('DELETE', `${rules(projectKey, transitionId)}/${ruleId}`, undefined, nothing);

const CATEGORIES: Readonly<Record<string, string>> = {
  new: 'TODO',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
};
const contextStatus = ({ id, name, category }: z.infer<typeof status>) => ({
  id,
  name,
  statusCategory: CATEGORIES[category] ?? 'TODO',
  description: '',
});

/** The transition as Jira's workflow editor describes it to the app; `from` is null where it starts anywhere. */
export const transitionContext = ({ id, from, to }: WorkflowTransition) => ({
  id,
  from: from?.[0] ? contextStatus(from[0]) : null,
  to: contextStatus(to),
});

/** The saved configuration as the app's pages get it: the string they returned when it was saved. */
export const configurationText = (configuration: unknown): string | undefined => {
  if (configuration === undefined || configuration === null) return undefined;
  return typeof configuration === 'string' ? configuration : JSON.stringify(configuration);
};
