import type { Actor, JiraDouble, JiraResponse } from '../kernel';

/** How Forge's proxy reports that it would not pass a request on; @forge/api turns it into an error. */
export const PROXY_ERROR_HEADER = 'forge-proxy-error';

export interface ProductCall {
  readonly method: string;
  /** Path with query, as @forge/api built it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyText: string | undefined;
}

/** Passes one request of the app on to the Jira double, limited by the manifest's scopes. */
export async function askJira(
  jira: JiraDouble,
  call: ProductCall,
  actor: Actor,
  scopes: ReadonlySet<string>,
): Promise<JiraResponse> {
  const url = new URL(call.path, 'http://jira.invalid');
  let body: unknown;
  try {
    body = call.bodyText === undefined || call.bodyText === '' ? undefined : JSON.parse(call.bodyText);
  } catch {
    return { status: 400, body: { errorMessages: ['There was an error parsing JSON.'], errors: {} } };
  }
  return jira.handle({
    method: call.method,
    path: url.pathname,
    query: url.searchParams,
    headers: call.headers,
    body,
    actor,
    scopes,
  });
}

/**
 * Whom a Jira call of the app acts as, or why the proxy refuses it. `asUser()` needs a person behind the invocation;
 * `asUser(id)` (offline impersonation) and `requestJira` without asUser/asApp are not provided here.
 */
export function actorFor(
  provider: unknown,
  impersonated: unknown,
  accountId: string | undefined,
): { readonly actor: Actor } | { readonly refusal: string; readonly status: number } {
  if (provider === 'app') return { actor: { kind: 'app' } };
  if (provider !== 'user') return { refusal: 'SANDBOX_UNKNOWN_PROVIDER', status: 400 };
  if (impersonated !== undefined && impersonated !== accountId) {
    return { refusal: 'SANDBOX_IMPERSONATION_NOT_PROVIDED', status: 403 };
  }
  if (accountId === undefined) return { refusal: 'NEEDS_AUTHENTICATION_ERR', status: 401 };
  return { actor: { kind: 'user', accountId } };
}
