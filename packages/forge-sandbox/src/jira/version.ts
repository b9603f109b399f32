import type { JiraRequest, JiraResponse } from '../kernel';
import { adfOf, adfText } from './adf';
import type { Site } from './site';

const API = /^\/rest\/api\/(2|3|latest)(?=\/)/;

type Document = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDocument = (value: unknown): value is { readonly content: readonly unknown[] } =>
  isRecord(value) && value['type'] === 'doc' && value['version'] === 1 && Array.isArray(value['content']);

const mapped = (value: Document, change: (one: unknown, key: string) => unknown): Document =>
  Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one, key)]));

const documentOf = (value: unknown): unknown => (typeof value === 'string' ? adfOf(value) : value);

/** Texts of version 2 as the documents of version 3: of fields that hold documents, and of comments. */
function bodyOf3(site: Site, path: string, body: unknown): unknown {
  if (!isRecord(body)) return body;
  const isRich = (id: string): boolean => site.store.fields.get(id)?.value?.base === 'richtext';
  const inUpdate = (operations: unknown, id: string): unknown =>
    !Array.isArray(operations)
      ? operations
      : operations.map((one: unknown) => {
          if (!isRecord(one)) return one;
          if (isRich(id)) return mapped(one, documentOf);
          return id === 'comment' ? mapped(one, (added) => withDocument(added)) : one;
        });
  return mapped(/\/comment(\/|$)/.test(path) ? withDocument(body) : body, (part, name) => {
    if (!isRecord(part)) return part;
    if (name === 'fields') return mapped(part, (value, id) => (isRich(id) ? documentOf(value) : value));
    return name === 'update' ? mapped(part, inUpdate) : part;
  });
}

const withDocument = (comment: unknown): Document =>
  isRecord(comment) ? mapped(comment, (one, key) => (key === 'body' ? documentOf(one) : one)) : {};

/** Documents as text, a line a block, and the answer's own addresses as those of the version that was asked. */
function answerOf2(value: unknown, origin: string, version: string): unknown {
  if (typeof value === 'string')
    return value.startsWith(`${origin}/rest/api/3/`)
      ? value.replace('/rest/api/3/', `/rest/api/${version}/`)
      : value;
  if (Array.isArray(value)) return value.map((one) => answerOf2(one, origin, version));
  if (isDocument(value)) return value.content.map(adfText).join('\n');
  return isRecord(value) ? mapped(value, (one) => answerOf2(one, origin, version)) : value;
}

export interface Versioned {
  /** The path below the version, with its leading slash; undefined outside of the API. */
  readonly path: string | undefined;
  readonly request: JiraRequest;
  /** The answer as the version that was asked gives it. */
  answer(response: JiraResponse): JiraResponse;
}

/**
 * A request of any version of the API as one of version 3. Version 2 is the same but for documents, which it has as text;
 * `latest` is version 2, which is our reading. Jira's wiki markup is read and written as plain lines.
 */
export function versioned(site: Site, request: JiraRequest): Versioned {
  const version = API.exec(request.path)?.[1];
  if (version === undefined) return { path: undefined, request, answer: (response) => response };
  const path = request.path.slice(`/rest/api/${version}`.length);
  if (version === '3') return { path, request, answer: (response) => response };
  return {
    path,
    request: { ...request, path: `/rest/api/3${path}`, body: bodyOf3(site, path, request.body) },
    answer: (response) =>
      response.body === undefined
        ? response
        : { ...response, body: answerOf2(response.body, site.baseUrl(), version) },
  };
}
