import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { Jira } from '../jira';
import type { Project, Transition, User, ValidatorRule, Workflow } from '../jira/model/types';
import { heldBy, nameInBasic } from './who';
import { mayEditWorkflow, workflowView } from './workflow-rules';

/** Bytes of a rule's configuration that Jira's workflow editor accepts. */
export const MAX_CONFIGURATION_BYTES = 32 * 1024;

/** What the shell asks of the Jira double beside REST. */
export type ShellJira = Pick<
  Jira,
  'handle' | 'user' | 'project' | 'workflowOf' | 'status' | 'configureRule' | 'removeRule' | 'notices'
>;

interface Access {
  readonly project: Project;
  readonly workflow: Workflow;
  readonly canEdit: boolean;
}

const base = '/sandbox/shell/api';
const NO_PROJECT = 'The project does not exist or you do not have permission to view it.';
const NO_EDIT = 'Only Jira administrators may change this workflow.';
const NO_RULE = 'The transition or rule does not exist.';

const configuration = z.string().refine((text) => Buffer.byteLength(text) <= MAX_CONFIGURATION_BYTES, {
  error: 'The configuration is larger than 32 KB, which Jira does not save.',
});

const refuse = (c: Context, status: 400 | 401 | 403 | 404, message: string) =>
  c.json({ errorMessages: [message], errors: {} }, status);

const personOf = (c: Context, jira: ShellJira): User | undefined => {
  const name = nameInBasic(c.req.header('authorization'));
  const user = name === undefined ? undefined : jira.user(name);
  return user?.active === true ? user : undefined;
};

const accessTo = async (c: Context, jira: ShellJira): Promise<Access | undefined> => {
  const person = personOf(c, jira);
  const project = jira.project(c.req.param('project') ?? '');
  const workflow = project && jira.workflowOf(project.key);
  if (person === undefined || project === undefined || workflow === undefined) return undefined;
  const names = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS', 'ADMINISTER'];
  const held = await heldBy(jira, person.accountId, names, project.key);
  if (!held.has('BROWSE_PROJECTS')) return undefined;
  return { project, workflow, canEdit: mayEditWorkflow(project, held) };
};

/** Adds what the shell's pages need beyond Jira's own REST API, under `/sandbox/shell/api/`. */
export const mountShellApi = (app: Hono, jira: ShellJira, validatorKeys: readonly string[]): void => {
  /** Checks the right to edit, reads the body and hands over the transition (and rule) that the address names. */
  const edit = async <T>(
    c: Context,
    schema: z.ZodType<T>,
    change: (workflow: Workflow, transition: Transition, input: T) => void,
  ) => {
    const access = await accessTo(c, jira);
    if (access === undefined) return refuse(c, 404, NO_PROJECT);
    if (!access.canEdit) return refuse(c, 403, NO_EDIT);
    const body: unknown = await c.req.json().catch(() => undefined);
    const input = schema.safeParse(body);
    if (!input.success) return refuse(c, 400, input.error.issues.map(({ message }) => message).join('\n'));
    const transition = access.workflow.transitions.find(({ id }) => id === c.req.param('transition'));
    if (transition === undefined) return refuse(c, 404, NO_RULE);
    const ruleId = c.req.param('rule');
    if (ruleId !== undefined && !transition.validators.some(({ id }) => id === ruleId))
      return refuse(c, 404, NO_RULE);
    change(access.workflow, transition, input.data);
    return c.body(null, 204);
  };
  const ruleOf = (c: Context, transition: Transition): ValidatorRule | undefined =>
    transition.validators.find(({ id }) => id === c.req.param('rule'));

  app.get(`${base}/workflow/:project`, async (c) => {
    const access = await accessTo(c, jira);
    if (access === undefined) return refuse(c, 404, NO_PROJECT);
    return c.json({ ...workflowView(jira, access.workflow), canEdit: access.canEdit });
  });
  app.post(`${base}/workflow/:project/transitions/:transition/rules`, (c) =>
    edit(
      c,
      z.strictObject({ moduleKey: z.enum(validatorKeys), configuration }),
      ({ id: workflowId }, { id: transitionId }, input) =>
        void jira.configureRule(
          { workflowId, transitionId, moduleKey: input.moduleKey },
          input.configuration,
        ),
    ),
  );
  app.put(`${base}/workflow/:project/transitions/:transition/rules/:rule`, (c) =>
    edit(c, z.strictObject({ configuration }), ({ id: workflowId }, transition, input) => {
      const rule = ruleOf(c, transition);
      if (rule === undefined) return;
      const { id: ruleId, moduleKey } = rule;
      jira.configureRule({ workflowId, transitionId: transition.id, ruleId, moduleKey }, input.configuration);
    }),
  );
  app.delete(`${base}/workflow/:project/transitions/:transition/rules/:rule`, (c) =>
    edit(c, z.unknown(), ({ id }, transition) => jira.removeRule(id, transition.id, c.req.param('rule'))),
  );

  app.get(`${base}/inbox`, (c) => {
    const person = personOf(c, jira);
    if (person === undefined) return refuse(c, 401, 'Say who you are with HTTP Basic authentication.');
    return c.json(jira.notices(person.accountId));
  });
};
