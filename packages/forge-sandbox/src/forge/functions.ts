import { randomUUID } from 'node:crypto';
import type { Clock } from '../kernel';
import type { CallLog, InvocationKind } from './calls';
import type { AppFunction, AppManifest } from './manifest';
import type { ModuleLoader, ModuleScope } from './module-loader';
import { newOrigin, type Origin } from './queue/origins';
import type { Rates } from './rates';
import type { Invocation, InvocationStore } from './runtime';
import { TimeLimits, type Watch } from './time-limit';

export interface FunctionCall {
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly resolverKey?: string;
  readonly accountId?: string | undefined;
  /** Absent where nothing led to it: it is an origin itself. */
  readonly origin?: Origin | undefined;
  /** First argument; the function gets a copy. */
  readonly event: unknown;
  /** Second argument; the function gets a copy. */
  readonly context: unknown;
}

export type Outcome =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'timed-out'; readonly afterMs: number };

type Handler = (event: unknown, context: unknown) => unknown;

interface Dependencies {
  readonly manifest: AppManifest;
  readonly loader: ModuleLoader;
  readonly scope: ModuleScope;
  readonly current: InvocationStore;
  readonly calls: CallLog;
  readonly clock: Clock;
  /** Of the app that runs. */
  readonly version: string;
  readonly rates: Rates;
  /** Shortens or stretches a function's limit, in real milliseconds. */
  readonly timeoutMs: (limitMs: number) => number;
  readonly onProblem: (where: string, problem: unknown) => void;
}

/**
 * Runs the app's functions. Each function key has its own instance of its bundle, loaded at its first call and kept,
 * as a warm Forge function is. A function that computes without ever awaiting cannot be stopped from inside one
 * process; its time-out is reported once it yields.
 */
export class FunctionRunner {
  private readonly warm = new Map<string, Handler>();
  private readonly stops = new Set<() => void>();
  private readonly limits = new TimeLimits();

  constructor(private readonly needs: Dependencies) {}

  async run(call: FunctionCall): Promise<Outcome> {
    const { needs } = this;
    const definition = needs.manifest.functions.get(call.functionKey);
    if (definition === undefined) throw new Error(`The manifest declares no function ${call.functionKey}.`);
    if (call.kind === 'resolver' && call.accountId !== undefined && !needs.rates.invocation(call.accountId))
      return { kind: 'failed', error: new Error('Too many invocations in a minute. Try again later.') };
    const limitMs = needs.timeoutMs(definition.timeoutMs);
    const invocationId = randomUUID();
    const record = needs.calls.startInvocation({
      invocationId,
      kind: call.kind,
      moduleKey: call.moduleKey,
      functionKey: call.functionKey,
      resolverKey: call.resolverKey ?? null,
      accountId: call.accountId ?? null,
      at: new Date(needs.clock.now()).toISOString(),
    });
    const invocation: Invocation = {
      invocationId,
      functionKey: call.functionKey,
      moduleKey: call.moduleKey,
      accountId: call.accountId,
      origin: call.origin ?? newOrigin(needs.version),
      deadline: performance.now() + limitMs,
      record,
      over: false,
    };
    const outcome = await this.withinLimit(limitMs, () =>
      needs.current.run(invocation, async () => {
        const handler = this.load(definition, invocation);
        return copyOf(await handler(copyOf(call.event), copyOf(call.context)));
      }),
    );
    invocation.over = true;
    record.endedAt = performance.now();
    record.outcome = outcome.kind;
    if (outcome.kind === 'failed') record.error = outcome.error.message;
    if (outcome.kind === 'timed-out') record.error = `No answer within ${outcome.afterMs} ms.`;
    if (outcome.kind !== 'answered') {
      needs.onProblem(`function ${call.functionKey} for ${call.moduleKey}`, record.error);
    }
    return outcome;
  }

  /** Drops the instances: the next call of each function is a cold start. */
  cool(): void {
    this.warm.clear();
  }

  /** Ends whatever still runs; for a reset or the end of the process. */
  close(): void {
    for (const stop of this.stops) stop();
  }

  private load(definition: AppFunction, invocation: Invocation): Handler {
    const known = this.warm.get(definition.key);
    if (known !== undefined) return known;
    invocation.record.coldStart = true;
    const handler = this.needs.loader(definition.file, this.needs.scope)[definition.exportName];
    if (!isHandler(handler)) {
      throw new Error(
        `Function ${definition.key}: ${definition.file} exports no function ${definition.exportName}.`,
      );
    }
    this.warm.set(definition.key, handler);
    return handler;
  }

  private async withinLimit(limitMs: number, work: () => Promise<unknown>): Promise<Outcome> {
    let watch: Watch | undefined;
    let stop = (): void => undefined;
    const limit = new Promise<Outcome>((resolve) => {
      watch = this.limits.watch(limitMs, () => resolve({ kind: 'timed-out', afterMs: limitMs }));
      stop = () => resolve({ kind: 'failed', error: new Error('The stand-in was reset during this call.') });
      this.stops.add(stop);
    });
    const answer = work().then(
      (value): Outcome => ({ kind: 'answered', value }),
      (problem: unknown): Outcome => ({ kind: 'failed', error: toError(problem) }),
    );
    try {
      return await Promise.race([answer, limit]);
    } finally {
      watch?.stop();
      this.stops.delete(stop);
    }
  }
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

/** Arguments and answers cross the wire as JSON on Forge; copies keep the app from sharing objects with its host. */
function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? 'null');
}

function toError(problem: unknown): Error {
  if (problem instanceof Error) return problem;
  // An error of another realm (jest) fails instanceof and still carries a message.
  if (typeof problem === 'object' && problem !== null && 'message' in problem) {
    return new Error(String(problem.message), { cause: problem });
  }
  return new Error(String(problem), { cause: problem });
}
