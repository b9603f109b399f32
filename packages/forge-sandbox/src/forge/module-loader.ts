import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

/** What a module of the app sees in place of the process's own globals. */
export interface ModuleScope {
  readonly global: object;
  readonly Date: DateConstructor;
  /** Runs CommonJS text inside this scope and returns its exports. */
  compile(code: string, fileName: string): Readonly<Record<string, unknown>>;
}

/** Loads one handler file (`check` of `check.handler`); called once per function key, as a cold start does. */
export type ModuleLoader = (file: string, scope: ModuleScope) => Readonly<Record<string, unknown>>;

/** Loads what Atlassian's bundler wrote: `<directory>/<file>.cjs`. */
export function bundleLoader(directory: string): ModuleLoader {
  return (file, scope) => {
    const path = join(directory, `${file}.cjs`);
    let code: string;
    try {
      code = readFileSync(path, 'utf8');
    } catch (cause) {
      throw new Error(`No bundle at ${path}. Run \`npm run build\` first.`, { cause });
    }
    return scope.compile(code, path);
  };
}

/**
 * The scope of one app in one sandbox. Two sandboxes in one process each get their own hooks, because the bundle's
 * free names `global`, `globalThis`, `Date` and `fetch` are parameters of the function it is compiled into.
 */
export function createModuleScope(hooks: object, date: DateConstructor): ModuleScope {
  const own: Record<PropertyKey, unknown> = Object.create(null) as Record<PropertyKey, unknown>;
  Object.defineProperties(own, Object.getOwnPropertyDescriptors(hooks));
  own['Date'] = date;
  own['fetch'] = refuseEgress;
  const scopeGlobal: object = new Proxy(own, {
    // Some of Node's global getters insist on the real global as receiver.
    get: (target, key): unknown => (key in target ? target[key] : Reflect.get(globalThis, key)),
    has: (target, key) => key in target || key in globalThis,
  });
  own['global'] = scopeGlobal;
  own['globalThis'] = scopeGlobal;

  return {
    global: scopeGlobal,
    Date: date,
    compile(code, fileName) {
      const module: { exports: Record<string, unknown> } = { exports: {} };
      const run = compileFunction(
        code,
        ['exports', 'require', 'module', '__filename', '__dirname', 'global', 'globalThis', 'Date', 'fetch'],
        { filename: fileName },
      );
      const require = createRequire(fileName.startsWith('/') ? fileName : join(process.cwd(), fileName));
      run.call(
        module.exports,
        module.exports,
        require,
        module,
        fileName,
        process.cwd(),
        scopeGlobal,
        scopeGlobal,
        date,
        refuseEgress,
      );
      return module.exports;
    },
  };
}

/** The manifest grants no `external.fetch.backend`, so Forge's proxy refuses every address. */
function refuseEgress(target: unknown): Promise<never> {
  return Promise.reject(
    new Error(
      `URL not included in the external fetch backend permissions: ${String(target)}. The stand-in allows no egress.`,
    ),
  );
}
