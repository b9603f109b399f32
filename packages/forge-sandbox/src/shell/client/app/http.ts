import { z } from 'zod';

/** An answer of 400 and above. `messages` are Jira's own words, ready to be shown. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
  ) {
    super(messages.join('\n') || `The server answered ${status}.`);
  }
}

const jiraErrors = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});
const bulkErrors = z.object({ errors: z.array(z.object({ message: z.string() })) });
const otherErrors = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) });

/** Every sentence an error body holds, whichever of the stand-in's shapes it has. */
export const errorMessages = (body: unknown): string[] => {
  const other = otherErrors.safeParse(body);
  if (other.success)
    return [typeof other.data.error === 'string' ? other.data.error : other.data.error.message];
  const bulk = bulkErrors.safeParse(body);
  if (bulk.success) return bulk.data.errors.map(({ message }) => message);
  const jira = jiraErrors.safeParse(body);
  return jira.success ? [...jira.data.errorMessages, ...Object.values(jira.data.errors)] : [];
};

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Basic authentication as the stand-in reads it: the account id, any password. */
export const authorization = (accountId: string): string => `Basic ${btoa(`${accountId}:x`)}`;

/** Calls the stand-in as one person. */
export interface Client {
  readonly accountId: string;
  /** Parses a JSON answer; throws HttpError, or Error when the answer has another shape. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  /** The bare answer, for the bridge's product requests. */
  raw(path: string, init: RequestInit): Promise<Response>;
}

export const createClient = (accountId: string): Client => {
  const raw = (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization(accountId));
    return fetch(path, { ...init, headers });
  };
  const ask = async <T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> => {
    const response = await raw(path, init);
    const body = parseJson(await response.text());
    if (!response.ok) throw new HttpError(response.status, errorMessages(body));
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Error(`The answer of ${path} has an unexpected shape at "${where}".`, { cause: parsed.error });
  };
  return {
    accountId,
    raw,
    get: (path, schema) => ask(path, { headers: { accept: 'application/json' } }, schema),
    send: (method, path, body, schema) =>
      ask(
        path,
        {
          method,
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        schema,
      ),
  };
};
