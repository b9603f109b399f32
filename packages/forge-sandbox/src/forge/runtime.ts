import type { AsyncLocalStorage } from 'node:async_hooks';
import type { InvocationRecord } from './calls';
import type { Installation } from './installation';
import type { Origin } from './queue/origins';
import type { licenceOf } from './licence';

/** One run of one function, as its calls to the platform see it. */
export interface Invocation {
  readonly invocationId: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  /** The person behind it; absent for validators, schedules and consumers. */
  readonly accountId: string | undefined;
  /** What its pushes are counted on. */
  readonly origin: Origin;
  /** `performance.now()` by which the function must have answered. */
  readonly deadline: number;
  readonly record: InvocationRecord;
  /** Once over, Forge freezes the function: its late calls go nowhere. */
  over: boolean;
}

export type InvocationStore = AsyncLocalStorage<Invocation>;

/**
 * What the SDKs read as `global.__forge_runtime__`. `kvs` stays unset on purpose: with it @forge/kvs would choose
 * another transport when it is imported.
 */
export function runtimeOf(
  invocation: Invocation,
  installation: Installation,
  scopes: ReadonlySet<string>,
  licence: ReturnType<typeof licenceOf> = {},
): Readonly<Record<string, unknown>> {
  const timer = { stop: () => undefined };
  return {
    appContext: {
      appId: installation.appId,
      appVersion: installation.appVersion,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      invocationId: invocation.invocationId,
      installationId: installation.installationId,
      moduleKey: invocation.moduleKey,
      functionKey: invocation.functionKey,
      ...licence,
      permissions: { scopes: [...scopes], external: {} },
    },
    contextAri: installation.installContext,
    aaid: invocation.accountId,
    proxy: { token: 'sandbox', url: installation.siteUrl, host: 'sandbox' },
    tracing: { traceId: invocation.invocationId, spanId: invocation.invocationId },
    container: { appCodeDir: process.cwd() },
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, invocation.deadline - performance.now()) },
    metrics: { counter: () => ({ incr: () => undefined }), timing: () => ({ measure: () => timer }) },
  };
}

/** The second argument of every Forge function. */
export function backendContext(
  installation: Installation,
  accountId: string | undefined,
  licence: ReturnType<typeof licenceOf> = {},
): Record<string, unknown> {
  return {
    ...licence,
    installContext: installation.installContext,
    ...(accountId === undefined ? {} : { principal: { accountId } }),
    installation: {
      ari: `ari:cloud:ecosystem::installation/${installation.installationId}`,
      contexts: [{ cloudId: installation.cloudId, workspaceId: installation.cloudId }],
    },
  };
}
