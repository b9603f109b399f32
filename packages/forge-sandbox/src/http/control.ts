import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { UnknownSeed, type Sandbox } from '../sandbox';
import { waves } from '../forge/calls';
import { placeSchema } from '../forge/context';
import { STRICT } from '../switches';
import { InvokeError, type InvokeErrorCode } from '../forge/resolver';
import { actorOf } from './auth';
import { destination } from './duration';
import { parseBody, Refusal } from './refusal';
import { describeState, waitingEvents } from './state';

const faultSchema = z.strictObject({
  target: z.enum(['jira', 'kvs', 'queue', 'privacy']),
  match: z.string().optional(),
  status: z.number().int().min(400).max(599).optional(),
  retryAfter: z.number().int().min(0).optional(),
  latencyMs: z.number().min(0).max(600_000).optional(),
  timeout: z.boolean().optional(),
  afterwards: z.boolean().optional(),
  duplicate: z.boolean().optional(),
  reorder: z.boolean().optional(),
  rate: z.number().min(0).max(1).optional(),
  times: z.number().int().min(1).optional(),
});

const INVOKE_STATUS: Readonly<Record<InvokeErrorCode, ContentfulStatusCode>> = {
  MODULE_NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  RESPONSE_TOO_LARGE: 502,
  FUNCTION_ERR: 500,
  FUNCTION_TIME_OUT: 504,
};

const ROUTES = [
  'GET /sandbox/state',
  'POST /sandbox/reset {seed}',
  'POST /sandbox/clock {advance} or {set}',
  'POST /sandbox/triggers/{moduleKey}',
  'POST /sandbox/drain',
  'POST /sandbox/invoke/{moduleKey} {functionKey, payload, context}',
  'POST /sandbox/properties/{moduleKey} {context}',
  'POST /sandbox/users/{accountId} {active, closed, displayName}',
  'POST /sandbox/issues/{issueKey}/clone',
  'POST /sandbox/automation {issueKey, transition} or {issueKey, fields}',
  'POST /sandbox/reinstall {relink}',
  'POST /sandbox/upgrade {minor}',
  'GET /sandbox/faults',
  'POST /sandbox/faults {target, match, status, retryAfter, latencyMs, timeout, afterwards, duplicate, reorder, rate, times} or {clear}',
  'DELETE /sandbox/faults',
  'GET /sandbox/calls?since=',
  'GET /sandbox/switches',
  `POST /sandbox/switches {${Object.keys(STRICT).join(', ')}}`,
  'GET /sandbox/told?accountId=&since=',
  'POST /sandbox/realtime {channel, payload}',
  'GET /sandbox/realtime?channels=',
  'GET /sandbox/app/{moduleKey}/{entry}',
];

