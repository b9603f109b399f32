/**
 * The seams between the parts of the stand-in. Each part is built against these interfaces alone,
 * so that the Jira double, the Forge host and the shell can be tested apart.
 */

/** Simulated time, shared by Jira and the app. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** Who stands behind a Jira request. */
export type Actor =
  | { readonly kind: 'user'; readonly accountId: string }
  /** The app itself (`asApp()`), a user of its own: what it may see and do is for project and switches to say. */
  | { readonly kind: 'app' }
  /** Jira's own pages, which put what they know around the app. Sees everything. */
  | { readonly kind: 'site' }
  /** A rule of Jira's own automation, which acts under an account of its own. */
  | { readonly kind: 'automation' }
  | { readonly kind: 'anonymous' };

/** One request to the Jira double, already off the wire. */
export interface JiraRequest {
  readonly method: string;
  /** Path below the site, for example `/rest/api/3/issue/ABC-1`, percent-encoding still in place. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case header names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, or undefined when there was no body. */
  readonly body: unknown;
  readonly actor: Actor;
  /** The manifest's scopes when the app makes the call; absent for people and scripts, who are not limited by them. */
  readonly scopes?: ReadonlySet<string>;
}

export interface JiraResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON body; undefined for an empty answer (204). */
  readonly body?: unknown;
}

/** What Jira hands to a workflow validator function (documented under jira:workflowValidator). */
export interface ValidatorEvent {
  /** Without a key where the item is only being made, unless the site is told to send one. */
  readonly issue: { readonly key?: string };
  /** Whatever the rule's configuration page saved. */
  readonly configuration: unknown;
  readonly transition: {
    /** Absent where the item is only being made. */
    readonly from?: { readonly id: string };
    readonly to: { readonly id: string };
    readonly modifiedFields: Readonly<Record<string, unknown>>;
  };
}

export interface ValidatorAnswer {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** A `jira:customField` module of the installed app, as the double needs it. */
export interface ForgeFieldModule {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'user' | 'group' | 'datetime' | 'date' | 'object';
  readonly collection: 'none' | 'list';
  readonly readOnly: boolean;
}

/** What the Jira double asks of whoever hosts the app. */
export interface AppHost {
  readonly appId: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
  readonly customFields: readonly ForgeFieldModule[];
  /** Runs the app's validator function; a throw or time-out is the host's to translate, as Jira does, into a refusal with a generic message. */
  validate(moduleKey: string, event: ValidatorEvent): Promise<ValidatorAnswer>;
  /** Delivers a product event such as `avi:jira:updated:issue`; `actor` is absent for events without a person. */
  emit(eventType: string, payload: Readonly<Record<string, unknown>>, actor?: Actor): void;
}

/** What an app says it stores about one account. */
export interface PersonalDataReport {
  readonly accountId: string;
  /** When it was read from Atlassian, milliseconds since the epoch. */
  readonly updatedAt: number;
}

export type PersonalDataStatus = 'closed' | 'updated';

/** The Jira double as the host and the HTTP server see it. */
export interface JiraDouble {
  handle(request: JiraRequest): Promise<JiraResponse>;
  /** What Atlassian's directory says about a stored account; undefined when there is nothing to do. */
  personalDataStatus(report: PersonalDataReport): PersonalDataStatus | undefined;
}
