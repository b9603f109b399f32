import { z } from 'zod';
import { welcomeSchema } from '../../welcome';

const moduleSchema = z.object({
  type: z.string(),
  key: z.string(),
  title: z.string(),
  label: z.string().optional(),
  description: z.string().optional(),
  pages: z.record(z.string(), z.string()),
  issueTypes: z.array(z.string()).optional(),
  projectTypes: z.array(z.string()).optional(),
  viewportHeight: z.number().optional(),
});

const bootSchema = z.object({
  modules: z.array(moduleSchema),
  /** Resource name (`main/panel`) → its page's file name. */
  resources: z.record(z.string(), z.string()),
  welcome: welcomeSchema.optional(),
  site: z.object({
    cloudId: z.string(),
    appId: z.string(),
    environmentId: z.string(),
    environmentType: z.string(),
    installContext: z.string(),
  }),
});

/** What the server wrote into the page. */
export const boot = bootSchema.parse(JSON.parse(document.getElementById('boot')?.textContent ?? '{}'));

export const modulesOf = (type: string) => boot.modules.filter((module) => module.type === type);
export const moduleNamed = (type: string, key: string) =>
  modulesOf(type).find((module) => module.key === key);
