import type { JiraDouble } from '../kernel';
import { z } from 'zod';

/** The account id or e-mail address that a Basic header names, as the Jira double reads it. */
export const nameInBasic = (header: string | undefined): string | undefined => {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const name = Buffer.from(encoded, 'base64').toString('utf8').split(':')[0];
  return name === '' ? undefined : name;
};

const permissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** Asks Jira which of the named permissions a person holds in a project; none when Jira refuses. */
export const heldBy = async (
  jira: Pick<JiraDouble, 'handle'>,
  accountId: string,
  names: readonly string[],
  projectKey: string,
): Promise<ReadonlySet<string>> => {
  const answer = await jira.handle({
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    query: new URLSearchParams({ projectKey, permissions: names.join(',') }),
    headers: {},
    body: undefined,
    actor: { kind: 'user', accountId },
  });
  const parsed = permissions.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) return new Set();
  return new Set(names.filter((name) => parsed.data.permissions[name]?.havePermission === true));
};
