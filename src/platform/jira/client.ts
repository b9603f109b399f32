import api, { type APIResponse, type Route } from '@forge/api';
import type { Viewer } from '../../app/subject/ports';
import { Refused, Unavailable } from '../unavailable';
import type { Instant } from '../../domain/values';
import { array, record, string } from '../read';
import { budget } from '../points-budget';

interface Init {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
}

/**
 * What became of a question to Jira. Six different things, each with its own consequence: they are told apart here and
 * nowhere else.
 */
export type Outcome =
  | { readonly kind: 'answered'; readonly body: unknown }
  /** Asked as a person: it is not there, or not for them; Jira does not say which. */
  | { readonly kind: 'hidden'; readonly status: number }
  /** Asked as the app: Jira answered, and the app may not have it. No proof that it is not there. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Jira does not understand the question: whose mistake that is, it does not say. */
  | { readonly kind: 'broken-question'; readonly messages: readonly string[] }
  /** Jira wants to be asked later; `until` where it said when. */
  | { readonly kind: 'too-many'; readonly until: Instant | undefined }
  | { readonly kind: 'no-answer'; readonly detail: string };

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

/** What was asked, for the log: without the query, which may name accounts. */
const pathOf = ({ value }: Route): string => value.split('?')[0] ?? value;

/** Jira's own words about a question it did not understand. */
function messagesIn(body: unknown): readonly string[] {
  const { errorMessages, errors } = record(body);
  return [...array(errorMessages), ...Object.values(record(errors))].map(string).filter(Boolean);
}

async function bodyOf(response: APIResponse): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** Jira's answer to a burst asks for about a second, which is less than anybody would take to ask again. */
const SHORT_WAIT_MS = 2_000;
const SENDS = 3;
const JITTER_MS = 250;

/** How long to wait where Jira said so, and that is short; undefined where it did not, or is longer. */
function shortWait(status: number, until: Instant | undefined): number | undefined {
  if (status !== 429 || until === undefined) return undefined;
  const ms = Date.parse(until) - Date.now();
  return ms > 0 && ms <= SHORT_WAIT_MS ? ms + Math.random() * JITTER_MS : undefined;
}

/** Sends a question, and once more after each short wait that Jira asks for: what it put off it has not done. */
async function sendPatiently(
  viewer: Viewer,
  route: Route,
  init: Init,
): Promise<{ readonly response: APIResponse; readonly notBefore: Instant | undefined }> {
  for (let sent = 1; ; sent += 1) {
    const response = await send(viewer, route, init);
    const notBefore = budget.hear(response.status, response.headers);
    const wait = shortWait(response.status, notBefore);
    if (wait === undefined || sent >= SENDS) return { response, notBefore };
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Asks Jira and says what became of it; the body is unverified, every caller narrows it before use. */
export async function ask(viewer: Viewer, route: Route, init: Init = {}): Promise<Outcome> {
  const until = budget.mustWait();
  if (until !== undefined) return { kind: 'too-many', until };
  let response: APIResponse;
  let notBefore: Instant | undefined;
  try {
    ({ response, notBefore } = await sendPatiently(viewer, route, init));
  } catch (error) {
    return { kind: 'no-answer', detail: error instanceof Error ? error.name : 'request failed' };
  }
  const { status } = response;
  if (status === 401 || status === 403 || status === 404) {
    return { kind: viewer === 'app' ? 'refused' : 'hidden', status };
  }
  if (status === 429) return { kind: 'too-many', until: notBefore };
  try {
    const body = await bodyOf(response);
    budget.count(init.method ?? 'GET', body);
    if (status === 400) return { kind: 'broken-question', messages: messagesIn(body) };
    return response.ok ? { kind: 'answered', body } : { kind: 'no-answer', detail: `status ${status}` };
  } catch {
    return status === 400
      ? { kind: 'broken-question', messages: [] }
      : { kind: 'no-answer', detail: 'the answer was not JSON' };
  }
}

/**
 * Asks Jira for something whose absence the caller can tell from an answer.
 *
 * @returns the body, undefined for an empty one, or `Hidden` where Jira shows the viewer nothing.
 * @throws Unavailable for everything that is no answer to the question, with what kind of failure it is.
 */
export async function askJira(viewer: Viewer, route: Route, init: Init = {}): Promise<unknown> {
  const outcome = await ask(viewer, route, init);
  switch (outcome.kind) {
    case 'answered':
      return outcome.body;
    case 'hidden':
    case 'refused': {
      const hidden: Hidden = { hidden: true, status: outcome.status };
      return hidden;
    }
    case 'broken-question':
      throw new Unavailable('jira', `the question was not understood: ${pathOf(route)}`, {
        failure: 'broken-question',
        messages: outcome.messages,
      });
    case 'too-many':
      throw new Unavailable('jira', 'too many questions', { failure: 'too-many', until: outcome.until });
    case 'no-answer':
      throw new Unavailable('jira', outcome.detail);
  }
}

/**
 * Asks Jira for something that is always there, so that not being shown it is a right somebody must give.
 *
 * @throws Unavailable as `askJira`, and with `refused` where Jira shows the viewer nothing.
 */
export async function askForAll(viewer: Viewer, route: Route, init: Init = {}): Promise<unknown> {
  const answer = await askJira(viewer, route, init);
  if (!isHidden(answer)) return answer;
  throw new Refused(`status ${answer.status}`);
}

/**
 * Asks Jira to do something, where a request it does not accept is as much a refusal as a missing right: an account that
 * cannot be mailed, an issue that takes no comment.
 *
 * @throws Unavailable for everything else that is no answer.
 */
export async function askOrRefusal(viewer: Viewer, route: Route, init: Init = {}): Promise<unknown> {
  try {
    return await askJira(viewer, route, init);
  } catch (error) {
    if (!(error instanceof Unavailable) || error.failure !== 'broken-question') throw error;
    const refused: Hidden = { hidden: true, status: 400 };
    return refused;
  }
}
