import { AsyncLocalStorage } from 'node:async_hooks';
import { STRICT } from '../switches';
import { simulatedDate } from './clock';
import { createForgeFetch, type Backends } from './fetch';
import { FunctionRunner } from './functions';
import type { HostOptions } from './host-options';
import { licenceOf } from './licence';
import { createModuleScope } from './module-loader';
import { PushLimits } from './queue/origins';
import { Rates } from './rates';
import { runtimeOf, type Invocation } from './runtime';

/** The runner of an installation's functions, with the hooks by which the SDKs in them reach this host. */
export function createRunner(
  options: HostOptions,
  backends: () => Pick<Backends, 'jira' | 'kvs' | 'queue' | 'points'>,
): FunctionRunner {
  const { manifest, installation, loader, clock, calls, faults, onProblem } = options;
  const licence = () => licenceOf(options.switches?.() ?? STRICT);
  const current = new AsyncLocalStorage<Invocation>();
  const queues = new Map(
    manifest.consumers.map(({ queue, functionKey }) => [
      queue,
      manifest.functions.get(functionKey)?.timeoutMs ?? 0,
    ]),
  );
  const pushLimits = new PushLimits({
    clock,
    limits: options.switches ?? (() => STRICT),
    version: installation.appVersion,
    deployedAt: options.deployedAt,
  });
  const rates = new Rates(clock, options.switches ?? (() => STRICT));
  const forgeFetch = createForgeFetch({
    backends: () => ({ ...backends(), queues, pushLimits, rates, scopes: manifest.scopes }),
    current,
    calls,
    faults,
    onProblem,
  });
  const hooks = {
    __forge_fetch__: forgeFetch,
    get __forge_runtime__(): unknown {
      const invocation = current.getStore();
      return invocation === undefined
        ? undefined
        : runtimeOf(invocation, installation, manifest.scopes, licence());
    },
  };
  return new FunctionRunner({
    manifest,
    loader,
    scope: createModuleScope(hooks, simulatedDate(clock)),
    current,
    calls,
    clock,
    version: installation.appVersion,
    rates,
    timeoutMs: options.timeoutMs ?? ((limitMs) => limitMs),
    onProblem,
  });
}
