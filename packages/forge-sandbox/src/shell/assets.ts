import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Jira } from '../jira';
import { ICON } from './html';
import { avatarSvg, iconSvg, projectSvg } from './images';
import { tokensCss } from './tokens';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json; charset=utf-8',
};
const SVG = { 'content-type': 'image/svg+xml; charset=utf-8', 'x-content-type-options': 'nosniff' };

const stem = (file: string): string => file.replace(/\.svg$/, '');

/** Serves scripts and styles from `assetsDir`, the design tokens, and the pictures that the Jira double links to. */
export const mountAssets = (app: Hono, jira: Pick<Jira, 'user' | 'project'>, assetsDir: string): void => {
  const tokens = tokensCss();
  const base = '/sandbox/shell';
  app.get(`${base}/tokens.css`, (c) => c.body(tokens, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get(`${base}/icon.svg`, (c) => c.body(ICON, 200, SVG));
  app.get(`${base}/avatar/:file`, (c) => {
    const accountId = stem(c.req.param('file'));
    return c.body(avatarSvg(jira.user(accountId)?.displayName ?? accountId), 200, SVG);
  });
  app.get(`${base}/project/:file`, (c) => {
    const key = stem(c.req.param('file'));
    return c.body(projectSvg(jira.project(key)?.name ?? key), 200, SVG);
  });
  app.get(`${base}/icon/:kind/:file`, (c) =>
    c.body(iconSvg(c.req.param('kind'), stem(c.req.param('file'))), 200, SVG),
  );

  app.get(`${base}/:file{[A-Za-z0-9_.-]+\\.(js|css|map)}`, async (c) => {
    const file = c.req.param('file');
    try {
      const body = await readFile(join(assetsDir, file), 'utf8');
      const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain';
      return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' });
    } catch {
      return c.text(`No such asset: ${file}. Run "npm run build" first.`, 404);
    }
  });
};
