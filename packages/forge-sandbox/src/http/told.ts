import type { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import type { Sandbox } from '../sandbox';
import { Refusal } from './refusal';

/** What a person was told by mail and in comments, as they may read it. */
export function mountTold(app: Hono, sandbox: Sandbox): void {
  app.get('/sandbox/told', (c) => {
    const accountId = c.req.query('accountId') ?? '';
    const told = sandbox.jira.told(accountId, sinceOf(c.req.query('since')));
    if (told === undefined) throw new Refusal(404, 'UNKNOWN_USER', `There is no account ${accountId}.`);
    return c.json({ told: told.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) });
  });
}

/** @throws Refusal for what is no instant. */
function sinceOf(text: string | undefined): number {
  if (text === undefined || text === '') return -Infinity;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new Refusal(
      400,
      'INVALID_QUERY',
      'since must be an ISO 8601 instant such as 2026-12-01T09:00:00Z.',
    );
  }
}
