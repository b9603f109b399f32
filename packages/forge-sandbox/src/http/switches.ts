import type { Hono } from 'hono';
import type { Sandbox } from '../sandbox';
import { switchesSchema, type Switches } from '../switches';
import { parseBody } from './refusal';

/** Every switch with its value; projects and the site's language by name, whether or not anybody set them. */
function shown({ jira, switches: { current } }: Sandbox): Switches {
  const browsed = jira.projects().map(({ key }): [string, boolean] => [key, current.appBrowses[key] ?? true]);
  return {
    ...current,
    appBrowses: { ...current.appBrowses, ...Object.fromEntries(browsed) },
    language: { site: 'en', ...current.language },
  };
}

/** How strict Jira and Forge are: read and set. */
export function mountSwitches(app: Hono, sandbox: Sandbox): void {
  app.get('/sandbox/switches', (c) => c.json(shown(sandbox)));

  app.post('/sandbox/switches', async (c) => {
    const { jira, switches } = sandbox;
    const schema = switchesSchema({
      projects: jira.projects().map(({ key }) => key),
      accounts: jira.users().map(({ accountId }) => accountId),
    });
    switches.change(await parseBody(c, schema));
    return c.json(shown(sandbox));
  });
}
