/** The pages of the shell; every one has an address that can be opened directly. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'inbox' }
  | { readonly page: 'board'; readonly projectKey: string }
  | { readonly page: 'workflow'; readonly projectKey: string }
  | { readonly page: 'issue'; readonly issueKey: string }
  /** `rest` is the app's own path inside its page, used by `view.createHistory()`. */
  | {
      readonly page: 'projectPage';
      readonly projectKey: string;
      readonly moduleKey: string;
      readonly rest: string;
    }
  | {
      readonly page: 'projectSettings';
      readonly projectKey: string;
      readonly moduleKey: string;
      readonly rest: string;
    }
  /** Jira's settings: the app's page there, and the people. */
  | { readonly page: 'adminPage'; readonly moduleKey: string; readonly rest: string }
  | { readonly page: 'people' }
  | { readonly page: 'globalPage'; readonly moduleKey: string; readonly rest: string }
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
  [
    new RegExp(`^/projects/${PROJECT}/page/${MODULE}(/.*)?$`),
    (m) => ({ page: 'projectPage', projectKey: at(m, 1), moduleKey: at(m, 2), rest: at(m, 3) }),
  ],
  [
    new RegExp(`^/projects/${PROJECT}/settings/${MODULE}(/.*)?$`),
    (m) => ({ page: 'projectSettings', projectKey: at(m, 1), moduleKey: at(m, 2), rest: at(m, 3) }),
  ],
  [/^\/dashboards\/(\d+)$/, (m) => ({ page: 'dashboard', dashboardId: at(m, 1) })],
  [/^\/settings\/people$/, () => ({ page: 'people' })],
  [
    new RegExp(`^/settings/apps/${MODULE}(/.*)?$`),
    (m) => ({ page: 'adminPage', moduleKey: at(m, 1), rest: at(m, 2) }),
  ],
  [
    new RegExp(`^/apps/${MODULE}(/.*)?$`),
    (m) => ({ page: 'globalPage', moduleKey: at(m, 1), rest: at(m, 2) }),
  ],
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
