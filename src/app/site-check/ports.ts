import type { IssueKey } from '../../domain/values';
import type { Viewer } from '../subject/ports';

/** A project of the site, as it was told to whoever asked. */
export interface SiteProject {
  readonly projectKey: string;
  readonly projectId: string;
  readonly name: string;
}

/** What a site shows of itself. */
export interface JiraSite {
  /** Projects that Jira shows to the viewer, at most fifty, and how many there are in all. */
  siteProjects(
    viewer: Viewer,
  ): Promise<{ readonly projects: readonly SiteProject[]; readonly total: number }>;
  /** The item of a project that was changed last, as the app sees it; null where it sees none. */
  latestItem(projectKey: string): Promise<{ readonly issueId: string; readonly issueKey: IssueKey } | null>;
}
