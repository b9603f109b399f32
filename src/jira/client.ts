import api, { type APIResponse, type Route } from '@forge/api';
import { Unavailable, type Viewer } from '../app/ports';

interface Init {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
}

/** Jira's answers that mean "not for you, or not there"; the caller decides what follows. */
export interface Hidden {
  readonly hidden: true;
  readonly status: number;
}

export const isHidden = (answer: unknown): answer is Hidden =>
  typeof answer === 'object' && answer !== null && 'hidden' in answer;

const send = (viewer: Viewer, route: Route, { method = 'GET', body }: Init): Promise<APIResponse> =>
  (viewer === 'app' ? api.asApp() : api.asUser()).requestJira(route, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/**
 * Asks Jira and reads the JSON answer, unverified: every caller narrows it before use.
 *
 * @returns the body, undefined for an empty one, or `Hidden` for 400, 401, 403 and 404.
 * @throws Unavailable for rate limits, server errors and lost connections.
 */
export async function askJira(viewer: Viewer, route: Route, init: Init = {}): Promise<unknown> {
  let response: APIResponse;
  try {
    response = await send(viewer, route, init);
  } catch (error) {
    throw new Unavailable('jira', error instanceof Error ? error.name : 'request failed');
  }
  if ([400, 401, 403, 404].includes(response.status)) {
    const hidden: Hidden = { hidden: true, status: response.status };
    return hidden;
  }
  if (!response.ok) throw new Unavailable('jira', `status ${response.status}`);
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unavailable('jira', 'the answer was not JSON');
  }
}
