import { z } from 'zod';
import type { JiraDouble } from '../kernel';
import type { Installation } from './installation';
import type { AppModule } from './manifest';

/** What a caller may say about where the module is shown: the short form, the platform's own form, or both. */
export const placeSchema = z.looseObject({
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  extension: z
    .looseObject({
      issue: z.looseObject({ key: z.string() }).optional(),
      project: z.looseObject({ key: z.string() }).optional(),
    })
    .optional(),
});
export type Place = z.infer<typeof placeSchema>;

const issueSchema = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    issuetype: z.looseObject({ id: z.string(), name: z.string() }),
    project: z.looseObject({ id: z.string(), key: z.string(), projectTypeKey: z.string().optional() }),
  }),
});
const projectSchema = z.looseObject({
  id: z.string(),
  key: z.string(),
  projectTypeKey: z.string().optional(),
});
const userSchema = z.looseObject({ timeZone: z.string().optional(), locale: z.string().optional() });

/**
 * Builds the context a resolver gets, ids filled in from Jira as the product page would. Nothing here asks whether
 * the person may see the work item: Forge leaves that to the app. A key Jira does not know is passed on as given.
 */
export async function resolverContext(
  jira: JiraDouble,
  installation: Installation,
  module: AppModule,
  place: Place,
  accountId: string | undefined,
): Promise<Record<string, unknown>> {
  const [extension, user] = await Promise.all([
    extensionOf(jira, module, place),
    accountId === undefined
      ? undefined
      : ask(jira, `/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`, userSchema),
  ]);
  return {
    ...(accountId === undefined ? {} : { accountId }),
    cloudId: installation.cloudId,
    siteUrl: installation.siteUrl,
    localId: `${installation.installContext}/${module.key}`,
    moduleKey: module.key,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    timezone: user?.timeZone ?? 'UTC',
    locale: user?.locale ?? 'en_US',
    extension,
  };
}

async function extensionOf(
  jira: JiraDouble,
  module: AppModule,
  place: Place,
): Promise<Record<string, unknown>> {
  const given = place.extension ?? {};
  const issueKey = given.issue?.key ?? place.issueKey;
  const projectKey = given.project?.key ?? place.projectKey;
  if (issueKey !== undefined) {
    const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`;
    const issue = await ask(jira, path, issueSchema);
    if (issue === undefined) return { ...given, type: module.type, issue: { ...given.issue, key: issueKey } };
    const { issuetype, project } = issue.fields;
    return {
      ...given,
      type: module.type,
      issue: { key: issue.key, id: issue.id, type: issuetype.name, typeId: issuetype.id },
      project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
    };
  }
  if (projectKey === undefined) return { ...given, type: module.type };
  const project = await ask(jira, `/rest/api/3/project/${encodeURIComponent(projectKey)}`, projectSchema);
  return {
    ...given,
    type: module.type,
    project:
      project === undefined
        ? { ...given.project, key: projectKey }
        : { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
  };
}

/** One question of the host's own, not the app's: neither recorded nor disturbed nor limited by scopes. */
async function ask<T extends z.ZodType>(
  jira: JiraDouble,
  path: string,
  schema: T,
): Promise<z.infer<T> | undefined> {
  const url = new URL(path, 'http://jira.invalid');
  const answer = await jira.handle({
    method: 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: {},
    body: undefined,
    actor: { kind: 'site' },
  });
  const parsed = answer.status === 200 ? schema.safeParse(answer.body) : undefined;
  return parsed?.success === true ? parsed.data : undefined;
}
