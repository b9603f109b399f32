import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedWorld } from '../world';
import type { Switches } from '../../src/switches';
import { httpWorld, type HttpWorld } from './world';

/** The fixture app with the scopes and the field it needs to try what Jira lets it do. */
export const manifest = readFileSync(join(__dirname, '../forge/fixture/manifest.yml'), 'utf8')
  .replace(
    '    - read:jira-work\n',
    '    - read:jira-work\n    - read:jira-user\n    - write:jira-work\n    - manage:jira-configuration\n',
  )
  .replace(
    'modules:\n',
    `modules:
  jira:customField:
    - key: mark
      name: Mark
      description: The app's own.
      type: string
      readOnly: true
`,
  );

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The world's Jira around the fixture app. */
export interface Site extends HttpWorld {
  /** What the app gets from Jira, as itself or for u-coo. */
  readonly ask: (
    as: 'app' | 'user',
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly set: (switches: object) => Promise<Answer>;
}

export async function openJira(switches: Partial<Switches> = {}): Promise<Site> {
  const world = await httpWorld({
    manifest,
    switches,
    seeds: {
      people: ({ jira }) => {
        seedWorld(jira);
        return Promise.resolve();
      },
    },
  });
  const ask: Site['ask'] = async (as, method, path, body, headers = {}) => {
    const payload = { as, method, path, headers, ...(body === undefined ? {} : { body }) };
    const answer = await world.send('POST', '/sandbox/invoke/panel', {
      as: 'u-coo',
      body: { functionKey: 'ask jira', payload },
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as unknown as Answer;
  };
  return { ...world, ask, set: (body) => world.send('POST', '/sandbox/switches', { body }) };
}
