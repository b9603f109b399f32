import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { findModule, type AppManifest, type AppModule, type AppResource } from '../forge/manifest';
import { contentSecurityPolicy } from './csp';

const BRIDGE = '<script src="/sandbox/shell/bridge.js"></script>';

/**
 * Serves the manifest's Custom UI as Forge's CDN does: `/sandbox/app/{moduleKey}/{entry or file}`. Each HTML page gets
 * the policy header and, first in its head, the script that answers the app's bridge.
 */
export function mountResources(app: Hono, manifest: AppManifest, root: string): void {
  const policy = contentSecurityPolicy(manifest);
  app.get('/sandbox/app/:moduleKey/:path{.+}', async (c) => {
    const module = findModule(manifest, c.req.param('moduleKey'));
    if (module === undefined) return c.text(`The manifest has no module ${c.req.param('moduleKey')}.`, 404);
    const wanted = c.req.param('path');
    for (const resource of resourcesOf(manifest, module)) {
      const path = inside(join(root, resource.path), resource.entry[wanted] ?? wanted);
      const content = path === undefined ? undefined : await readFile(path).catch(() => undefined);
      if (path === undefined || content === undefined) continue;
      if (extname(path) === '.html') {
        return c.html(withBridge(content.toString('utf8')), 200, {
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
        });
      }
      const type = getMimeType(path) ?? 'application/octet-stream';
      return c.body(new Uint8Array(content), 200, {
        'content-type': type,
        'x-content-type-options': 'nosniff',
      });
    }
    return c.text(`No ${wanted} in the resources of ${module.key}. Run "npm run build" first.`, 404);
  });
}

function resourcesOf(manifest: AppManifest, module: AppModule): readonly AppResource[] {
  const keys = new Set(Object.values(module.resources).map((name) => name.split('/')[0] ?? ''));
  return [...keys].flatMap((key) => manifest.resources.get(key) ?? []);
}

/** The file's full path, unless it would lie outside the resource's folder. */
function inside(folder: string, file: string): string | undefined {
  const base = resolve(folder);
  const path = resolve(base, file);
  return path.startsWith(base + sep) ? path : undefined;
}

function withBridge(html: string): string {
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + BRIDGE) : BRIDGE + html;
}
