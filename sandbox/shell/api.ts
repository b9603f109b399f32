import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { JiraDouble } from '../kernel';
import type { JiraStore } from '../jira/model/store';
import type { Project, User, ValidatorRule, Workflow } from '../jira/model/types';
import { heldBy, nameInBasic } from './who';
import { changeRules, workflowOf, workflowView } from './workflow-rules';

/** Bytes of a rule's configuration that Jira's workflow editor accepts. */
export const MAX_CONFIGURATION_BYTES = 32 * 1024;

export interface ShellJira extends JiraDouble {
  readonly store: Pick<JiraStore, 'workflows' | 'statuses' | 'project' | 'notices' | 'users' | 'nextId'>;
}

const configured = z.strictObject({ configuration: z.string() });
const added = z.strictObject({ moduleKey: z.string(), configuration: z.string() });

interface Access {
  readonly project: Project;
  readonly workflow: Workflow;
  readonly canEdit: boolean;
}

const refuse = (c: Context, status: 400 | 401 | 403 | 404, message: string) =>
  c.json({ errorMessages: [message], errors: {} }, status);

const personOf = (c: Context, jira: ShellJira): User | undefined => {
  const name = nameInBasic(c.req.header('authorization'));
  return [...jira.store.users.values()].find(
    ({ accountId, emailAddress, active }) => active && (accountId === name || emailAddress === name),
  );
};

/** Workflows are for administrators: Jira's, and in team-managed projects the project's own. */
const accessTo = async (c: Context, jira: ShellJira, projectKey: string): Promise<Access | undefined> => {
  const person = personOf(c, jira);
  const project = jira.store.project(projectKey);
  if (person === undefined || project === undefined) return undefined;
  const held = await heldBy(jira, person.accountId, ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'], projectKey);
  if (!held.has('BROWSE_PROJECTS')) return undefined;
  const canEdit = held.has('ADMINISTER') || (project.style === 'next-gen' && held.has('ADMINISTER_PROJECTS'));
  return { project, workflow: workflowOf(jira.store, project), canEdit };
};

const NO_PROJECT = 'The project does not exist or you do not have permission to view it.';
const NO_EDIT = 'Only Jira administrators may change this workflow.';
const NO_RULE = 'The transition or rule does not exist.';

/** Adds what the shell's pages need beyond Jira's own REST API, under `/sandbox/shell/api/`. */
export const mountShellApi = (app: Hono, jira: ShellJira, validatorKeys: readonly string[]): void => {
  const base = '/sandbox/shell/api';

  /** Reads the body, checks the right to edit and changes the rules of the transition in the address. */
  const edit = async <T>(
    c: Context,
    schema: z.ZodType<T>,
    change: (input: T, rules: readonly ValidatorRule[]) => readonly ValidatorRule[] | undefined,
  ) => {
    const access = await accessTo(c, jira, c.req.param('project') ?? '');
    if (access === undefined) return refuse(c, 404, NO_PROJECT);
    if (!access.canEdit) return refuse(c, 403, NO_EDIT);
    const body: unknown = await c.req.json().catch(() => undefined);
    const input = schema.safeParse(body);
    if (!input.success) return refuse(c, 400, z.prettifyError(input.error));
    let refused = false;
    const found = changeRules(jira.store, access.workflow, c.req.param('transition') ?? '', (rules) => {
      const next = change(input.data, rules);
      refused = next === undefined;
      return next ?? rules;
    });
    return found && !refused ? c.body(null, 204) : refuse(c, 404, NO_RULE);
  };

  app.get(`${base}/workflow/:project`, async (c) => {
    const access = await accessTo(c, jira, c.req.param('project'));
    if (access === undefined) return refuse(c, 404, NO_PROJECT);
    return c.json({ ...workflowView(jira.store, access.workflow), canEdit: access.canEdit });
  });

  const size = z.string().refine((text) => Buffer.byteLength(text) <= MAX_CONFIGURATION_BYTES, {
    error: 'The configuration is larger than 32 KB, which Jira does not save.',
  });
  app.post(`${base}/workflow/:project/transitions/:transition/rules`, (c) =>
    edit(c, added.extend({ moduleKey: z.enum(validatorKeys), configuration: size }), (rule, rules) => [
      ...rules,
      { id: jira.store.nextId('rule'), ...rule },
    ]),
  );
  app.put(`${base}/workflow/:project/transitions/:transition/rules/:rule`, (c) =>
    edit(c, configured.extend({ configuration: size }), ({ configuration }, rules) =>
      rules.some(({ id }) => id === c.req.param('rule'))
        ? rules.map((rule) => (rule.id === c.req.param('rule') ? { ...rule, configuration } : rule))
        : undefined,
    ),
  );
  app.delete(`${base}/workflow/:project/transitions/:transition/rules/:rule`, (c) =>
    edit(c, z.undefined(), (_, rules) =>
      rules.some(({ id }) => id === c.req.param('rule'))
        ? rules.filter(({ id }) => id !== c.req.param('rule'))
        : undefined,
    ),
  );

  app.get(`${base}/inbox`, (c) => {
    const person = personOf(c, jira);
    if (person === undefined) return refuse(c, 401, 'Say who you are with HTTP Basic authentication.');
    const mine = jira.store.notices.filter(({ recipients }) => recipients.includes(person.accountId));
    return c.json([...mine].reverse());
  });
};
