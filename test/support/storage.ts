import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerKvs } from '../../packages/forge-sandbox/src/forge/kvs/api';
import { KvsStore } from '../../packages/forge-sandbox/src/forge/kvs/store';
import { parseManifest } from '../../packages/forge-sandbox/src/forge/manifest';
import type { Switches } from '../../packages/forge-sandbox/src/switches';

const root = join(__dirname, '../..');

/** The stand-in's storage under the real SDK, without an app around it. */
export interface Storage {
  readonly kvs: KvsStore;
  /** Requests so far, by path. */
  readonly calls: Record<string, number>;
  /** Called with each path before the request is answered; an Error it returns is what the app gets instead. */
  beforeAnswer: (path: string) => Error | undefined;
  /** Called once it has been carried out; an Error it returns is what the app gets instead of the answer. */
  loseAnswer: (path: string) => Error | undefined;
}

const manifest = readFileSync(join(root, 'manifest.yml'), 'utf8');

/** The ways in which a batch may tell of a key that is not there. */
export const ABSENT_KEYS = ['NOT_FOUND', 'KEY_NOT_FOUND', 'missing'] as const;

/** Storage of its own for one test: what `@forge/kvs` says in this process goes there. */
export function storage(absentKey: Switches['absentKey'] = 'NOT_FOUND'): Storage {
  const { entities } = parseManifest(manifest);
  const here: Storage = {
    kvs: new KvsStore(
      entities,
      { now: () => Date.parse('2026-11-23T12:00:00.000Z') },
      { absentKey: () => absentKey },
    ),
    calls: {},
    beforeAnswer: () => undefined,
    loseAnswer: () => undefined,
  };
  const answer = (_meta: unknown, path: string, init: { readonly body: string }): Promise<Response> => {
    here.calls[path] = (here.calls[path] ?? 0) + 1;
    const failure = here.beforeAnswer(path);
    if (failure) return Promise.reject(failure);
    const { status, text } = answerKvs(here.kvs, path, init.body);
    const lost = here.loseAnswer(path);
    if (lost) return Promise.reject(lost);
    return Promise.resolve(new Response(text === '' ? null : text, { status }));
  };
  Object.assign(globalThis, { __forge_fetch__: answer });
  return here;
}

/** What lies in an entity, by key. */
export const recordsIn = (here: Storage, name: string): ReadonlyMap<string, unknown> =>
  new Map([...here.kvs.table({ kind: 'entity', name }).entries()].map(({ key, value }) => [key, value]));
