import type { JiraResponse } from '../kernel';
import type { Switches } from '../switches';
import type { SimulatedClock } from './clock';

const HOUR_MS = 3_600_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const costOf = (one: unknown): number => (isRecord(one) && typeof one['accountId'] === 'string' ? 2 : 1);

/** What an answer costs by Atlassian's page on limits: 1 a request, 1 more an object, 2 a person; a write 1. */
export function pointsFor(method: string, body: unknown): number {
  const lists = Array.isArray(body)
    ? [body]
    : isRecord(body)
      ? Object.values(body).filter((value) => Array.isArray(value))
      : [];
  const objects = lists.flat();
  if (objects.length > 0) return 1 + objects.reduce<number>((sum, one) => sum + costOf(one), 0);
  return method === 'GET' && isRecord(body) && lists.length === 0 ? 1 + costOf(body) : 1;
}

/** An installation's points in the running UTC hour: counted, told in headers, and refused beyond what the switch gives. */
export class PointsMeter {
  private hour = Number.NaN;
  private spent = 0;

  constructor(
    private readonly clock: Pick<SimulatedClock, 'now'>,
    private readonly switches: () => Pick<Switches, 'pointsPerHour' | 'pointsHeaders'>,
  ) {}

  get spentThisHour(): number {
    this.turn();
    return this.spent;
  }

  /** Answers a call of the app, or refuses it where the hour's points are spent. */
  async metered(method: string, work: () => Promise<JiraResponse>): Promise<JiraResponse> {
    this.turn();
    const { pointsPerHour } = this.switches();
    if (this.spent >= pointsPerHour) {
      return {
        status: 429,
        headers: {
          ...this.headers(),
          'retry-after': String(Math.ceil((this.resetsAt() - this.clock.now()) / 1000)),
          'ratelimit-reason': 'jira-quota-global-based',
        },
        body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
      };
    }
    const answer = await work();
    this.turn();
    this.spent += pointsFor(method, answer.body);
    return { ...answer, headers: { ...answer.headers, ...this.headers() } };
  }

  private resetsAt(): number {
    return (this.hour + 1) * HOUR_MS;
  }

  private turn(): void {
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (hour === this.hour) return;
    this.hour = hour;
    this.spent = 0;
  }

  private headers(): Readonly<Record<string, string>> {
    const { pointsPerHour, pointsHeaders } = this.switches();
    const left = Math.max(0, pointsPerHour - this.spent);
    if (pointsHeaders === 'none') return {};
    if (pointsHeaders === 'beta') {
      const seconds = Math.ceil((this.resetsAt() - this.clock.now()) / 1000);
      return {
        'beta-ratelimit-policy': `"global-app-quota";q=${pointsPerHour};w=3600`,
        'beta-ratelimit': `"global-app-quota";r=${left};t=${seconds}`,
      };
    }
    return {
      'x-ratelimit-limit': String(pointsPerHour),
      'x-ratelimit-remaining': String(left),
      'x-ratelimit-reset': new Date(this.resetsAt()).toISOString(),
      ...(left < pointsPerHour / 5 && { 'x-ratelimit-nearlimit': 'true' }),
    };
  }
}
