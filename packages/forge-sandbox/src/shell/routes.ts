import { pageTypes } from '../modules';
import { inProject } from '../modules/shown';

/** The pages of the shell; every one has an address that can be opened directly. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'inbox' }
  | { readonly page: 'board'; readonly projectKey: string }
  | { readonly page: 'workflow'; readonly projectKey: string }
  | { readonly page: 'issue'; readonly issueKey: string }
  /** A page of the app; `rest` is the app's own path inside it, used by `view.createHistory()`. */
  | {
      readonly page: 'module';
      readonly type: string;
      readonly moduleKey: string;
      readonly rest: string;
    }
  | {
      readonly page: 'project-module';
      readonly type: string;
      readonly projectKey: string;
      readonly moduleKey: string;
      readonly rest: string;
    }
  /** The people, among Jira's settings. */
  | { readonly page: 'people' }
  | { readonly page: 'dashboard'; readonly dashboardId: string }
  | { readonly page: 'missing' };

const PROJECT = '([A-Z][A-Z0-9_]*)';
const MODULE = '([A-Za-z0-9_-]+)';

const at = (match: RegExpExecArray, group: number): string => match[group] ?? '';

const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Route])[] = [
  [/^\/$/, () => ({ page: 'home' })],
  [/^\/inbox$/, () => ({ page: 'inbox' })],
  [/^\/browse\/([A-Z][A-Z0-9_]*-\d+)$/, (m) => ({ page: 'issue', issueKey: at(m, 1) })],
  [new RegExp(`^/projects/${PROJECT}(?:/board)?$`), (m) => ({ page: 'board', projectKey: at(m, 1) })],
  [new RegExp(`^/projects/${PROJECT}/workflow$`), (m) => ({ page: 'workflow', projectKey: at(m, 1) })],
  [/^\/dashboards\/(\d+)$/, (m) => ({ page: 'dashboard', dashboardId: at(m, 1) })],
  [/^\/settings\/people$/, () => ({ page: 'people' })],
  ...pageTypes().map(({ type, page }): (typeof patterns)[number] =>
    inProject(page)
      ? [
          new RegExp(`^/projects/${PROJECT}${page.path}/${MODULE}(/.*)?$`),
          (m) => ({
            page: 'project-module',
            type,
            projectKey: at(m, 1),
            moduleKey: at(m, 2),
            rest: at(m, 3),
          }),
        ]
      : [
          new RegExp(`^${page.path}/${MODULE}(/.*)?$`),
          (m) => ({ page: 'module', type, moduleKey: at(m, 1), rest: at(m, 2) }),
        ],
  ),
];

/** Reads an address's path; a trailing slash is of no account. */
export const routeOf = (pathname: string): Route => {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname;
  for (const [pattern, make] of patterns) {
    const match = pattern.exec(path);
    if (match !== null) return make(match);
  }
  return { page: 'missing' };
};

/** Addresses that are not the shell's to answer, even when nothing is there. */
export const isForeign = (pathname: string): boolean => /^\/(rest|sandbox)(\/|$)/.test(pathname);
