import { z } from 'zod';
import type { Actor, JiraDouble } from '../kernel';

const userSchema = z.looseObject({
  accountId: z.string(),
  active: z.boolean().default(true),
  emailAddress: z.string().optional(),
});

/**
 * Who sends a request: HTTP Basic with account id or email as user name and any password. No header: anonymous.
 * Null when the header names nobody who may log in.
 */
export async function actorOf(jira: JiraDouble, authorization: string | undefined): Promise<Actor | null> {
  if (authorization === undefined) return { kind: 'anonymous' };
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const name = Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? '';
  const user = name.includes('@') ? await byEmail(jira, name) : await byId(jira, name);
  return user?.active === true ? { kind: 'user', accountId: user.accountId } : null;
}

async function byId(jira: JiraDouble, accountId: string): Promise<z.infer<typeof userSchema> | undefined> {
  const parsed = userSchema.safeParse(await ask(jira, '/rest/api/3/user', { accountId }));
  return parsed.success ? parsed.data : undefined;
}

async function byEmail(jira: JiraDouble, email: string): Promise<z.infer<typeof userSchema> | undefined> {
  const parsed = z.array(userSchema).safeParse(await ask(jira, '/rest/api/3/user/search', { query: email }));
  const wanted = email.toLowerCase();
  return parsed.success
    ? parsed.data.find(({ emailAddress }) => emailAddress?.toLowerCase() === wanted)
    : undefined;
}

async function ask(
  jira: JiraDouble,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<unknown> {
  const answer = await jira.handle({
    method: 'GET',
    path,
    query: new URLSearchParams(query),
    headers: {},
    body: undefined,
    actor: { kind: 'site' },
  });
  return answer.status === 200 ? answer.body : undefined;
}
