import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleLoader, type ModuleLoader } from '../../sandbox/forge/module-loader';
import { createApp } from '../../sandbox/http/app';
import { serve, type RunningServer } from '../../sandbox/http/server';
import type { IssueSpec } from '../../sandbox/jira/admin/specs';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox';
import { seedsFor } from '../../sandbox/seeds';

export const root = resolve(__dirname, '../..');
const bundles = join(root, 'dist', 'app');

export interface SiteOptions extends Partial<Omit<SandboxOptions, 'manifest' | 'loader' | 'seeds'>> {
  /** `demo` unless told otherwise; `import` for the files of `imports`. */
  readonly seed?: string;
  readonly imports?: readonly string[];
  /** Divides every `setTimeout` of the app: its own patience, without waiting for it. */
  readonly haste?: number;
}

/** One stand-in with the built app inside. */
export interface Site {
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** The same, behind a port of its own. */
export interface ServedSite extends Site {
  readonly url: string;
}

/** @throws Error naming what to run first, when the functions are not built. */
export async function openSite({
  seed = 'demo',
  imports = [],
  haste = 1,
  ...options
}: SiteOptions = {}): Promise<Site> {
  if (!existsSync(join(bundles, 'gate.cjs'))) {
    throw new Error(
      `${bundles} holds no built app. Run "npm run build" first; "npm test" does it by itself.`,
    );
  }
  const sandbox = createSandbox({
    manifest: readFileSync(join(root, 'manifest.yml'), 'utf8'),
    loader: haste === 1 ? bundleLoader(bundles) : hastened(haste),
    seeds: seedsFor(imports),
    ...options,
  });
  await sandbox.reset(seed);
  return {
    sandbox,
    close: () => {
      sandbox.close();
      return Promise.resolve();
    },
  };
}

export async function serveSite(options: SiteOptions = {}): Promise<ServedSite> {
  const { sandbox } = await openSite(options);
  let server: RunningServer;
  try {
    server = await serve(createApp(sandbox, root), 0);
  } catch (problem) {
    sandbox.close();
    throw problem;
  }
  const url = `http://localhost:${server.port}`;
  sandbox.jira.setBaseUrl(url);
  return {
    sandbox,
    url,
    close: async () => {
      sandbox.close();
      await server.close();
    },
  };
}

/** A served site that the tests of one file (or `describe`) share, closed after the last. */
export function useSite(options: SiteOptions = {}): ServedSite {
  let site: ServedSite | undefined;
  const current = (): ServedSite => {
    if (!site) throw new Error('The site is open only while tests run.');
    return site;
  };
  beforeAll(async () => {
    site = await serveSite(options);
  });
  afterAll(() => site?.close());
  return {
    get sandbox() {
      return current().sandbox;
    },
    get url() {
      return current().url;
    },
    close: () => current().close(),
  };
}

/** A work item of its own for one test: an epic in To Do that nobody has touched yet. Returns its key. */
export const newEpic = ({ jira }: Sandbox, values: IssueSpec['values'] = {}, project = 'EXP'): string =>
  jira.addIssue({
    project,
    type: 'Epic',
    values: { summary: 'An epic of one test', reporter: 'u-coo', ...values },
  }).key;

/** The app with its timers sped up; on the bundle's first line, so that line numbers stay true. */
function hastened(haste: number): ModuleLoader {
  return (file, scope) => {
    const path = join(bundles, `${file}.cjs`);
    const prologue = `const setTimeout = (run, ms, ...rest) => globalThis.setTimeout(run, ms / ${haste}, ...rest);`;
    return scope.compile(`${prologue}(() => {${readFileSync(path, 'utf8')}\n})();`, path);
  };
}
