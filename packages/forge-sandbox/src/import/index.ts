import type { Readable } from 'node:stream';
import type { Jira } from '../jira';
import { addIssues } from './issues';
import { addLinks } from './links';
import { addPeople, importedGroup } from './people';
import { addProject, projectKeyOf } from './project';
import type { RawIssue } from './raw';
import { lossesOf } from './losses';
import { ImportError, readIssues, type ReadFile } from './read';
import { statusCategories } from './statuses';

export { ImportError } from './read';

export interface ImportResult {
  readonly issues: number;
  readonly projects: readonly { readonly key: string; readonly issues: number }[];
  /** The latest `updated` of any issue, milliseconds since the epoch: where the sandbox's clock belongs. */
  readonly lastUpdate: number;
  /** What could not be carried over, in sentences. */
  readonly warnings: readonly string[];
}

export interface ImportOptions {
  /** Accounts that may work in the imported projects; by default every active person of the site but `u-outsider`. */
  readonly viewers?: readonly string[];
}

function byProject(issues: readonly RawIssue[]): ReadonlyMap<string, RawIssue[]> {
  const groups = new Map<string, RawIssue[]>();
  for (const issue of issues) {
    const known = groups.get(projectKeyOf(issue));
    if (known) known.push(issue);
    else groups.set(projectKeyOf(issue), [issue]);
  }
  return groups;
}

const standard = (jira: Jira): string[] =>
  jira
    .users()
    .filter((user) => user.active && user.accountType === 'atlassian' && user.accountId !== 'u-outsider')
    .filter((user) => !user.groups.includes(importedGroup))
    .map((user) => user.accountId);

/**
 * Loads exports of Jira issues, of one file or of many, changelogs included where they have any.
 * Everything is read and checked before the first thing is made: after an error the site is as it was.
 *
 * @param source paths of the files, or their bytes
 * @throws ImportError with the line number for a malformed line; for a project key that exists already
 */
export async function importExport(
  jira: Jira,
  source: string | Readable | readonly (string | Readable)[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const sources = [source].flat();
  const read: ReadFile[] = [];
  for (const one of sources) read.push(await readIssues(one));
  // Pages that were fetched while work went on may overlap: what was read last counts.
  const issues = [
    ...new Map(read.flatMap((file) => file.issues).map((issue) => [issue.key, issue])).values(),
  ];
  const projects = byProject(issues);
  const taken = [...projects.keys()].filter((key) => jira.project(key));
  if (taken.length > 0) {
    throw new ImportError(
      `The export holds projects whose keys exist on this site already: ${taken.join(', ')}.`,
    );
  }
  const viewers = options.viewers ?? standard(jira);
  const categories = statusCategories(issues);
  for (const { fields } of issues) {
    const { name, subtask, hierarchyLevel } = fields.issuetype;
    jira.addIssueType(name, subtask === true ? -1 : (hierarchyLevel ?? (name === 'Epic' ? 1 : 0)));
  }
  addPeople(jira, issues);
  for (const [key, own] of projects) addProject(jira, key, own, categories, viewers);
  const { lastUpdate, warnings } = addIssues(jira, issues);
  return {
    issues: issues.length,
    projects: [...projects].map(([key, own]) => ({ key, issues: own.length })),
    lastUpdate,
    warnings: [...lossesOf(read, issues), ...warnings, ...addLinks(jira, issues)],
  };
}
