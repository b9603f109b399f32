import type { Clock } from '../kernel';
import type { Switches } from '../switches';

const MINUTE_MS = 60_000;
/** Jira takes so many writes of one issue within two seconds. */
const WRITES_MS = 2_000;

/** Bursts are measured over this. */
const BURST_MS = 1_000;

type Limits = Pick<
  Switches,
  'storageUnitsPerMinute' | 'invocationsPerMinute' | 'writesPerIssue' | 'requestsPerSecond'
>;

/** What stands for one thing in an address: an issue's key, or an id. */
const ONE = /^(?:[A-Z][A-Z0-9]*-\d+|\d+)$/i;

/** The endpoint that an address is of, whatever it asks for there: `GET /rest/api/3/issue/{}`. */
export function endpointOf(method: string, path: string): string {
  const [bare = ''] = path.split('?');
  const parts = bare.split('/').map((part, at) => (at > 3 && ONE.test(part) ? '{}' : part));
  return `${method} ${parts.join('/')}`;
}

/** What was taken within a stretch of simulated time that ends now. */
class Window {
  private taken: { readonly at: number; readonly units: number }[] = [];

  constructor(private readonly lengthMs: number) {}

  /** Whether so many units more stay within the limit; where they do, they are counted. */
  take(units: number, limit: number, now: number): boolean {
    this.taken = this.taken.filter(({ at }) => now - at < this.lengthMs);
    if (this.taken.reduce((sum, one) => sum + one.units, 0) + units > limit) return false;
    this.taken.push({ at: now, units });
    return true;
  }
}

/** An installation's rates: units of storage, invocations of a person, writes of one issue, and bursts on an endpoint. */
export class Rates {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly clock: Clock,
    private readonly limits: () => Limits,
  ) {}

  /** A request to storage, in metered units; reads and writes are counted apart. */
  storage(kind: 'read' | 'write', units: number): boolean {
    return this.take(`storage ${kind}`, MINUTE_MS, units, this.limits().storageUnitsPerMinute);
  }

  /** A person's call of the app. */
  invocation(accountId: string): boolean {
    return this.take(`person ${accountId}`, MINUTE_MS, 1, this.limits().invocationsPerMinute);
  }

  /** A write of one issue by the app. */
  issueWrite(idOrKey: string): boolean {
    return this.take(`issue ${idOrKey}`, WRITES_MS, 1, this.limits().writesPerIssue);
  }

  /** A request of the app to one of Jira's endpoints. */
  request(method: string, path: string): boolean {
    return this.take(endpointOf(method, path), BURST_MS, 1, this.limits().requestsPerSecond);
  }

  private take(name: string, lengthMs: number, units: number, limit: number): boolean {
    const window = this.windows.get(name) ?? new Window(lengthMs);
    this.windows.set(name, window);
    return window.take(units, limit, this.clock.now());
  }
}
