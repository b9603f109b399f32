import { performance } from 'node:perf_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ModuleLoader } from '../../packages/forge-sandbox/src/forge/module-loader';
import { createApp } from '../../packages/forge-sandbox/src/http/app';
import { serve, type RunningServer } from '../../packages/forge-sandbox/src/http/server';
import type { IssueSpec } from '../../packages/forge-sandbox/src/jira/admin/specs';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../packages/forge-sandbox/src/sandbox';
import { holdfast } from '../../dev/app';
import { seedsFor } from '../../dev/seeds';
import { seedCacheFor } from './seed-cache';

export const root = resolve(__dirname, '../..');
const built = join(root, 'dist', 'app');

/** As strict as the platform, but for Jira's events: they reach the app at the next `drain` unless told otherwise. */
export interface SiteOptions extends Partial<Omit<SandboxOptions, 'manifest' | 'loader' | 'seeds'>> {
  /** `demo` unless told otherwise; `import` for the files of `imports`. */
  readonly seed?: string;
  readonly imports?: readonly string[];
  /** Where the built functions lie; those of `npm run build` unless told otherwise. */
  readonly bundles?: string;
  /** Divides every `setTimeout` of the app while nothing else is done: its own patience, without waiting for it. */
  readonly haste?: number;
}

/** One stand-in with the built app inside. */
export interface Site {
  readonly sandbox: Sandbox;
  /** What the app wrote to its log. */
  readonly logs: string[];
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
  bundles = built,
  haste = 1,
  switches = {},
  ...options
}: SiteOptions = {}): Promise<Site> {
  if (!existsSync(join(bundles, 'built/gate.cjs'))) {
    throw new Error(
      `${bundles} holds no built app. Run "npm run build" first; "npm test" does it by itself.`,
    );
  }
  const logs: string[] = [];
  const sandbox = createSandbox({
    ...holdfast,
    manifest: readFileSync(join(root, 'manifest.yml'), 'utf8'),
    loader: testedLoader(bundles, haste, logs),
    seeds: seedsFor(imports),
    // What files hold is no part of what a kept world is known by.
    ...(bundles === built && imports.length === 0 && { seedCache: seedCacheFor(bundles) }),
    ...options,
    // Time stands still in a test, so that all of it may be one minute; what it does in one hour, people do in weeks.
    switches: {
      eventDelay: 'PT0S',
      eventsPerMinute: 1_000_000,
      storageUnitsPerMinute: 10_000_000,
      invocationsPerMinute: 1_000_000,
      writesPerIssue: 1_000_000,
      requestsPerSecond: 1_000_000,
      pointsPerHour: 10_000_000,
      ...switches,
    },
  });
  await sandbox.reset(seed);
  return {
    sandbox,
    logs,
    close: () => {
      sandbox.close();
      return Promise.resolve();
    },
  };
}

export async function serveSite(options: SiteOptions = {}): Promise<ServedSite> {
  const { sandbox, logs } = await openSite(options);
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
    logs,
    url,
    close: async () => {
      sandbox.close();
      await server.close();
    },
  };
}

/**
 * A served site that the tests of one file (or `describe`) share, closed after the last. The app may log no trouble
 * there, unless the test takes it out of `logs`.
 */
export function useSite(options: SiteOptions = {}): ServedSite {
  let site: ServedSite | undefined;
  const current = (): ServedSite => {
    if (!site) throw new Error('The site is open only while tests run.');
    return site;
  };
  beforeAll(async () => {
    site = await serveSite(options);
  }, 180_000);
  afterEach(() => expect(site?.logs.splice(0)).toEqual([]));
  afterAll(() => site?.close());
  return {
    get sandbox() {
      return current().sandbox;
    },
    get logs() {
      return current().logs;
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

const GIVEN_UP = /^What was asked of Jira this hour could not be .* no answer in time/;

/**
 * `setTimeout` in which only the time counts faster that the process idles: an answer that a busy machine has not come
 * to is never given up as one that does not come.
 */
function hastened(haste: number) {
  return (run: () => void, ms = 0): NodeJS.Timeout => {
    const since = performance.eventLoopUtilization();
    const started = performance.now();
    const timer = setInterval(
      () => {
        const { idle } = performance.eventLoopUtilization(since);
        if (idle < ms / haste && performance.now() - started < ms) return;
        clearInterval(timer);
        run();
      },
      Math.max(1, ms / haste / 2),
    );
    return timer;
  };
}

/** The built app with a console and timers that tests hold; on the bundle's first line, so that line numbers stay true. */
function testedLoader(bundles: string, haste: number, logs: string[]): ModuleLoader {
  const log = (...words: readonly unknown[]): void => {
    const line = words.map(String).join(' ');
    // On a busy machine, or with hastened timers, counting is given up before storage could answer: that says nothing.
    if (GIVEN_UP.test(line)) return;
    logs.push(line);
  };
  const testbed = {
    console: { ...console, error: log, warn: log, log, info: log, debug: log },
    setTimeout: haste === 1 ? setTimeout : hastened(haste),
  };
  const prologue = 'const { console, setTimeout } = globalThis.testbed;';
  return (file, scope) => {
    const path = join(bundles, `${file}.cjs`);
    Object.assign(scope.global, { testbed });
    return scope.compile(`${prologue}(() => {${readFileSync(path, 'utf8')}\n})();`, path);
  };
}
