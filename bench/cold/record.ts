import type { ForgeFetch } from '../../packages/forge-sandbox/src/forge/fetch';
import { bundleLoader, type ModuleLoader } from '../../packages/forge-sandbox/src/forge/module-loader';
import { inRoot } from '../../scripts/build/project';

interface RecordedCall {
  /** Method and path without its query. */
  readonly key: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** One run of a function, with all that a fresh process needs to run it once more by itself. */
export interface Recording {
  readonly file: string;
  readonly exported: string;
  readonly args: readonly unknown[];
  readonly runtime: unknown;
  readonly calls: RecordedCall[];
}

const hookOf = (global: object, name: string): unknown => Reflect.get(global, name);

const idOf = (runtime: unknown): unknown =>
  (runtime as { readonly appContext?: { readonly invocationId?: string } } | undefined)?.appContext
    ?.invocationId;

/** Loads the built app, and records every run of its functions. */
export function recordingLoader(): { readonly loader: ModuleLoader; readonly recordings: Recording[] } {
  const inner = bundleLoader(inRoot('dist/app'));
  const recordings: Recording[] = [];
  const hooked = new WeakSet<object>();
  const loader: ModuleLoader = (file, scope) => {
    if (!hooked.has(scope.global)) {
      hooked.add(scope.global);
      const ask = hookOf(scope.global, '__forge_fetch__') as ForgeFetch;
      const recorded: ForgeFetch = async (meta, path, init) => {
        const asker = idOf(hookOf(scope.global, '__forge_runtime__'));
        const response = await ask(meta, path, init);
        const { method = 'GET' } = (init ?? {}) as { method?: string };
        // Functions run side by side; each reads its own run.
        recordings
          .find((one) => idOf(one.runtime) === asker)
          ?.calls.push({
            key: `${method} ${String(path).split('?')[0] ?? ''}`,
            status: response.status,
            headers: Object.fromEntries(response.headers),
            text: await response.clone().text(),
          });
        return response;
      };
      Object.assign(scope.global, { __forge_fetch__: recorded });
    }
    const wrap = ([exported, member]: [string, unknown]): [string, unknown] => [
      exported,
      typeof member !== 'function'
        ? member
        : (...args: unknown[]): unknown => {
            const runtime = hookOf(scope.global, '__forge_runtime__');
            recordings.push({ file, exported, args, runtime, calls: [] });
            return Reflect.apply(member, undefined, args);
          },
    ];
    return Object.fromEntries(Object.entries(inner(file, scope)).map(wrap));
  };
  return { loader, recordings };
}
