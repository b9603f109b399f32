import { AsyncLocalStorage } from 'node:async_hooks';
import { simulatedDate } from './clock';
import { createForgeFetch, type Backends } from './fetch';
import { FunctionRunner } from './functions';
import type { HostOptions } from './host-options';
import { createModuleScope } from './module-loader';
import { runtimeOf, type Invocation } from './runtime';

/** The runner of an installation's functions, with the hooks by which the SDKs in them reach this host. */
export function createRunner(
  options: HostOptions,
  backends: () => Pick<Backends, 'jira' | 'kvs' | 'queue' | 'points'>,
): FunctionRunner {
  const { manifest, installation, loader, clock, calls, faults, onProblem } = options;
  const current = new AsyncLocalStorage<Invocation>();
  const queues = new Set(manifest.consumers.map(({ queue }) => queue));
  const forgeFetch = createForgeFetch({
    backends: () => ({ ...backends(), queues, scopes: manifest.scopes }),
    current,
    calls,
    faults,
    onProblem,
  });
  const hooks = {
    __forge_fetch__: forgeFetch,
    get __forge_runtime__(): unknown {
      const invocation = current.getStore();
      return invocation === undefined ? undefined : runtimeOf(invocation, installation, manifest.scopes);
    },
  };
  return new FunctionRunner({
    manifest,
    loader,
    scope: createModuleScope(hooks, simulatedDate(clock)),
    current,
    calls,
    clock,
    timeoutMs: options.timeoutMs ?? ((limitMs) => limitMs),
    onProblem,
  });
}
