import { z } from 'zod';

const location = z.union([
  z.object({ url: z.string(), type: z.string().optional() }),
  z.object({ target: z.literal('issue'), issueKey: z.string(), type: z.string().optional() }),
  z.object({
    target: z.literal('module'),
    moduleKey: z.string(),
    projectKey: z.string().optional(),
    path: z.string().optional(),
    type: z.string().optional(),
  }),
  z.object({
    target: z.literal('projectSettingsDetails'),
    projectKey: z.string(),
    type: z.string().optional(),
  }),
]);

export interface Destination {
  readonly url: string;
  readonly newTab: boolean;
  /** Leads away from the site, so the person is asked first. */
  readonly external: boolean;
}

/** Where a module's own page lies; throws for modules without one. */
export type ModuleAddress = (moduleKey: string, projectKey: string | undefined) => string;

const pathOf = (to: z.infer<typeof location>, moduleAddress: ModuleAddress): string => {
  if ('url' in to) return to.url;
  switch (to.target) {
    case 'issue':
      return `/browse/${to.issueKey}`;
    case 'projectSettingsDetails':
      return `/projects/${to.projectKey}/workflow`;
    case 'module':
      return `${moduleAddress(to.moduleKey, to.projectKey)}${to.path ? `/${to.path.replace(/^\//, '')}` : ''}`;
  }
};

/**
 * Reads what `router.navigate`, `router.open` and `router.getUrl` send. Throws for targets the stand-in has no page
 * for (Confluence content, dashboards, profiles) and for addresses that are not http.
 */
export const destinationOf = (data: unknown, origin: string, moduleAddress: ModuleAddress): Destination => {
  const parsed = location.safeParse(data);
  if (!parsed.success) throw new Error(`The Jira stand-in has no page for ${JSON.stringify(data)}.`);
  const url = new URL(pathOf(parsed.data, moduleAddress), origin);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`The address ${url.href} is not allowed.`);
  return { url: url.href, newTab: parsed.data.type === 'new-tab', external: url.origin !== origin };
};
