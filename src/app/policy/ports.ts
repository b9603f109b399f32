import type { AuditEntry } from '../../domain/audit/entry';
import type { Brake } from '../../domain/policy/brake';
import type { Borders } from '../../domain/gate/border';
import type { BrakeOn } from '../../domain/policy/brake';
import type { Policy, PolicyVersion } from '../../domain/policy/policy';
import type { ProjectHomes } from '../../domain/policy/home';
import type { PolicyUnderKey } from '../../domain/policy/under-key';
import type { IssueTypeFact, LinkTypeFact, WaitingLink } from '../../domain/policy/scope';
import type { Instant } from '../../domain/values';
import type { Viewer } from '../subject/ports';

/** A project by its key, or the site whose policy its projects follow until they decide for themselves. */
export type PolicyOwner = { readonly project: string } | 'site';

/**
 * A project by the key it has and the id that stays: what is kept of it may lie under a key it had. Null where nobody can
 * say the id; then only the key leads to it. An id that is on its way is waited for beside the read.
 */
export interface ProjectPlace {
  readonly project: string;
  readonly id: string | null | Promise<string | null>;
}

/** Where records of an owner lie, as a read of them found it. Nothing else makes one, so that no key is guessed. */
export interface Home {
  readonly liesUnder: string;
}

export interface StoredPolicy {
  /** The policy in force, with the version and owner of the record it comes from, once it is said which project asks. */
  readonly underKey: PolicyUnderKey;
  /** What holds in a project that decided nothing: for one that has only the key in common with whoever saved this. */
  readonly above: Policy;
  /** It comes from above: the site, or what Holdfast ships with. */
  readonly inherited: boolean;
  /** Version of the owner's own record, 0 where it has none; what a save is checked against. */
  readonly recordVersion: number;
  /** The brake in force there, its own or the site's. */
  readonly brake?: BrakeOn | undefined;
  /** What the gate's rules met in the project of this key, where one project was read. */
  readonly borders?: Borders | undefined;
  /** Where it lies, whether or not anything does. */
  readonly home: Home;
  /** Of every project of the site. */
  readonly homes?: ProjectHomes | undefined;
}

export interface PolicyStore {
  /** One read; a second where a project keeps its records under a former key. */
  read(owner: ProjectPlace | 'site'): Promise<StoredPolicy>;
  /** Writes where a read found the owner's records, and only if the owner's record is still at `version - 1`. No policy: follow the one above again. */
  write(
    owner: PolicyOwner,
    home: Home,
    next: PolicyVersion & { readonly projectId?: string },
  ): Promise<'written' | 'conflict'>;
  /** The latest versions, newest first. */
  versions(home: Home | 'site'): Promise<readonly PolicyVersion[]>;
  /** The policies in force in these projects, by the key each was asked by, in as few reads as storage allows. */
  readMany(projects: readonly ProjectPlace[]): Promise<ReadonlyMap<string, StoredPolicy>>;
}

/** Saved policies as records, for changes of shape; a save of a person goes through `PolicyStore`. */
export interface PolicyRecords {
  page(cursor?: string): Promise<{
    readonly found: readonly {
      readonly key: string;
      /** Absent for the site's. */
      readonly projectKey?: string | undefined;
      readonly version: number;
      readonly savedAt: Instant;
      readonly policy: Policy;
    }[];
    readonly next?: string;
  }>;
  /** Keeps version and history: nobody decided anything. Does nothing where somebody saved meanwhile. */
  replace(key: string, version: number, policy: Policy): Promise<void>;
}

/** Which sides of the site's link types once said by their words that an item waits. It only grows. */
export interface LinkMemory {
  /** Version 0 where nothing was kept yet. */
  read(): Promise<{ readonly version: number; readonly links: readonly WaitingLink[] }>;
  /** Writes only if what is stored is still at `version - 1`; else somebody else did, and nothing happens. */
  write(
    next: { readonly version: number; readonly links: readonly WaitingLink[] },
    at: Instant,
  ): Promise<void>;
}

export interface ListedIssueType extends IssueTypeFact {
  /** The team-managed project it belongs to; absent for types that projects share. */
  readonly projectId?: string;
}

/** What an administrator set up in Jira and a policy can name. */
export interface JiraSettings {
  /** Every issue type the viewer may know of, in their language; those of team-managed projects name the project. */
  issueTypes(viewer: Viewer): Promise<readonly ListedIssueType[]>;
  /** The site's link types, in the viewer's language. */
  linkTypes(viewer: Viewer): Promise<readonly LinkTypeFact[]>;
  /** Ids of every field the viewer may know of. */
  fieldIds(viewer: Viewer): Promise<readonly string[]>;
}

export interface StoredBrakes {
  /** 0 where there never was one. */
  readonly version: number;
  /** Newest first, those that have ended among them. */
  readonly brakes: readonly Brake[];
}

export interface BrakeStore {
  read(owner: ProjectPlace | 'site'): Promise<StoredBrakes & { readonly home: Home }>;
  /** Writes where a read found them, and only if the stored version is still `next.version - 1`, and the line of the audit log with it. */
  write(
    home: Home,
    next: StoredBrakes & { readonly projectId?: string },
    line: AuditEntry,
  ): Promise<'written' | 'conflict'>;
}

/** The brakes of every owner that ever had one. */
export interface BrakeRecords {
  page(cursor?: string): Promise<{
    readonly found: readonly {
      /** Absent for the site's. */
      readonly projectKey?: string | undefined;
      readonly brakes: readonly Brake[];
    }[];
    readonly next?: string;
  }>;
}
