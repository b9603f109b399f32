import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { automationAction } from '../jira/automation';
import { JiraError, type User } from '../jira';
import type { Sandbox } from '../sandbox';
import { actorOf } from './auth';
import { parseBody, Refusal } from './refusal';

const userBody = z.strictObject({
  active: z.boolean().optional(),
  closed: z.literal(true).optional(),
  displayName: z.string().min(1).optional(),
});

/** The routes for what happens to a site beside REST: people leave, issues are cloned, the app is installed again. */
export function mountWorld(app: Hono, sandbox: Sandbox): void {
  const personOf = async (c: Context): Promise<string | undefined> => {
    const actor = await actorOf(sandbox.jira, c.req.header('authorization'));
    return actor?.kind === 'user' ? actor.accountId : undefined;
  };

  app.post('/sandbox/users/:accountId', async (c) => {
    const accountId = c.req.param('accountId');
    const { active, closed, displayName } = await parseBody(c, userBody);
    const { jira } = sandbox;
    let user: User | undefined = jira.user(accountId);
    if (user?.accountId !== accountId)
      throw new Refusal(404, 'UNKNOWN_USER', `There is no account ${accountId}.`);
    if (displayName !== undefined) user = jira.renameUser(accountId, displayName);
    if (active !== undefined) user = jira.setActive(accountId, active);
    if (closed !== undefined) user = jira.closeAccount(accountId);
    return c.json({
      accountId,
      displayName: user?.displayName,
      active: user?.active,
      closed: user?.closed ?? false,
    });
  });

  app.post('/sandbox/issues/:issueKey/clone', async (c) => {
    const accountId = await personOf(c);
    if (accountId === undefined) throw new Refusal(401, 'UNAUTHENTICATED', 'Cloning needs a person.');
    try {
      const { id, key } = sandbox.jira.clone(accountId, c.req.param('issueKey'));
      return c.json({ id, key }, 201);
    } catch (problem) {
      if (!(problem instanceof JiraError)) throw problem;
      throw new Refusal(problem.status === 403 ? 403 : 404, 'CLONE_REFUSED', problem.message);
    }
  });

  app.post('/sandbox/automation', async (c) =>
    c.json(await sandbox.jira.automate(await parseBody(c, automationAction))),
  );

  app.post('/sandbox/reinstall', async (c) => {
    const { relink } = await parseBody(c, z.strictObject({ relink: z.boolean().default(false) }));
    await sandbox.reinstall({ relink, accountId: await personOf(c) });
    return c.json({ relink, version: sandbox.appVersion });
  });

  app.post('/sandbox/upgrade', async (c) => {
    const { minor } = await parseBody(c, z.strictObject({ minor: z.boolean().default(false) }));
    if (minor) await sandbox.deploy();
    else await sandbox.upgrade(await personOf(c));
    return c.json({ version: sandbox.appVersion });
  });
}
