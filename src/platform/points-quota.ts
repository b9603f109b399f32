import type { Instant } from '../domain/values';
import { array, record, string } from './read';

/** What Jira gives all installations of an app in an hour, where nothing it says tells otherwise. */
export const QUOTA_AN_HOUR = 65_000;
/** Work that can wait uses no more than this of it in an hour and site. */
export const OPTIONAL_AN_HOUR = 10_000;
/** Where nobody waits for its answer, it stops at this much of that: what somebody looks at then is read in the same hour. */
export const UNATTENDED_AN_HOUR = 5_000;
/** This share of what Jira gives is left to the gate and to what people do. */
export const KEPT_SHARE = 0.3;

/** Points of Jira asked for in the hour that began at `hour`. */
export interface Spent {
  /** A full UTC hour, as `2026-12-01T09`. */
  readonly hour: string;
  /** By work that can wait. */
  readonly optional: number;
  /** By everything that was counted. */
  readonly all: number;
  /** Jira asked not to be asked before. */
  readonly notBefore?: Instant | undefined;
}

/** What Jira said is left. */
export interface Said {
  readonly limit: number;
  readonly remaining: number;
  readonly resetsAt: Instant;
}

/** What one answer of Jira says of its limits. */
export interface Heard {
  readonly said?: Said | undefined;
  readonly notBefore?: Instant | undefined;
}

export interface Headers {
  get(name: string): string | null;
}

const HOUR_MS = 3_600_000;

export const hourOf = (now: Instant): string => now.slice(0, 13);

const after = (now: Instant, seconds: number): Instant =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();

/** Jira counts by full hours of UTC. */
export const nextHour = (now: Instant): Instant =>
  new Date((Math.floor(Date.parse(now) / HOUR_MS) + 1) * HOUR_MS).toISOString();

/** A number of seconds, or a date. */
function momentOf(text: string | null, now: Instant): Instant | undefined {
  if (text === null || text.trim() === '') return undefined;
  const seconds = Number(text);
  if (!Number.isNaN(seconds)) return Math.abs(seconds) < 1e9 ? after(now, seconds) : undefined;
  const time = new Date(Date.parse(text));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** `r=120` of `"quota";r=120;t=60`. */
function parameterOf(text: string | null, name: string): number | undefined {
  const found = new RegExp(`;\\s*${name}=(\\d+)`).exec(text ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

const amountOf = (text: string | null): number | undefined =>
  text === null || !/^\d+$/.test(text.trim()) ? undefined : Number(text);

/** A limit by the second or on one item says nothing of the hour. */
const SHORTEST_QUOTA = 5_000;

function saidBy(headers: Headers, now: Instant): Said | undefined {
  const structured = headers.get('Beta-RateLimit');
  const [limit, remaining, resetsAt] =
    structured === null
      ? [
          amountOf(headers.get('X-RateLimit-Limit')),
          amountOf(headers.get('X-RateLimit-Remaining')),
          momentOf(headers.get('X-RateLimit-Reset'), now),
        ]
      : [
          parameterOf(headers.get('Beta-RateLimit-Policy'), 'q') ?? QUOTA_AN_HOUR,
          parameterOf(structured, 'r'),
          momentOf(parameterOf(structured, 't')?.toString() ?? null, now),
        ];
  if (limit === undefined || remaining === undefined || limit < SHORTEST_QUOTA) return undefined;
  return { limit, remaining, resetsAt: resetsAt ?? nextHour(now) };
}

/** What an answer's headers say of Jira's limits: the one place that reads them. */
export function heardFrom(status: number, headers: Headers, now: Instant): Heard {
  const isRefusal = status === 429 || status === 503;
  const notBefore = isRefusal ? momentOf(headers.get('Retry-After'), now) : undefined;
  return { said: saidBy(headers, now), notBefore };
}

/**
 * From when on work that can wait may ask Jira; undefined for now.
 *
 * @param most points that such work may have spent in the hour
 */
export function optionalFrom(
  spent: Spent,
  said: Said | undefined,
  now: Instant,
  most = OPTIONAL_AN_HOUR,
): Instant | undefined {
  const { notBefore } = spent;
  if (notBefore !== undefined && Date.parse(notBefore) > Date.parse(now)) return notBefore;
  const isCurrent = said !== undefined && Date.parse(said.resetsAt) > Date.parse(now);
  if (isCurrent && said.remaining < said.limit * KEPT_SHARE) return said.resetsAt;
  if (spent.hour !== hourOf(now)) return undefined;
  const isOver = spent.optional >= most || (!isCurrent && spent.all >= QUOTA_AN_HOUR * (1 - KEPT_SHARE));
  return isOver ? nextHour(now) : undefined;
}

const costOf = (one: unknown): number => (string(record(one)['accountId']) === '' ? 1 : 2);

const sumOf = (list: readonly unknown[]): number => list.reduce((sum: number, one) => sum + costOf(one), 0);

/** An answer in Jira's points as documented: one for the request, one more for each object, two for a person. */
export function pointsOf(method: string, body: unknown): number {
  const isList = Array.isArray(body);
  const lists = isList ? [body] : Object.values(record(body)).filter((value) => Array.isArray(value));
  if (lists.length > 0) return 1 + lists.reduce((sum: number, list) => sum + sumOf(array(list)), 0);
  return method === 'GET' && typeof body === 'object' && body !== null ? 1 + costOf(body) : 1;
}
