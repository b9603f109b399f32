import { z } from 'zod';
import type { AppManifest, AppModule } from '../forge/manifest';
import type { ShellModule } from './client/host/context';

/** Module types that have a place in the shell. */
const SHOWN: ReadonlySet<string> = new Set([
  'jira:issuePanel',
  'jira:issueContext',
  'jira:projectPage',
  'jira:projectSettingsPage',
  'jira:globalPage',
  'jira:adminPage',
  'jira:dashboardGadget',
  'jira:workflowValidator',
]);

/** Forge's fixed heights in CSS pixels; without one the frame follows its content. */
const VIEWPORT_HEIGHTS = { small: 150, medium: 300, large: 600, xlarge: 1000 } as const;

const textOrKey = z.union([z.string(), z.looseObject({ i18n: z.string() }).transform(({ i18n }) => i18n)]);
const rawSchema = z.looseObject({
  title: textOrKey.optional(),
  name: textOrKey.optional(),
  label: textOrKey.optional(),
  description: z.string().optional(),
  projectTypes: z.array(z.string()).optional(),
  viewportSize: z.enum(['small', 'medium', 'large', 'xlarge']).optional(),
  displayConditions: z
    .looseObject({ issueType: z.union([z.string(), z.array(z.string())]).optional() })
    .optional(),
});

type Parts = Pick<AppManifest, 'modules' | 'resources'>;

/** `main` or `main/panel` → the address of the entry's page, as the resource server lays it out. */
const pageAddress = (manifest: Parts, moduleKey: string, resource: string): string | undefined => {
  const [key = '', entry] = resource.split('/');
  const declared = manifest.resources.get(key);
  if (declared === undefined) return undefined;
  const file = entry === undefined ? 'index.html' : declared.entry[entry];
  return file === undefined ? undefined : `/sandbox/app/${moduleKey}/${file}`;
};

const pagesOf = (manifest: Parts, module: AppModule): Record<string, string> =>
  Object.fromEntries(
    Object.entries(module.resources).flatMap(([place, resource]) => {
      const address = pageAddress(manifest, module.key, resource);
      return address === undefined ? [] : [[place, address]];
    }),
  );

const describe = (manifest: Parts, module: AppModule): ShellModule => {
  const raw = rawSchema.parse(module.raw);
  const issueType = raw.displayConditions?.issueType;
  return {
    type: module.type,
    key: module.key,
    title: raw.title ?? raw.name ?? module.key,
    label: raw.label,
    description: raw.description,
    pages: pagesOf(manifest, module),
    projectTypes: raw.projectTypes,
    viewportHeight: raw.viewportSize && VIEWPORT_HEIGHTS[raw.viewportSize],
    issueTypes: issueType === undefined ? undefined : [issueType].flat(),
  };
};

/** The manifest's modules that the shell can show, in the manifest's order. */
export const shellModules = (manifest: Parts): ShellModule[] =>
  manifest.modules.filter(({ type }) => SHOWN.has(type)).map((module) => describe(manifest, module));

/** Every page the manifest's resources hold: `main/panel` → `panel.html`. */
export const resourcePages = ({ resources }: Parts): Record<string, string> =>
  Object.fromEntries(
    [...resources.values()].flatMap(({ key, entry }): [string, string][] => [
      [key, 'index.html'],
      ...Object.entries(entry).map(([name, file]): [string, string] => [`${key}/${name}`, file]),
    ]),
  );
