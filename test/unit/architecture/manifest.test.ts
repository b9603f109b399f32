import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const root = join(__dirname, '../../..');
const Manifest = z.object({
  modules: z.object({ function: z.array(z.object({ key: z.string(), handler: z.string() })) }),
  resources: z.array(z.object({ entry: z.record(z.string(), z.string()) })),
});
const manifest = Manifest.parse(parse(readFileSync(join(root, 'manifest.yml'), 'utf8')));

const handlers = manifest.modules.function.map(
  ({ key, handler }) => [key, ...handler.replace(/^built\//, '').split('.')] as const,
);
const pages = manifest.resources.flatMap(({ entry }) => Object.keys(entry));

test.each(handlers)('function %s is built of src/%s.ts, which exports %s', async (_key, file, method) => {
  const module: Record<string, unknown> = await import(join(root, 'src', String(file)));
  expect(typeof module[String(method)]).toBe('function');
});

test.each(pages)('page %s has a source', (page) => {
  expect(existsSync(join(root, 'static', page, 'main.tsx'))).toBe(true);
});
