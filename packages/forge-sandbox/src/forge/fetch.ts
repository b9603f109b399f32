import { z } from 'zod';
import type { JiraDouble } from '../kernel';
import type { CallLog, CallRecord, CallTarget } from './calls';
import type { Disturbance, Faults } from './faults';
import { actorFor, askJira, PROXY_ERROR_HEADER } from './jira-gateway';
import { refusal } from './kvs/api';
import type { KvsErrorCode } from './kvs/errors';
import { meteredKvs, unitsOf } from './kvs/metered';
import type { KvsStore } from './kvs/store';
import type { PointsMeter } from './points';
import { answerPrivacy, isPrivacyPath } from './privacy';
import { answerQueue, isQueuePath, type Queues } from './queue/api';
import type { PushLimits } from './queue/origins';
import type { Rates } from './rates';
import type { EventQueue } from './queue/queue';
import type { Invocation, InvocationStore } from './runtime';

/** The back ends of one installation. */
export interface Backends {
  readonly jira: JiraDouble;
  readonly kvs: KvsStore;
  readonly queue: EventQueue;
  readonly queues: Queues;
  readonly pushLimits: PushLimits;
  readonly scopes: ReadonlySet<string>;
  readonly points: PointsMeter;
  readonly rates: Rates;
}

/** What servers on the way to Jira commonly take of an address; no figure is published. */
const URL_MAX_BYTES = 8 * 1024;

/** The issue that a path writes; reading in bulk is done by POST as well, below other paths. */
const WRITTEN_ISSUE = /^\/rest\/api\/\d\/issue\/([^/?]+-\d+|\d+)(?:[/?]|$)/;

interface RawAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
}

const metaSchema = z.looseObject({
  type: z.string(),
  provider: z.string().optional(),
  remote: z.string().optional(),
  accountId: z.string().optional(),
});
const initSchema = z.looseObject({
  method: z.string().default('GET'),
  body: z.string().optional(),
});

const headersSchema = z.looseObject({ headers: z.unknown() });

export type ForgeFetch = (meta: unknown, path: unknown, init?: unknown) => Promise<Response>;

/**
 * `global.__forge_fetch__`: the one way out of a Forge function. Every call passes the faults, is recorded, and takes
 * at least one turn of the event loop, so that two invocations really interleave.
 * @throws Error for a remote this stand-in does not have, and for calls outside an invocation.
 */
export function createForgeFetch(needs: {
  readonly backends: () => Backends;
  readonly current: InvocationStore;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly onProblem: (where: string, problem: unknown) => void;
}): ForgeFetch {
  return async (rawMeta, rawPath, rawInit) => {
    const invocation = needs.current.getStore();
    if (invocation === undefined) throw new Error('A Forge API was called outside an invocation.');
    const meta = metaSchema.parse(rawMeta);
    const path = z.string().parse(rawPath);
    const { method, body } = initSchema.parse(rawInit ?? {});
    const target = targetOf(meta, path);
    if (invocation.over) {
      needs.onProblem(
        `function ${invocation.functionKey}`,
        `${method} ${path} was sent after the function had ended.`,
      );
      return silence();
    }

    const record = needs.calls.startCall({
      invocationId: invocation.invocationId,
      functionKey: invocation.functionKey,
      moduleKey: invocation.moduleKey,
      target,
      method,
      path,
      as: meta.provider === 'user' ? 'user' : 'app',
      requestBytes: body === undefined ? 0 : Buffer.byteLength(body),
    });
    const answer = await disturbed(needs.faults.meet(target, method, path), target, invocation, () =>
      answerFrom(needs.backends(), target, { meta, path, method, body, init: rawInit, invocation }),
    );
    return finish(record, answer);
  };
}

/** Waits out a fault's latency, then lets it answer, stay silent, or let the work be done. */
export async function disturbed(
  disturbance: Disturbance,
  target: CallTarget,
  invocation: Pick<Invocation, 'over'> | undefined,
  work: () => Promise<RawAnswer>,
): Promise<RawAnswer> {
  if (disturbance.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, disturbance.latencyMs));
  else await turn();
  const { outcome } = disturbance;
  if (disturbance.afterwards && invocation?.over !== true) await work();
  if (outcome.kind === 'silence' || invocation?.over === true) return silence();
  if (outcome.kind === 'answer') return faultAnswer(target, outcome.status, outcome.retryAfter);
  const answer = await work();
  await turn();
  return answer;
}

