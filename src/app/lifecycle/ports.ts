/** Which version of the code last looked after everything stored; 0 where none noted it. */
export interface DataVersionStore {
  read(): Promise<number>;
  write(version: number): Promise<void>;
}

/** What is kept of a project under one key of it. */
export interface ProjectPlace {
  readonly projectId: string;
  readonly from: string;
  readonly to: string;
  /** Jira says that the key leads to this project: then what lies there without an id is its own too. */
  readonly isListed: boolean;
}

/** What is kept project by project, under the key that each had when it was written. */
export interface ProjectRecords {
  /**
   * Takes what is kept of a project from a key it had to the one it has. What another project left under the new key is
   * kept aside for it, and what was written there for this one meanwhile stays. May come twice.
   *
   * @returns ids of the projects whose records had to make room.
   * @throws Unavailable when it should be tried again.
   */
  rekey(place: ProjectPlace): Promise<readonly string[]>;
  /** Says that no charter of the project lies under a key it had. */
  followed(projectId: string, from: string): Promise<void>;
  /** Whose records lie under the keys of these projects, where they are another's; and notes what is their own. */
  strangers(
    projects: readonly { readonly projectId: string; readonly key: string }[],
  ): Promise<readonly { readonly projectId: string; readonly key: string }[]>;
}

/** A project of Jira with every key that leads to it. */
export interface ProjectKeys {
  readonly projectId: string;
  readonly key: string;
  /** Without the one it has. */
  readonly formerKeys: readonly string[];
}

/** The keys of projects, as the app sees them. */
export interface JiraProjectKeys {
  /** Null where the project is gone, or the app may not see it. */
  projectKeys(projectId: string): Promise<ProjectKeys | null>;
  /** A hundred projects from a number on; `next` is absent on the last page. */
  projectPage(
    startAt: number,
  ): Promise<{ readonly projects: readonly ProjectKeys[]; readonly next?: number }>;
}
