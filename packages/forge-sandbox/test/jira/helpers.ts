import { createJira, type Jira, type JiraOptions } from '../../src/jira';
import type {
  Actor,
  AppHost,
  ForgeFieldModule,
  JiraResponse,
  ValidatorAnswer,
  ValidatorEvent,
} from '../../src/kernel';
import { WORLD_NOW, seedWorld } from '../world';

export const fields: readonly ForgeFieldModule[] = [
  {
    key: 'owner',
    name: 'Owner',
    description: 'The one owner.',
    type: 'user',
    collection: 'none',
    readOnly: true,
  },
  {
    key: 'helpers',
    name: 'Helpers',
    description: 'People.',
    type: 'user',
    collection: 'list',
    readOnly: true,
  },
  {
    key: 'verdict',
    name: 'Verdict',
    description: 'In words.',
    type: 'string',
    collection: 'none',
    readOnly: true,
  },
  {
    key: 'due',
    name: 'Next due',
    description: 'A day.',
    type: 'date',
    collection: 'none',
    readOnly: true,
  },
  {
    key: 'open',
    name: 'Open things',
    description: 'How many.',
    type: 'number',
    collection: 'none',
    readOnly: true,
  },
];

export interface Emitted {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface TestHost extends AppHost {
  readonly validations: { moduleKey: string; event: ValidatorEvent }[];
  readonly emitted: Emitted[];
  answer: (moduleKey: string, event: ValidatorEvent) => ValidatorAnswer | Promise<ValidatorAnswer>;
}

/** A host that lets everything pass until told otherwise, and keeps what it was asked and told. */
export function testHost(): TestHost {
  const host: TestHost = {
    appId: 'ari:cloud:ecosystem::app/6f1c7d0e-3f5b-4c39-9a52-2b8f0e7d4a11',
    environmentId: '0d2d2f4e-5f0f-4f43-8b55-9f1c6f7a0001',
    environmentType: 'DEVELOPMENT',
    customFields: fields,
    validations: [],
    emitted: [],
    answer: () => ({ result: true }),
    async validate(moduleKey, event) {
      host.validations.push({ moduleKey, event });
      return host.answer(moduleKey, event);
    },
    emit: (type, payload) => void host.emitted.push({ type, payload }),
  };
  return host;
}

export interface World {
  readonly jira: Jira;
  readonly host: TestHost;
  readonly clock: { time: number; now(): number };
  /** Calls as an account id, as `app`, or as nobody (null). */
  call(
    as: string | null,
    method: string,
    path: string,
    body?: unknown,
    scopes?: readonly string[],
  ): Promise<JiraResponse>;
}

export function openWorld(options: Partial<JiraOptions> = {}, seed = seedWorld): World {
  const clock = { time: WORLD_NOW, now: () => clock.time };
  const host = testHost();
  const jira = createJira({ clock, host, ...options });
  seed(jira);
  return {
    jira,
    host,
    clock,
    call(as, method, path, body, scopes) {
      const [pathname = '', query = ''] = path.split('?');
      const actor: Actor =
        as === null
          ? { kind: 'anonymous' }
          : as === 'app'
            ? { kind: 'app' }
            : { kind: 'user', accountId: as };
      return jira.handle({
        method,
        path: `/rest/api/3${pathname}`,
        query: new URLSearchParams(query),
        headers: {},
        body,
        actor,
        ...(scopes ? { scopes: new Set(scopes) } : {}),
      });
    },
  };
}

/** Runs a search and returns the keys, in order. */
export async function keysOf(site: World, as: string, jql: string): Promise<string[]> {
  const { status, body } = await site.call(as, 'POST', '/search/jql', {
    jql,
    fields: ['key'],
    maxResults: 5000,
  });
  if (
    status !== 200 ||
    typeof body !== 'object' ||
    body === null ||
    !('issues' in body) ||
    !Array.isArray(body.issues)
  ) {
    throw new Error(`${status} ${JSON.stringify(body)}`);
  }
  return body.issues.map((issue: { key: string }) => issue.key);
}
