import type { ServedSite } from './sandbox';

export interface Reply {
  readonly status: number;
  /** Parsed JSON; undefined for an empty answer. */
  readonly body: unknown;
}

export interface GateSeen {
  readonly verdict: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly who: readonly string[];
    readonly what: string;
    readonly next: string;
  }[];
}

export interface PanelSeen {
  readonly ok: true;
  readonly charter: {
    readonly dri: { readonly accountId: string; readonly status: string } | null;
    readonly agreements: readonly { readonly id: string; readonly status: string }[];
    readonly passages: readonly { readonly reason: string; readonly rules: readonly string[] }[];
  };
  readonly gate: GateSeen;
  readonly history: readonly { readonly type: string; readonly by: string }[];
  readonly me: { readonly canEdit: boolean };
}

/** One person, or nobody, who knows the site only by its address. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly accountId: string | null,
  ) {}

  async send(method: string, path: string, body?: unknown): Promise<Reply> {
    const login = Buffer.from(`${this.accountId}:any`).toString('base64');
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.accountId === null ? {} : { authorization: `Basic ${login}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  /** What the bridge does: `POST /sandbox/invoke/{moduleKey}`. */
  invoke(moduleKey: string, functionKey: string, payload?: unknown, context?: unknown): Promise<Reply> {
    return this.send('POST', `/sandbox/invoke/${moduleKey}`, { functionKey, payload, context });
  }

  /** A call from the panel of a work item. */
  panel(issueKey: string, functionKey: string, payload: unknown = {}): Promise<Reply> {
    return this.invoke('agreement-panel', functionKey, payload, { extension: { issue: { key: issueKey } } });
  }

  /** A panel call that must succeed. @throws Error with the answer otherwise. */
  async done(issueKey: string, functionKey: string, payload: unknown = {}): Promise<PanelSeen> {
    const reply = await this.panel(issueKey, functionKey, payload);
    if (reply.status !== 200 || !succeeded(reply.body)) {
      throw new Error(`${functionKey} on ${issueKey} as ${this.accountId}: ${JSON.stringify(reply)}`);
    }
    return reply.body;
  }

  /** Takes a work item through the transition of this name, over Jira's REST API. */
  async move(issueKey: string, name: string, fields?: Readonly<Record<string, unknown>>): Promise<Reply> {
    const path = `/rest/api/3/issue/${issueKey}/transitions`;
    const { body } = await this.get(path);
    const transitions = (body as { transitions?: { id: string; name: string }[] }).transitions ?? [];
    const transition = transitions.find((one) => one.name === name);
    if (!transition) throw new Error(`${issueKey} offers no transition ${name}: ${JSON.stringify(body)}`);
    return this.send('POST', path, { transition: { id: transition.id }, ...(fields && { fields }) });
  }

  async statusOf(issueKey: string): Promise<string> {
    const { body } = await this.get(`/rest/api/3/issue/${issueKey}?fields=status`);
    return (body as { fields: { status: { name: string } } }).fields.status.name;
  }
}

export const clientOf = (site: Pick<ServedSite, 'url'>, accountId: string | null): Client =>
  new Client(site.url, accountId);

/** The text Jira shows for a refused transition. @throws Error when it was not refused in Jira's shape. */
export function refusalText({ status, body }: Reply): string {
  const errors = body as { errorMessages?: unknown; errors?: unknown } | undefined;
  if (status !== 400 || !Array.isArray(errors?.errorMessages)) {
    throw new Error(`not a refused transition: ${status} ${JSON.stringify(body)}`);
  }
  expect(errors).toEqual({ errorMessages: [expect.any(String)], errors: {} });
  return String(errors.errorMessages[0]);
}

/** The code of a refused call. @throws Error when the call was not refused in the contract's one shape. */
export function refusalCode({ body }: Reply): string {
  const refusal = body as { ok?: unknown; error?: { code?: unknown; message?: unknown } } | undefined;
  if (refusal?.ok !== false) throw new Error(`not a refusal: ${JSON.stringify(body)}`);
  expect(refusal).toEqual({
    ok: false,
    error: expect.objectContaining({ code: expect.any(String), message: expect.stringMatching(/\S.*\./) }),
  });
  return String(refusal.error?.code);
}

export const succeeded = (body: unknown): body is PanelSeen =>
  typeof body === 'object' && body !== null && 'ok' in body && body.ok === true;
