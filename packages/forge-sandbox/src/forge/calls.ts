export type CallTarget = 'jira' | 'kvs' | 'queue' | 'privacy';

/** One request the app made. Times are monotonic milliseconds (`performance.now`), fit for overlap, not for dates. */
export interface CallRecord {
  readonly id: number;
  /** Absent for calls the browser side made through the bridge. */
  readonly invocationId: string | null;
  readonly functionKey: string | null;
  readonly moduleKey: string;
  readonly target: CallTarget;
  readonly method: string;
  readonly path: string;
  readonly as: 'app' | 'user';
  readonly requestBytes: number;
  readonly startedAt: number;
  /** HTTP status; null while in flight or when no answer ever came. */
  status: number | null;
  responseBytes: number;
  /** What the store bills the call as, in steps of 10 KB of the larger side; null for other targets. */
  units: number | null;
  endedAt: number | null;
}

export type InvocationKind = 'resolver' | 'properties' | 'validator' | 'consumer' | 'schedule' | 'trigger';

export interface InvocationRecord {
  readonly id: number;
  readonly invocationId: string;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  readonly functionKey: string;
  /** The `noun/verb` of a resolver call. */
  readonly resolverKey: string | null;
  readonly accountId: string | null;
  /** Simulated time, ISO 8601. */
  readonly at: string;
  /** Whether this invocation loaded the bundle. */
  coldStart: boolean;
  readonly startedAt: number;
  endedAt: number | null;
  outcome: 'running' | 'answered' | 'failed' | 'timed-out';
  error: string | null;
}

export interface CallPage {
  readonly calls: readonly CallRecord[];
  readonly invocations: readonly InvocationRecord[];
  /** Pass as `since` to see only what comes after. */
  readonly next: number;
}

/** Old entries fall off beyond this many, so that a world left running does not grow without bound. */
const KEPT = 100_000;

/** Everything the app did, in the order it began. Calls and invocations share one sequence of ids. */
export class CallLog {
  private lastId = 0;
  private calls: CallRecord[] = [];
  private invocations: InvocationRecord[] = [];

  startCall(
    call: Omit<CallRecord, 'id' | 'startedAt' | 'status' | 'responseBytes' | 'units' | 'endedAt'>,
  ): CallRecord {
    const record: CallRecord = {
      ...call,
      id: this.nextId(),
      startedAt: performance.now(),
      status: null,
      responseBytes: 0,
      units: null,
      endedAt: null,
    };
    this.calls = appended(this.calls, record);
    return record;
  }

  startInvocation(
    invocation: Pick<
      InvocationRecord,
      'invocationId' | 'kind' | 'moduleKey' | 'functionKey' | 'resolverKey' | 'accountId' | 'at'
    >,
  ): InvocationRecord {
    const record: InvocationRecord = {
      ...invocation,
      id: this.nextId(),
      coldStart: false,
      startedAt: performance.now(),
      endedAt: null,
      outcome: 'running',
      error: null,
    };
    this.invocations = appended(this.invocations, record);
    return record;
  }

  since(id: number): CallPage {
    return {
      calls: this.calls.filter((call) => call.id > id).map((call) => ({ ...call })),
      invocations: this.invocations.filter((invocation) => invocation.id > id).map((entry) => ({ ...entry })),
      next: this.lastId,
    };
  }

  /** Forgets the entries; ids go on rising, so an old `since` stays valid. */
  clear(): void {
    this.calls = [];
    this.invocations = [];
  }

  private nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }
}

function appended<T>(list: T[], entry: T): T[] {
  list.push(entry);
  return list.length > KEPT * 1.1 ? list.slice(-KEPT) : list;
}

/**
 * Groups calls into waves: how many round trips in a row something cost. In order of start, a call belongs to the
 * current wave while none of that wave's calls has ended before it started; the first call that starts at or after
 * such an end may have used an answer, so it opens the next wave. Calls without an end never close a wave.
 */
export function waves<T extends Pick<CallRecord, 'startedAt' | 'endedAt'>>(calls: readonly T[]): T[][] {
  const result: T[][] = [];
  let firstEnd = Infinity;
  for (const call of [...calls].sort((left, right) => left.startedAt - right.startedAt)) {
    const current = result.at(-1);
    if (current !== undefined && call.startedAt < firstEnd) {
      current.push(call);
      firstEnd = Math.min(firstEnd, call.endedAt ?? Infinity);
    } else {
      result.push([call]);
      firstEnd = call.endedAt ?? Infinity;
    }
  }
  return result;
}
