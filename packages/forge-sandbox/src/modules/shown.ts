import { z } from 'zod';

/** What a Forge module is shown on; becomes `context.extension` in the app. */
export type Extension = Readonly<Record<string, unknown>> & { readonly type: string };

/** Where modules appear: on a work item or beside its details, on pages, on dashboards, in workflows. */
export type Slot = 'issue' | 'issue-details' | 'page' | 'dashboard' | 'workflow';

/** The menu that leads to a page. */
export type Menu = 'project' | 'project-settings' | 'apps' | 'jira-settings';

/** A page of its own among Jira's. */
export interface PageAddress {
  readonly menu: Menu;
  /** Path before the module's key, without the project's; a project's pages lie below `/projects/{key}`. */
  readonly path: string;
  /** Held by those who may open it, and whose administrators they are. */
  readonly permission?: { readonly name: string; readonly who: string };
}

export interface ShownIn {
  readonly slot: Slot;
  readonly page?: PageAddress;
  /** What its extension says wherever it is shown. */
  readonly always?: Readonly<Record<string, unknown>>;
}

/** Whether a page belongs to one project. */
export const inProject = ({ menu }: PageAddress): boolean =>
  menu === 'project' || menu === 'project-settings';

/** Forge's fixed heights in CSS pixels; without one the frame follows its content. */
const VIEWPORT_HEIGHTS = { small: 150, medium: 300, large: 600, xlarge: 1000 } as const;

const textOrKey = z.union([z.string(), z.looseObject({ i18n: z.string() }).transform(({ i18n }) => i18n)]);

/** What an entry with a page says of itself. */
export const shownSchema = z
  .looseObject({
    key: z.string(),
    title: textOrKey.optional(),
    name: textOrKey.optional(),
    label: textOrKey.optional(),
    description: z.string().optional(),
    projectTypes: z.array(z.string()).optional(),
    /** Pages below the module's own, which the first of them shows as well. */
    pages: z.array(z.looseObject({ title: textOrKey, route: z.string() })).optional(),
    viewportSize: z.enum(['small', 'medium', 'large', 'xlarge']).optional(),
    displayConditions: z
      .looseObject({ issueType: z.union([z.string(), z.array(z.string())]).optional() })
      .optional(),
  })
  .transform(
    ({ key, title, name, label, description, projectTypes, viewportSize, displayConditions, pages }) => {
      const issueType = displayConditions?.issueType;
      return {
        key,
        title: title ?? name ?? key,
        /** What an issue context is called beside its status. */
        label,
        description,
        projectTypes,
        subpages: pages?.slice(1).map((page) => ({ title: page.title, route: page.route })),
        viewportHeight: viewportSize && VIEWPORT_HEIGHTS[viewportSize],
        issueTypes: issueType === undefined ? undefined : [issueType].flat(),
      };
    },
  );

/** One entry of the manifest that Jira's pages show, as the server describes it to the browser. */
export const shellModuleSchema = z.object({
  type: z.string(),
  key: z.string(),
  title: z.string(),
  label: z.string().optional(),
  description: z.string().optional(),
  /** Page addresses by role: `main`, or `create`, `edit` and `view` for workflow rules. */
  pages: z.record(z.string(), z.string()),
  issueTypes: z.array(z.string()).optional(),
  projectTypes: z.array(z.string()).optional(),
  viewportHeight: z.number().optional(),
  subpages: z.array(z.object({ title: z.string(), route: z.string() })).optional(),
});
export type ShellModule = Readonly<z.infer<typeof shellModuleSchema>>;