/** The routes by which scripts, the shell and tests drive a running stand-in. */
export function mountControl(app: Hono, sandbox: Sandbox): void {
  app.get('/sandbox/state', async (c) => c.json(await describeState(sandbox)));

  app.post('/sandbox/reset', async (c) => {
    const { seed } = await parseBody(c, z.strictObject({ seed: z.string().default(sandbox.firstSeed) }));
    await sandbox.reset(seed);
    return c.json({ seed, now: isoNow(sandbox) });
  });

  app.post('/sandbox/clock', async (c) => {
    const move = await parseBody(
      c,
      z.union([z.strictObject({ advance: z.string() }), z.strictObject({ set: z.string() })]),
    );
    let target: number;
    try {
      target = destination(sandbox.clock.now(), move);
    } catch (problem) {
      throw problem instanceof RangeError ? new Refusal(400, 'INVALID_TIME', problem.message) : problem;
    }
    const fired = await sandbox.moveTo(target);
    return c.json({ now: isoNow(sandbox), fired });
  });

  app.post('/sandbox/triggers/:moduleKey', async (c) => {
    const moduleKey = c.req.param('moduleKey');
    const outcome = await sandbox.host.fire(moduleKey);
    if (outcome === undefined) {
      const known = sandbox.manifest.schedules.map(({ key }) => key).join(', ') || 'none';
      throw new Refusal(
        404,
        'UNKNOWN_TRIGGER',
        `No scheduled trigger ${moduleKey}. The manifest has: ${known}.`,
      );
    }
    const error = outcome.kind === 'failed' ? outcome.error.message : undefined;
    return c.json({ moduleKey, outcome: outcome.kind, ...(error === undefined ? {} : { error }) });
  });

  app.post('/sandbox/drain', async (c) => {
    await sandbox.drain();
    return c.json({ queue: sandbox.queue.depth(), waiting: waitingEvents(sandbox) });
  });

  app.post('/sandbox/invoke/:moduleKey', async (c) => {
    const actor = await actorOf(sandbox.jira, c.req.header('authorization'));
    if (actor === null)
      throw new Refusal(401, 'UNAUTHENTICATED', 'No such user, or the account is deactivated.');
    const { functionKey, payload, context } = await parseBody(
      c,
      z.strictObject({
        functionKey: z.string().min(1),
        payload: z.unknown().optional(),
        context: placeSchema.optional(),
      }),
    );
    const accountId = actor.kind === 'user' ? actor.accountId : undefined;
    const answer = await sandbox.invoke(c.req.param('moduleKey'), functionKey, payload, context, accountId);
    return c.json(answer ?? null);
  });

  app.get('/sandbox/faults', (c) => c.json({ faults: sandbox.faults.list() }));
  app.post('/sandbox/faults', async (c) => {
    const body = await parseBody(c, z.union([z.strictObject({ clear: z.literal(true) }), faultSchema]));
    if ('clear' in body) sandbox.faults.clear();
    else sandbox.faults.add(withoutUndefined(body));
    return c.json({ faults: sandbox.faults.list() });
  });
  app.delete('/sandbox/faults', (c) => {
    sandbox.faults.clear();
    return c.json({ faults: [] });
  });

  app.get('/sandbox/calls', (c) => {
    const since = z.coerce
      .number()
      .int()
      .min(0)
      .safeParse(c.req.query('since') ?? 0);
    if (!since.success) throw new Refusal(400, 'INVALID_QUERY', 'since must be an id of an earlier answer.');
    const page = sandbox.calls.since(since.data);
    const perInvocation = page.invocations.map(({ invocationId }) => {
      const own = page.calls.filter((call) => call.invocationId === invocationId);
      return [invocationId, waves(own).map((wave) => wave.map(({ id }) => id))] as const;
    });
    return c.json({ ...page, waves: Object.fromEntries(perInvocation) });
  });
}

/** Last of the `/sandbox/*` routes: says what there is instead. */
export function mountControlFallback(app: Hono): void {
  app.all('/sandbox/*', (c) => {
    const message = `There is no ${c.req.method} ${new URL(c.req.url).pathname}.`;
    return c.json({ ok: false, error: { code: 'NO_ROUTE', message }, routes: ROUTES }, 404);
  });
}

/** Turns whatever a route threw into an answer. */
export function answerProblem(problem: unknown, c: Context, sandbox: Sandbox): Response {
  if (problem instanceof Refusal) return refuse(c, problem.status, problem.code, problem.message);
  if (problem instanceof InvokeError)
    return refuse(c, INVOKE_STATUS[problem.code], problem.code, problem.message);
  if (problem instanceof UnknownSeed) return refuse(c, 400, 'UNKNOWN_SEED', problem.message);
  sandbox.problems.add(`${c.req.method} ${new URL(c.req.url).pathname}`, problem);
  const message = problem instanceof Error ? problem.message : String(problem);
  return refuse(c, 500, 'SANDBOX_ERROR', `The stand-in failed: ${message}`);
}

function refuse(c: Context, status: ContentfulStatusCode, code: string, message: string): Response {
  return c.json({ ok: false, error: { code, message } }, status);
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;
}

function isoNow(sandbox: Sandbox): string {
  return new Date(sandbox.clock.now()).toISOString();
}
