import { z } from 'zod';
import { pageOf, slotOf } from '../../../modules';
import { inProject, shellModuleSchema, type Menu, type PageAddress, type Slot } from '../../../modules/shown';
import { welcomeSchema } from '../../welcome';

const bootSchema = z.object({
  modules: z.array(shellModuleSchema),
  /** Resource name (`main/panel`) → its page's file name. */
  resources: z.record(z.string(), z.string()),
  welcome: welcomeSchema.optional(),
  /** Whether the app is built anew while the stand-in runs. */
  watching: z.boolean().default(false),
  site: z.object({
    cloudId: z.string(),
    appId: z.string(),
    environmentId: z.string(),
    environmentType: z.string(),
    installContext: z.string(),
    license: z.object({ active: z.boolean() }).optional(),
  }),
});

/** What the server wrote into the page. */
export const boot = bootSchema.parse(JSON.parse(document.getElementById('boot')?.textContent ?? '{}'));

/** The app's modules that stand in a slot. */
export const modulesIn = (slot: Slot) => boot.modules.filter(({ type }) => slotOf(type) === slot);

export const moduleIn = (slot: Slot, key: string) => modulesIn(slot).find((module) => module.key === key);

/** The app's pages that a menu leads to, with their addresses; a project's pages need its key. */
export const pagesIn = (menu: Menu, projectKey = '') =>
  boot.modules.flatMap((module) => {
    const page = pageOf(module.type);
    if (page?.menu !== menu) return [];
    const href = addressOf(module, page, projectKey);
    const below = (module.subpages ?? []).map(({ title, route }) => ({
      ...module,
      key: `${module.key}/${route}`,
      title,
      href: `${href}/${route}`,
    }));
    return [{ ...module, href }, ...below];
  });

/** Where a module's page lies. */
export const addressOf = ({ key }: { key: string }, page: PageAddress, projectKey: string): string =>
  `${inProject(page) ? `/projects/${projectKey}` : ''}${page.path}/${key}`;
