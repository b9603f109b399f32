import { parse } from 'yaml';
import { z } from 'zod';
import type { ForgeFieldModule } from '../kernel';
import { parseEntities, type EntityDefinition } from './kvs/entities';
import { moduleTypeNamed } from '../modules';
import { consumer } from '../modules/consumer';
import { customField } from '../modules/custom-field';
import type { FunctionRole, ModuleType, PageRole } from '../modules/module-type';
import { scheduledTrigger } from '../modules/scheduled-trigger';
import { trigger } from '../modules/trigger';
import { functionSchema, manifestSchema, type moduleSchema } from './manifest-schema';

/** Seconds a function may take when people wait for it. https://developer.atlassian.com/platform/forge/limits-invocation/ */
const INTERACTIVE_TIMEOUT_S = 25;
/** Seconds for functions that only consumers and scheduled triggers use, unless `timeoutSeconds` says otherwise. */
const BACKGROUND_TIMEOUT_S = 55;

export interface AppFunction {
  readonly key: string;
  /** Bundle file without extension: `check` of `check.handler`. */
  readonly file: string;
  readonly exportName: string;
  readonly timeoutMs: number;
}

export interface AppModule {
  readonly type: string;
  readonly key: string;
  /** Function keys by what the module calls them for. */
  readonly functions: Readonly<Partial<Record<FunctionRole, string>>>;
  /** Custom UI per role, `main` for the module itself. */
  readonly resources: Readonly<Partial<Record<PageRole, string>>>;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface AppResource {
  readonly key: string;
  readonly path: string;
  readonly entry: Readonly<Record<string, string>>;
}

type EntryOf<T> = T extends ModuleType<infer Entry> ? Entry : never;

export type Interval = EntryOf<typeof scheduledTrigger>['interval'];

export interface AppManifest {
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly modules: readonly AppModule[];
  readonly resources: ReadonlyMap<string, AppResource>;
  readonly entities: ReadonlyMap<string, EntityDefinition>;
  readonly customFields: readonly ForgeFieldModule[];
  readonly consumers: readonly EntryOf<typeof consumer>[];
  readonly schedules: readonly EntryOf<typeof scheduledTrigger>[];
  readonly triggers: readonly EntryOf<typeof trigger>[];
  readonly content: { readonly styles: readonly string[]; readonly scripts: readonly string[] };
  /** `permissions.external`: kind (`images`, `fetch.client`, …) to addresses. */
  readonly external: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads manifest.yml into what the host needs.
 * @throws Error naming the place when the manifest does not describe an app this host can run.
 */
export function parseManifest(text: string): AppManifest {
  const manifest = parseWith(manifestSchema, parse(text), 'manifest');
  const list = <T extends z.ZodType>(type: string, schema: T): z.infer<T>[] =>
    (manifest.modules[type] ?? []).map((entry, at) => parseWith(schema, entry, `modules.${type}[${at}]`));
  const entries = <Entry>({ type, schema }: ModuleType<Entry>): Entry[] => list(type, schema);

  const modules = Object.entries(manifest.modules)
    .filter(([type]) => type !== 'function')
    .flatMap(([type, all]) => all.map((entry) => toModule(type, entry)));
  const interactive = new Set(
    modules.filter(({ type }) => moduleTypeNamed(type)?.background !== true).flatMap(functionsOf),
  );
  const functions = new Map(
    list('function', functionSchema).map((entry) => [
      entry.key,
      toFunction(entry, interactive.has(entry.key)),
    ]),
  );
  for (const module of modules) {
    for (const key of functionsOf(module)) {
      if (!functions.has(key)) {
        throw new Error(`manifest: module ${module.key} names the function ${key}, which is not declared.`);
      }
    }
  }

  const schedules = entries(scheduledTrigger);
  const often = schedules.filter(({ interval }) => interval === 'fiveMinute');
  if (schedules.length > 5 || often.length > 1)
    throw new Error('manifest: an app has at most five scheduled triggers, one of them every five minutes.');

  return {
    appId: manifest.app.id.replace(/^ari:cloud:ecosystem::app\//, ''),
    scopes: new Set(manifest.permissions.scopes),
    functions,
    modules,
    resources: new Map(
      manifest.resources.map(({ key, path, entry }) => [key, { key, path, entry: entry ?? {} }]),
    ),
    entities: parseEntities(manifest.app.storage?.entities ?? []),
    customFields: entries(customField),
    consumers: entries(consumer),
    schedules,
    triggers: entries(trigger),
    content: manifest.permissions.content ?? { styles: [], scripts: [] },
    external: flattenExternal(manifest.permissions.external),
  };
}

const functionsOf = ({ functions }: AppModule): readonly string[] => Object.values(functions);

export function findModule(manifest: AppManifest, key: string): AppModule | undefined {
  return manifest.modules.find((module) => module.key === key);
}

const FUNCTION_ROLES: readonly FunctionRole[] = ['function', 'resolver', 'dynamicProperties'];
const PAGE_ROLES: readonly PageRole[] = ['main', 'create', 'edit', 'view'];

/** What an entry names, as far as its type may name it; everything for a type the stand-in does not know. */
function toModule(type: string, entry: z.infer<typeof moduleSchema>): AppModule {
  const known = moduleTypeNamed(type);
  const functionNamed: Readonly<Record<FunctionRole, string | undefined>> = {
    function: entry.function,
    resolver: entry.resolver?.function,
    dynamicProperties: entry.dynamicProperties?.function,
  };
  const pageNamed: Readonly<Record<PageRole, string | undefined>> = {
    main: entry.resource,
    create: entry.create?.resource,
    edit: entry.edit?.resource,
    view: entry.view?.resource,
  };
  return {
    type,
    key: entry.key,
    functions: named(functionNamed, known?.functions ?? FUNCTION_ROLES),
    resources: named(pageNamed, known?.pages ?? PAGE_ROLES),
    raw: entry,
  };
}

function named<Role extends string>(
  all: Readonly<Record<Role, string | undefined>>,
  roles: readonly Role[],
): Partial<Record<Role, string>> {
  const found: Partial<Record<Role, string>> = {};
  for (const role of roles) {
    const name = all[role];
    if (name !== undefined) found[role] = name;
  }
  return found;
}

function toFunction(entry: z.infer<typeof functionSchema>, interactive: boolean): AppFunction {
  const dot = entry.handler.lastIndexOf('.');
  const seconds = interactive ? INTERACTIVE_TIMEOUT_S : (entry.timeoutSeconds ?? BACKGROUND_TIMEOUT_S);
  return {
    key: entry.key,
    file: entry.handler.slice(0, dot),
    exportName: entry.handler.slice(dot + 1),
    timeoutMs: seconds * 1000,
  };
}

function flattenExternal(
  external: Readonly<Record<string, readonly string[] | Record<string, readonly string[]>>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(external).flatMap(([kind, value]): [string, readonly string[]][] =>
      isList(value)
        ? [[kind, value]]
        : Object.entries(value).map(([side, list]): [string, readonly string[]] => [`${kind}.${side}`, list]),
    ),
  );
}

function isList(value: readonly string[] | Record<string, readonly string[]>): value is readonly string[] {
  return Array.isArray(value);
}

function parseWith<T extends z.ZodType>(schema: T, value: unknown, where: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${where}: ${z.prettifyError(parsed.error)}`);
}
