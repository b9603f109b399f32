import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Hono } from 'hono';
import { createApp } from '../../src/http/app';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox';
import { seedPeople } from '../world';
import { fixtureLoader } from '../forge/fixture/host';

const root = resolve(__dirname, '../..');
const open: Sandbox[] = [];

export interface HttpWorld {
  readonly sandbox: Sandbox;
  readonly app: Hono;
  /** Sends a request as a person (or nobody) and reads the JSON answer. */
  readonly send: (
    method: string,
    path: string,
    options?: { as?: string; body?: unknown; text?: string; headers?: Record<string, string> },
  ) => Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>;
}

/** A stand-in around the fixture app and the world's people, served in memory. */
export async function httpWorld(options: Partial<SandboxOptions> = {}): Promise<HttpWorld> {
  const sandbox = createSandbox({
    manifest: readFileSync(join(__dirname, '../forge/fixture/manifest.yml'), 'utf8'),
    loader: fixtureLoader,
    seeds: {
      people: ({ jira }) => {
        seedPeople(jira);
        return Promise.resolve();
      },
    },
    ...options,
    switches: { eventDelay: 'PT0S', ...options.switches },
  });
  open.push(sandbox);
  await sandbox.reset('people');
  const app = createApp(sandbox, root);
  const send: HttpWorld['send'] = async (method, path, { as, body, text, headers } = {}) => {
    const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await app.request(`http://localhost:3000${path}`, {
      method,
      headers: { ...(as === undefined ? {} : { authorization: basic(as) }), ...headers },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const answer = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: answer.startsWith('{') || answer.startsWith('[') ? JSON.parse(answer) : { text: answer },
    };
  };
  return { sandbox, app, send };
}

export function basic(name: string): string {
  return `Basic ${Buffer.from(`${name}:anything`).toString('base64')}`;
}

export function closeHttpWorlds(): void {
  for (const sandbox of open.splice(0)) sandbox.close();
}
