import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { parseManifest } from '../../src/forge/manifest';
import { createJira, type Jira } from '../../src/jira';
import { DEMO_NOW, seedJiraDemo } from '../../../../dev/seed/jira-demo';
import { Dashboards } from '../../src/shell/dashboards';
import { mountShell } from '../../src/shell/server';

const manifest = parseManifest(readFileSync(join(__dirname, '../../../../manifest.yml'), 'utf8'));

/** The shell over the demo's Jira, without the app. */
export const createShell = (options: { assetsDir?: string } = {}): { app: Hono; jira: Jira } => {
  const jira = createJira({ clock: { now: () => DEMO_NOW } });
  seedJiraDemo(jira);
  const app = new Hono();
  mountShell(app, { manifest, jira, dashboards: new Dashboards() }, options);
  return { app, jira };
};

export const as = (accountId: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${accountId}:x`).toString('base64')}`,
});
