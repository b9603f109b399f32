import type { Context, Hono } from 'hono';
import type { Sandbox } from '../sandbox';
import { findModule } from '../forge/manifest';
import { actorOf } from './auth';
import { BODY_MAX_BYTES, readJson } from './body';

/** Names the module whose page sends the request through the bridge: such calls are the app's, see `fetchProduct`. */
export const BRIDGE_HEADER = 'x-sandbox-module';

/** The Jira double on the wire. */
export function mountRest(app: Hono, sandbox: Sandbox): void {
  app.all('/rest/*', (c) => answer(c, sandbox));
}

async function answer(c: Context, sandbox: Sandbox): Promise<Response> {
  const actor = await actorOf(sandbox.jira, c.req.header('authorization'));
  if (actor === null) {
    return problem(401, 'Client must be authenticated to access this resource.');
  }
  const body =
    c.req.method === 'GET' || c.req.method === 'HEAD' ? { kind: 'none' as const } : await readJson(c);
  if (body.kind === 'malformed')
    return problem(400, 'There was an error parsing JSON. Check that your request body is valid.');
  if (body.kind === 'too-large')
    return problem(413, `The request body is larger than ${BODY_MAX_BYTES} bytes.`);
  const url = new URL(c.req.url);
  const headers = Object.fromEntries(c.req.raw.headers);
  const moduleKey = c.req.header(BRIDGE_HEADER);
  if (moduleKey !== undefined) {
    if (actor.kind !== 'user' || findModule(sandbox.manifest, moduleKey) === undefined) {
      return problem(400, `${BRIDGE_HEADER} needs a person and a module of the manifest.`);
    }
    return sandbox.host.fetchProduct(moduleKey, actor.accountId, {
      method: c.req.method,
      path: url.pathname + url.search,
      headers,
      bodyText: body.kind === 'json' ? body.text : undefined,
    });
  }
  const answered = await sandbox.jira.handle({
    method: c.req.method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: body.kind === 'json' ? body.value : undefined,
    actor,
  });
  return new Response(answered.body === undefined ? null : JSON.stringify(answered.body), {
    status: answered.status,
    headers: {
      ...(answered.body === undefined ? {} : { 'content-type': 'application/json;charset=UTF-8' }),
      ...answered.headers,
    },
  });
}

function problem(status: number, message: string): Response {
  return Response.json({ errorMessages: [message], errors: {} }, { status });
}
