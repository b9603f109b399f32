import { basename } from 'node:path';
import { importExport } from '../packages/forge-sandbox/src/import';
import type { Sandbox, Seed } from '../packages/forge-sandbox/src/sandbox';
import { seedDemo } from './seed/demo';
import { seedFresh } from './seed/fresh/seed';
import { seedPeople } from './seed/jira-people';

/** The name under which `reset` loads every export of the command line at once. */
export const IMPORT_SEED = 'import';

/** The worlds `reset` can build: the demo, all given exports together, and each by its file name without extension. */
export function seedsFor(files: readonly string[]): Readonly<Record<string, Seed>> {
  const single = files.map((file): [string, Seed] => [seedName(file), importing([file])]);
  return {
    demo: seedDemo,
    fresh: seedFresh,
    ...Object.fromEntries(single),
    ...(files.length === 0 ? {} : { [IMPORT_SEED]: importing(files) }),
  };
}

function seedName(file: string): string {
  return basename(file).replace(/\.(ndjson|jsonl|json|csv|xml)?(\.gz)?$/, '');
}

/** The demo's people and the exports' projects; the clock stands at the last update the exports saw. */
function importing(files: readonly string[]): Seed {
  return async (sandbox: Sandbox) => {
    seedPeople(sandbox.jira);
    const { lastUpdate, warnings } = await importExport(sandbox.jira, files);
    const name = files.map((file) => basename(file)).join(', ');
    for (const warning of warnings) sandbox.problems.add(`import of ${name}`, warning);
    if (lastUpdate > 0) sandbox.clock.jumpTo(lastUpdate);
  };
}
