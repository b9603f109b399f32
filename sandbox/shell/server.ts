import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { AppManifest } from '../forge/manifest';
import { mountShellApi, type ShellJira } from './api';
import { ICON, pageHtml } from './html';
import { resourcePages, shellModules } from './modules';
import { isForeign, routeOf } from './routes';
import { tokensCss } from './tokens';

/** What the shell needs of a running stand-in. */
export interface ShellSandbox {
  readonly manifest: Pick<AppManifest, 'appId' | 'modules' | 'resources'>;
  readonly jira: ShellJira;
  readonly cloudId: string;
  readonly environmentId: string;
  readonly environmentType: string;
}

export interface ShellOptions {
  /** Where the client's bundled scripts and styles lie; `dist/sandbox/shell` under the working directory by default. */
  readonly assetsDir?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json; charset=utf-8',
};

const themeOf = (c: Context): 'light' | 'dark' | 'system' => {
  const theme = getCookie(c, 'sandbox.theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

const bootOf = ({ manifest, cloudId, environmentId, environmentType }: ShellSandbox) => ({
  modules: shellModules(manifest),
  resources: resourcePages(manifest),
  site: { cloudId, appId: manifest.appId, environmentId, environmentType },
});

/**
 * Adds the Jira-like pages, their assets and calls under `/sandbox/shell/`, and the not-found page to a server.
 * Mount it last: it answers every page request that nothing before it answered.
 */
export const mountShell = (app: Hono, sandbox: ShellSandbox, options: ShellOptions = {}): void => {
  const assetsDir = options.assetsDir ?? resolve('dist/sandbox/shell');
  const tokens = tokensCss();
  const boot = bootOf(sandbox);

  const validators = boot.modules.filter(({ type }) => type === 'jira:workflowValidator').map(({ key }) => key);
  mountShellApi(app, sandbox.jira, validators);
  app.get('/sandbox/shell/tokens.css', (c) => c.body(tokens, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/sandbox/shell/icon.svg', (c) => c.body(ICON, 200, { 'content-type': 'image/svg+xml' }));
  app.get('/sandbox/shell/:file{[A-Za-z0-9_.-]+\\.(js|css|map)}', async (c) => {
    const file = c.req.param('file');
    try {
      const body = await readFile(join(assetsDir, file), 'utf8');
      const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain';
      return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' });
    } catch {
      return c.text(`No such asset: ${file}. Run "npm run build" first.`, 404);
    }
  });

  app.get('*', async (c, next) => {
    const { pathname } = new URL(c.req.url);
    if (isForeign(pathname)) return next();
    const route = routeOf(pathname);
    const title = route.page === 'missing' ? 'Page not found - Jira stand-in' : 'Jira stand-in';
    const html = pageHtml({ title, theme: themeOf(c), boot });
    return c.html(html, route.page === 'missing' ? 404 : 200);
  });
};
