import type { JiraResponse } from '../kernel';

/** A refusal in Jira's own shape: `{errorMessages: […], errors: {field: message}}`. */
export class JiraError extends Error {
  constructor(
    readonly status: number,
    readonly errorMessages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
  }

  toResponse(): JiraResponse {
    return { status: this.status, body: { errorMessages: this.errorMessages, errors: this.errors } };
  }
}

export const badRequest = (message: string): JiraError => new JiraError(400, [message]);

export const badFields = (errors: Readonly<Record<string, string>>): JiraError =>
  new JiraError(400, [], errors);

export const notFound = (message: string): JiraError => new JiraError(404, [message]);

export const forbidden = (message: string): JiraError => new JiraError(403, [message]);

/** The same words whether the issue is hidden or was never there: Jira does not tell them apart. */
export const issueHidden = (): JiraError =>
  notFound('Issue does not exist or you do not have permission to see it.');

export const mustAuthenticate = (): JiraError =>
  new JiraError(401, ['Client must be authenticated to access this resource.']);

/** Something Jira can do and this stand-in cannot: said aloud, never guessed. */
export const unsupported = (what: string): JiraError =>
  new JiraError(501, [`Not supported by the Jira stand-in: ${what}.`]);
