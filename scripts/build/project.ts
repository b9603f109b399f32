import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

/** Absolute path of the checkout. Every other path in scripts/ is relative to it. */
export const root = resolve(__dirname, '../..');

export const inRoot = (...parts: string[]): string => join(root, ...parts);

/** The folder below src/, and below dist/app, of the files that the manifest's handlers name. */
export const built = 'built';

export const functionsMetafile = inRoot('dist/functions.meta.json');

const Manifest = z.object({
  modules: z.looseObject({ function: z.array(z.object({ key: z.string(), handler: z.string() })) }),
  resources: z.array(
    z.object({ key: z.string(), path: z.string(), entry: z.record(z.string(), z.string()).optional() }),
  ),
});

/** What the build has to produce, read from manifest.yml so that no second list can disagree with it. */
export interface BuildTargets {
  /** Handler files in src/, without extension; each is built to src/built/. Forge makes one bundle, and so one cold start, of each. */
  functions: string[];
  /** Custom UI entries: key of the resource entry → HTML file below static/build. */
  pages: Record<string, string>;
}

export function readTargets(manifest = readFileSync(inRoot('manifest.yml'), 'utf8')): BuildTargets {
  const { modules, resources } = Manifest.parse(parse(manifest));
  const files = modules.function.map(({ handler }) => nameOf(handler));
  const pages = Object.assign({}, ...resources.map(({ entry }) => entry ?? {})) as Record<string, string>;
  return { functions: [...new Set(files)], pages };
}

function nameOf(handler: string): string {
  const [folder, name] = handler.slice(0, handler.lastIndexOf('.')).split('/');
  if (folder !== built || name === undefined)
    throw new Error(`manifest.yml: ${handler} is not below src/${built}`);
  return name;
}
