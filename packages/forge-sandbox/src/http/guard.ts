import type { MiddlewareHandler } from 'hono';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Keeps other web pages from driving a stand-in that listens on this machine: a changing request must name a local
 * host (no DNS rebinding) and, when a browser sends it, come from a page of this very server (no cross-site forms).
 */
export const localOnly: MiddlewareHandler = async (c, next) => {
  if (READING.has(c.req.method)) return next();
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!LOCAL.has(hostName(host))) {
    return c.json(refused(`Requests that change something must name localhost, not ${host}.`), 403);
  }
  const origin = c.req.header('origin');
  if (origin !== undefined && !isOwn(origin, host)) {
    return c.json(refused(`Requests from ${origin} are not accepted.`), 403);
  }
  return next();
};

function refused(message: string): object {
  return { ok: false, error: { code: 'FOREIGN_REQUEST', message }, errorMessages: [message], errors: {} };
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function isOwn(origin: string, host: string): boolean {
  try {
    const url = new URL(origin);
    return url.host.toLowerCase() === host.toLowerCase();
  } catch {
    return false;
  }
}
