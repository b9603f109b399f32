import type { CallTarget } from './calls';
import { seededRandom, shuffled } from './random';

/** A disturbance between the app and one of its back ends. People's own REST calls are never disturbed. */
export interface Fault {
  readonly target: CallTarget;
  /** Text within `METHOD path` (or the queue's name for deliveries); `*` stands for any characters. All when absent. */
  readonly match?: string;
  /** Answer with this status instead of doing the work. */
  readonly status?: number;
  /** Seconds in `Retry-After`; 429 and 503 carry one anyway. */
  readonly retryAfter?: number;
  /** Real milliseconds before the call goes on. */
  readonly latencyMs?: number;
  /** Never answer. */
  readonly timeout?: boolean;
  /** With `status` or `timeout`: the work is done first, and only its answer is lost. */
  readonly afterwards?: boolean;
  /** Queue only: deliver each event twice, at the same time. */
  readonly duplicate?: boolean;
  /** Queue only: deliver what is due in a shuffled order. */
  readonly reorder?: boolean;
  /** Share of matching calls hit, 0 to 1; all when absent. */
  readonly rate?: number;
  /** How many hits before the fault is spent; unlimited when absent. */
  readonly times?: number;
}

export interface Disturbance {
  readonly latencyMs: number;
  /** The work is done all the same. */
  readonly afterwards: boolean;
  readonly outcome:
    | { readonly kind: 'proceed' }
    | { readonly kind: 'silence' }
    | { readonly kind: 'answer'; readonly status: number; readonly retryAfter?: number };
}

const DEFAULT_RETRY_AFTER_S = 5;
const DEFAULT_SEED = 20_261_124;

interface ActiveFault {
  readonly fault: Fault;
  readonly pattern: RegExp | undefined;
  left: number;
}

export class Faults {
  private active: ActiveFault[] = [];
  private random = seededRandom(DEFAULT_SEED);

  add(fault: Fault): void {
    this.active.push({
      fault,
      pattern: fault.match === undefined ? undefined : toPattern(fault.match),
      left: fault.times ?? Infinity,
    });
  }

  /** Removes every fault and starts the sequence of chances anew. */
  clear(seed = DEFAULT_SEED): void {
    this.active = [];
    this.random = seededRandom(seed);
  }

  list(): readonly (Fault & { readonly left: number | null })[] {
    return this.active.map(({ fault, left }) => ({ ...fault, left: left === Infinity ? null : left }));
  }

  /** What happens to one call: latencies of several faults add up, the first that answers or falls silent decides. */
  meet(target: CallTarget, method: string, path: string): Disturbance {
    let latencyMs = 0;
    for (const entry of this.hits(
      target,
      `${method} ${path}`,
      ({ duplicate, reorder }) => !duplicate && !reorder,
    )) {
      const { fault } = entry;
      latencyMs += fault.latencyMs ?? 0;
      const afterwards = fault.afterwards === true;
      if (fault.timeout) return { latencyMs, afterwards, outcome: { kind: 'silence' } };
      if (fault.status !== undefined) {
        const retryAfter =
          fault.retryAfter ??
          (fault.status === 429 || fault.status === 503 ? DEFAULT_RETRY_AFTER_S : undefined);
        return {
          latencyMs,
          afterwards,
          outcome: {
            kind: 'answer',
            status: fault.status,
            ...(retryAfter === undefined ? {} : { retryAfter }),
          },
        };
      }
    }
    return { latencyMs, afterwards: false, outcome: { kind: 'proceed' } };
  }

  /** How many times one event of the queue is delivered. */
  copies(queueName: string): 1 | 2 {
    const [hit] = this.hits('queue', queueName, (fault) => fault.duplicate === true);
    return hit === undefined ? 1 : 2;
  }

  /** The order in which events that are due are started. */
  order<T extends { readonly queueName: string }>(events: readonly T[]): readonly T[] {
    const [first] = events;
    if (first === undefined || events.length < 2) return events;
    const [hit] = this.hits('queue', first.queueName, (fault) => fault.reorder === true);
    return hit === undefined ? events : shuffled(events, this.random);
  }

  private *hits(target: CallTarget, text: string, kind: (fault: Fault) => boolean): Generator<ActiveFault> {
    for (const entry of this.active) {
      if (entry.fault.target !== target || entry.left <= 0 || !kind(entry.fault)) continue;
      if (entry.pattern !== undefined && !entry.pattern.test(text)) continue;
      if (entry.fault.rate !== undefined && this.random() >= entry.fault.rate) continue;
      entry.left -= 1;
      yield entry;
    }
  }
}

function toPattern(match: string): RegExp {
  const literal = match.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(literal.join('.*'));
}
