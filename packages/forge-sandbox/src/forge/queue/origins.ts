import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel';
import type { Switches } from '../../switches';
import { DEPLOY_MS } from './limits';

/** The invocation that a chain of pushes began with: its events, and what they push, belong to it. */
export interface Origin {
  readonly id: string;
  /** Version of the app that ran it. */
  readonly version: string;
}

export const newOrigin = (version: string): Origin => ({ id: randomUUID(), version });

/** Why a push is not taken. */
export type NotTaken = 'invocation-limit' | 'rate-limit' | 'former-version';

interface Needs {
  readonly clock: Clock;
  readonly limits: () => Pick<Switches, 'pushesPerOrigin' | 'eventsPerMinute'>;
  readonly version: string;
  /** When this version was deployed over another one. */
  readonly deployedAt?: number | undefined;
}

const MINUTE_MS = 60_000;

/** Counts pushes: by the invocation that a chain began with, and events by the minute. */
export class PushLimits {
  private readonly pushes = new Map<string, number>();
  private lately: { readonly at: number; readonly events: number }[] = [];

  constructor(private readonly needs: Needs) {}

  /** Whether a push of so many events is taken; where it is, it is counted. */
  take(origin: Origin, events: number): NotTaken | undefined {
    const { clock, limits, version, deployedAt } = this.needs;
    const { pushesPerOrigin, eventsPerMinute } = limits();
    const now = clock.now();
    if (deployedAt !== undefined && origin.version !== version && now - deployedAt < DEPLOY_MS)
      return 'former-version';
    const pushed = this.pushes.get(origin.id) ?? 0;
    if (pushed >= pushesPerOrigin) return 'invocation-limit';
    this.lately = this.lately.filter(({ at }) => now - at < MINUTE_MS);
    const ofMinute = this.lately.reduce((sum, one) => sum + one.events, 0);
    if (ofMinute + events > eventsPerMinute) return 'rate-limit';
    this.pushes.set(origin.id, pushed + 1);
    this.lately.push({ at: now, events });
    return undefined;
  }
}
