import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { parseManifest } from '../../src/forge/manifest';
import { createJira, type Jira } from '../../src/jira';
import { WORLD_NOW, seedWorld } from '../world';
import { Dashboards } from '../../src/shell/dashboards';
import { mountShell } from '../../src/shell/server';

const manifest = parseManifest(readFileSync(join(__dirname, 'manifest.yml'), 'utf8'));

/** The shell over the world's Jira, without the app. */
export const createShell = (options: { assetsDir?: string } = {}): { app: Hono; jira: Jira } => {
  const jira = createJira({ clock: { now: () => WORLD_NOW } });
  seedWorld(jira);
  const app = new Hono();
  mountShell(app, { manifest, jira, dashboards: new Dashboards() }, options);
  return { app, jira };
};

export const as = (accountId: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${accountId}:x`).toString('base64')}`,
});
