import type { Hono } from 'hono';
import { z } from 'zod';
import { placeSchema } from '../forge/context';
import type { Sandbox } from '../sandbox';
import { actorOf } from './auth';
import { parseBody, Refusal } from './refusal';

/** Asks a module for its dynamic properties as a person, which Jira does by itself while a page shows the module. */
export function mountProperties(app: Hono, sandbox: Sandbox): void {
  app.post('/sandbox/properties/:moduleKey', async (c) => {
    const actor = await actorOf(sandbox.jira, c.req.header('authorization'));
    if (actor === null)
      throw new Refusal(401, 'UNAUTHENTICATED', 'No such user, or the account is deactivated.');
    const { context } = await parseBody(c, z.strictObject({ context: placeSchema.optional() }));
    const accountId = actor.kind === 'user' ? actor.accountId : undefined;
    return c.json(await sandbox.properties(c.req.param('moduleKey'), context, accountId));
  });
}
