import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(__dirname, '../..');

/** Paths of the source files below a folder of the checkout, both relative to it, in order. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

const STATEMENT = /^(?:import|export)\s+(type\s)?([^'";]*?)\s*from\s+'(\.[^']+)'/gm;
const FOR_ITS_EFFECTS = /^import\s+'(\.[^']+)'/gm;
const LAZY = /\bimport\(\s*'(\.[^']+)'\s*\)/g;

/** Whether every name between the braces is a type: `{ type A, type B }`. */
function namesTypesAlone(clause: string): boolean {
  const braces = /^\{([^}]*)\}$/.exec(clause.trim());
  const names = (braces?.[1] ?? '').split(',').filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '));
}

/**
 * The files of the checkout that a text imports by value, at once or later. Imports of types alone do not count:
 * they are gone before anything runs. What is neither `.ts` nor `.tsx` is left out.
 */
export function valueImports(file: string, text: string): readonly string[] {
  const statements = [...text.matchAll(STATEMENT)]
    .filter(([, type, clause = '']) => type === undefined && !namesTypesAlone(clause))
    .map(([, , , path = '']) => path);
  const others = [...text.matchAll(FOR_ITS_EFFECTS), ...text.matchAll(LAZY)].map(([, path = '']) => path);
  return [...statements, ...others].flatMap((path) => {
    const base = normalize(join(dirname(file), path));
    const found = [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((name) =>
      existsSync(join(root, name)),
    );
    return found === undefined ? [] : [found];
  });
}

/** The same, for a file of the checkout. */
export const importsOf = (file: string): readonly string[] =>
  valueImports(file, readFileSync(join(root, file), 'utf8'));

/** The files, and all they import by value at any distance. */
export function reachOf(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) for (const imported of importsOf(file)) reached.add(imported);
  return reached;
}
