import { resolve } from 'node:path';
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { licenceOf } from '../forge/licence';
import type { Switches } from '../switches';
import { installationOf } from '../forge/installation';
import type { AppManifest } from '../forge/manifest';
import { slotOf } from '../modules';
import type { Slot } from '../modules/shown';
import { mountShellApi, type ShellJira } from './api';
import { mountAssets } from './assets';
import { mountDashboards } from './dashboard-api';
import type { Dashboards } from './dashboards';
import { pageHtml } from './html';
import { resourcePages, shellModules } from './modules';
import { isForeign, routeOf } from './routes';
import type { Welcome } from './welcome';

/** What the shell needs of a running stand-in. */
export interface ShellSandbox {
  readonly manifest: AppManifest;
  readonly jira: ShellJira;
  readonly dashboards: Dashboards;
  readonly welcome?: Welcome | undefined;
  /** Absent where Forge says nothing of a licence. */
  readonly switches?: { readonly current: Pick<Switches, 'licence'> };
}

export interface ShellOptions {
  /** Where the client's bundled scripts and styles lie; `dist/sandbox/shell` under the working directory by default. */
  readonly assetsDir?: string;
  /** The app is built anew while the stand-in runs: pages ask `GET /sandbox/changes`. */
  readonly watching?: boolean;
}

const themeOf = (c: Context): 'light' | 'dark' | 'system' => {
  const theme = getCookie(c, 'sandbox.theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

const bootOf = ({ manifest }: ShellSandbox) => {
  const { appId, cloudId, environmentId, environmentType, installContext } = installationOf(manifest, '');
  return {
    modules: shellModules(manifest),
    resources: resourcePages(manifest),
    site: { appId, cloudId, environmentId, environmentType, installContext },
  };
};

/**
 * Adds the Jira-like pages, their assets and calls under `/sandbox/shell/`, and the not-found page to a server.
 * Mount it last: it answers every page request that nothing before it answered.
 */
export const mountShell = (app: Hono, sandbox: ShellSandbox, options: ShellOptions = {}): void => {
  const boot = { ...bootOf(sandbox), watching: options.watching ?? false };

  const keysOf = (wanted: Slot): string[] =>
    boot.modules.filter(({ type }) => slotOf(type) === wanted).map(({ key }) => key);
  const keysOfType = (wanted: string): string[] =>
    boot.modules.filter(({ type }) => type === wanted).map(({ key }) => key);
  mountShellApi(app, sandbox.jira, keysOf('workflow'));
  mountDashboards(app, sandbox.dashboards, keysOf('dashboard'));
  mountAssets(app, sandbox.jira, options.assetsDir ?? resolve('dist/sandbox/shell'));

  // Where Jira shows the global page of an app; the stand-in has it among its own addresses.
  app.get('/jira/apps/:appId/:environmentId', (c) => {
    const [key] = keysOfType('jira:globalPage');
    const { search } = new URL(c.req.url);
    return key === undefined ? c.notFound() : c.redirect(`/apps/${key}${search}`);
  });

  app.get('*', async (c, next) => {
    const { pathname } = new URL(c.req.url);
    if (isForeign(pathname)) return next();
    const route = routeOf(pathname);
    const title = route.page === 'missing' ? 'Page not found - Jira stand-in' : 'Jira stand-in';
    // As it stands when the page is loaded, as on Forge.
    const license = licenceOf(sandbox.switches?.current ?? { licence: 'none' });
    const now = { ...boot, welcome: sandbox.welcome, site: { ...boot.site, ...license } };
    const html = pageHtml({ title, theme: themeOf(c), boot: now });
    return c.html(html, route.page === 'missing' ? 404 : 200);
  });
};