export function finish(record: CallRecord, { status, headers, text }: RawAnswer): Response {
  record.status = status;
  record.responseBytes = Buffer.byteLength(text);
  if (record.target === 'kvs') {
    const larger = Math.max(record.requestBytes, record.responseBytes);
    record.units = unitsOf(larger);
  }
  record.endedAt = performance.now();
  const bodyless = status === 204 || status === 304;
  return new Response(bodyless ? null : text, {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function answerFrom(
  backends: Backends,
  target: CallTarget,
  call: {
    readonly meta: z.infer<typeof metaSchema>;
    readonly path: string;
    readonly method: string;
    readonly body: string | undefined;
    readonly init: unknown;
    readonly invocation: Invocation;
  },
): Promise<RawAnswer> {
  const { meta, path, method, body = '', invocation } = call;
  if (target === 'kvs') {
    if (backends.scopes.has('storage:app')) return meteredKvs(backends.kvs, backends.rates, path, body);
    return refusal({
      status: 403,
      code: 'PERMISSION_DENIED',
      message: 'The manifest lacks the scope storage:app.',
    });
  }
  if (target === 'queue') {
    const pushing = { limits: backends.pushLimits, origin: invocation.origin };
    const answer = answerQueue(backends.queue, backends.queues, path, body, pushing);
    return { status: answer.status, text: answer.body === undefined ? '' : JSON.stringify(answer.body) };
  }
  if (target === 'privacy') return toRaw(answerPrivacy(backends.jira, body));
  const who = actorFor(meta.provider, meta.accountId, invocation.accountId);
  if ('refusal' in who)
    return { status: who.status, headers: { [PROXY_ERROR_HEADER]: who.refusal }, text: '' };
  if (Buffer.byteLength(path) > URL_MAX_BYTES) {
    const message = 'Request-URI Too Long';
    return { status: 414, text: JSON.stringify({ errorMessages: [message], errors: {} }) };
  }
  if (!backends.rates.request(method, path)) return tooMany('1', 'jira-burst-based');
  const written = method === 'GET' ? undefined : WRITTEN_ISSUE.exec(path)?.[1];
  if (written !== undefined && !backends.rates.issueWrite(written))
    return tooMany('2', 'jira-per-issue-on-write');
  const headers = headersOf(call.init);
  const answer = await backends.points.metered(method, () =>
    askJira(backends.jira, { method, path, headers, bodyText: body }, who.actor, backends.scopes),
  );
  return toRaw(answer);
}

/** How Jira asks to be asked later: in so many seconds, for that reason. */
const tooMany = (seconds: string, reason: string): RawAnswer => ({
  status: 429,
  headers: { 'retry-after': seconds, 'ratelimit-reason': reason },
  text: JSON.stringify({ errorMessages: ['Rate limit exceeded.'], errors: {} }),
});

export function toRaw(answer: {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}): RawAnswer {
  return {
    status: answer.status,
    ...(answer.headers === undefined ? {} : { headers: answer.headers }),
    text: answer.body === undefined ? '' : JSON.stringify(answer.body),
  };
}

function targetOf(meta: z.infer<typeof metaSchema>, path: string): CallTarget {
  if (meta.type === 'kvs' && meta.remote === 'kvs') return 'kvs';
  if (meta.type === 'fpp' && meta.remote === 'jira') return 'jira';
  if (meta.type === 'fpp' && meta.remote === 'stargate' && isQueuePath(path)) return 'queue';
  if (meta.type === 'fpp' && meta.remote === 'stargate' && isPrivacyPath(path)) return 'privacy';
  throw new Error(`The stand-in does not provide ${meta.type}/${meta.remote ?? '?'} (${path}).`);
}

function headersOf(init: unknown): Readonly<Record<string, string>> {
  const parsed = headersSchema.safeParse(init);
  const headers = parsed.success ? parsed.data.headers : undefined;
  if (typeof headers !== 'object' || headers === null) return {};
  const pairs: unknown[][] = isIterable(headers)
    ? [...headers].map((pair) => [...pair])
    : Object.entries(headers);
  return Object.fromEntries(pairs.map(([name, value]) => [String(name).toLowerCase(), String(value)]));
}

function isIterable(value: object): value is Iterable<Iterable<unknown>> {
  return Symbol.iterator in value;
}

const KVS_FAULT_CODES: Readonly<Record<number, KvsErrorCode>> = {
  403: 'PERMISSION_DENIED',
  404: 'KEY_NOT_FOUND',
  429: 'TOO_MANY_REQUESTS',
};

function faultAnswer(target: CallTarget, status: number, retryAfter: number | undefined): RawAnswer {
  const message = `Injected fault: ${status}.`;
  const text =
    target === 'kvs'
      ? refusal({ status, code: KVS_FAULT_CODES[status] ?? 'INTERNAL_SERVER_ERROR', message }).text
      : JSON.stringify(target === 'jira' ? { errorMessages: [message], errors: {} } : { message });
  return {
    status,
    text,
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function silence(): Promise<never> {
  return new Promise<never>(() => undefined);
}
