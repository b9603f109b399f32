import { parse } from 'yaml';
import { z } from 'zod';
import type { ForgeFieldModule } from '../kernel';
import { parseEntities, type EntityDefinition } from './kvs/entities';
import {
  consumerSchema,
  fieldSchema,
  functionSchema,
  manifestSchema,
  type moduleSchema,
  scheduleSchema,
  triggerSchema,
} from './manifest-schema';

/** Seconds a function may take when people wait for it. https://developer.atlassian.com/platform/forge/limits-invocation/ */
const INTERACTIVE_TIMEOUT_S = 25;
/** Seconds for functions that only consumers and scheduled triggers use, unless `timeoutSeconds` says otherwise. */
const BACKGROUND_TIMEOUT_S = 55;

export interface AppFunction {
  readonly key: string;
  /** Bundle file without extension: `gate` of `gate.handler`. */
  readonly file: string;
  readonly exportName: string;
  readonly timeoutMs: number;
}

export interface AppModule {
  readonly type: string;
  readonly key: string;
  readonly functionKey?: string;
  readonly resolverFunctionKey?: string;
  /** Says what of the module changes, such as a lozenge. */
  readonly propertiesFunctionKey?: string;
  /** Custom UI per place: `main` for the module itself, `create`, `edit` and `view` for workflow rules. */
  readonly resources: Readonly<Record<string, string>>;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface AppResource {
  readonly key: string;
  readonly path: string;
  readonly entry: Readonly<Record<string, string>>;
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface AppManifest {
  readonly appId: string;
  readonly scopes: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, AppFunction>;
  readonly modules: readonly AppModule[];
  readonly resources: ReadonlyMap<string, AppResource>;
  readonly entities: ReadonlyMap<string, EntityDefinition>;
  readonly customFields: readonly ForgeFieldModule[];
  readonly consumers: readonly {
    readonly key: string;
    readonly queue: string;
    readonly functionKey: string;
  }[];
  readonly schedules: readonly {
    readonly key: string;
    readonly interval: Interval;
    readonly functionKey: string;
  }[];
  readonly triggers: readonly {
    readonly key: string;
    readonly events: readonly string[];
    readonly ignoreSelf: boolean;
    readonly functionKey: string;
  }[];
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

  const consumers = list('consumer', consumerSchema);
  const schedules = list('scheduledTrigger', scheduleSchema);
  const triggers = list('trigger', triggerSchema);
  const modules = Object.entries(manifest.modules)
    .filter(([type]) => type !== 'function')
    .flatMap(([type, entries]) => entries.map((entry) => toModule(type, entry)));
  const interactive = new Set(
    modules
      .filter((module) => module.type !== 'consumer' && module.type !== 'scheduledTrigger')
      .flatMap(functionsOf),
  );
  const functions = new Map(
    list('function', functionSchema).map((entry) => [
      entry.key,
      toFunction(entry, interactive.has(entry.key)),
    ]),
  );
  for (const module of modules) {
    for (const key of functionsOf(module)) {
      if (key !== undefined && !functions.has(key)) {
        throw new Error(`manifest: module ${module.key} names the function ${key}, which is not declared.`);
      }
    }
  }

  return {
    appId: manifest.app.id.replace(/^ari:cloud:ecosystem::app\//, ''),
    scopes: new Set(manifest.permissions.scopes),
    functions,
    modules,
    resources: new Map(
      manifest.resources.map(({ key, path, entry }) => [key, { key, path, entry: entry ?? {} }]),
    ),
    entities: parseEntities(manifest.app.storage?.entities ?? []),
    customFields: list('jira:customField', fieldSchema).map(
      ({ key, name, description, type, collection, readOnly }) => ({
        key,
        name,
        description,
        type,
        collection,
        readOnly,
      }),
    ),
    consumers: consumers.map(({ key, queue, function: functionKey }) => ({ key, queue, functionKey })),
    schedules: schedules.map(({ key, interval, function: functionKey }) => ({ key, interval, functionKey })),
    triggers: triggers.map(({ key, events, filter, function: functionKey }) => ({
      key,
      events,
      ignoreSelf: filter?.ignoreSelf ?? false,
      functionKey,
    })),
    content: manifest.permissions.content ?? { styles: [], scripts: [] },
    external: flattenExternal(manifest.permissions.external),
  };
}

const functionsOf = (module: AppModule): readonly (string | undefined)[] => [
  module.functionKey,
  module.resolverFunctionKey,
  module.propertiesFunctionKey,
];

export function findModule(manifest: AppManifest, key: string): AppModule | undefined {
  return manifest.modules.find((module) => module.key === key);
}

function toModule(type: string, entry: z.infer<typeof moduleSchema>): AppModule {
  const places = {
    main: entry.resource,
    create: entry.create?.resource,
    edit: entry.edit?.resource,
    view: entry.view?.resource,
  };
  const resources = Object.fromEntries(
    Object.entries(places).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return {
    type,
    key: entry.key,
    ...(entry.function === undefined ? {} : { functionKey: entry.function }),
    ...(entry.resolver?.function === undefined ? {} : { resolverFunctionKey: entry.resolver.function }),
    ...(entry.dynamicProperties?.function === undefined
      ? {}
      : { propertiesFunctionKey: entry.dynamicProperties.function }),
    resources,
    raw: entry,
  };
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
