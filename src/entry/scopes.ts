import type { AuthorizedItem } from '../app/charter/authorize-item';
import type { InvokeAs } from '../app/charter/invoke-as';
import type { RunOfPages } from '../app/subject/project-items';
import type { CallKey, CallOf } from '../contract/calls';
import type { AccountId } from '../domain/values';

export interface ProjectScope {
  readonly accountId: AccountId;
  readonly projectKey: string;
  /** The run of a report that the call is a page of. */
  readonly run?: RunOfPages | undefined;
}

/** Somebody who is logged in, on a page that belongs to no work item and no project. */
export interface PersonScope {
  readonly accountId: AccountId;
  /** Makes another call as this person, on a work item the app has found for them. */
  readonly invokeAs: InvokeAs;
}

/** A caller who administers Jira. */
export interface SiteScope {
  readonly accountId: AccountId;
}

/** A caller who may edit a workflow: one project's, or one that projects share. */
export interface WorkflowScope {
  readonly accountId: AccountId;
  readonly project: { readonly projectKey: string; readonly projectId: string } | null;
}

/** What is known of a caller who was let in, by the call's `access`. */
interface Scopes {
  readonly item: AuthorizedItem;
  readonly 'item-or-provider': AuthorizedItem;
  readonly 'item-or-addressee': AuthorizedItem;
  readonly person: PersonScope;
  readonly project: ProjectScope;
  readonly 'project-admin': ProjectScope;
  readonly 'site-admin': SiteScope;
  readonly 'named-item-admin': AuthorizedItem;
  readonly 'workflow-admin': WorkflowScope;
}

export type ScopeOf<K extends CallKey> = Scopes[CallOf<K>['access']];
