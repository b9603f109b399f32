import { access } from '../../../src/contract/access';
import type { CallKey } from '../../../src/contract/inputs';
import { outcome, permissions, ROLES, type Role } from '../../../src/contract/permissions';
import { clientOf, refusalCode, succeeded, type Reply } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';
import { rememberRecords, withoutTrace } from '../../support/snapshot';
import { CAST, PROJECT, stage } from './cast';
import { SCENES, WITH_POLICY } from './scenes';

// Only what is tried is there: the whole world is compared after every refusal.
const site = useSite({ seed: 'empty' });

beforeAll(() => stage(site.sandbox));

const CALLS = Object.keys(permissions) as CallKey[];

/** Sends a call from where the app makes it: a work item's panel, or a page of the project. */
function send(role: Role, call: CallKey, issueKey: string, payload: unknown): Promise<Reply> {
  const who = clientOf(site, CAST[role]);
  return access[call].startsWith('item')
    ? who.panel(issueKey, call, payload)
    : who.invoke('project-policy', call, payload, { projectKey: PROJECT });
}

/** The policy in force, as an administrator read it a moment ago. */
async function readPolicy(call: CallKey, issueKey: string): Promise<{ policy?: unknown }> {
  if (!WITH_POLICY.has(call)) return {};
  const read = call.startsWith('site-policy') ? 'site-policy/get' : 'policy/get';
  const { body } = await send('admin', read, issueKey, {});
  const { decidedBy: _, ...policy } = (body as { policy: Record<string, unknown> }).policy;
  return { policy };
}

/** What a call names itself, because its page stands on no work item and no project. */
function named(call: CallKey, issueKey: string): { issueKey?: string; projectId?: string } {
  if (access[call] === 'named-item-admin') return { issueKey };
  const projectId = site.sandbox.jira.project(PROJECT)?.id;
  return access[call] === 'workflow-admin' && projectId !== undefined ? { projectId } : {};
}

describe.each(CALLS)('%s', (call) => {
  let issueKey = '';
  let restore = (): void => undefined;
  let forget = (): void => undefined;
  let shared: { policy?: unknown } = {};

  beforeAll(async () => {
    forget = rememberRecords(site.sandbox);
    issueKey = newEpic(site.sandbox, { reporter: CAST.lead ?? '' }, PROJECT);
    for (const [role, step, payload = {}] of SCENES[call].before) {
      const { body } = await send(role, step, issueKey, payload);
      if (!succeeded(body)) throw new Error(`${step} as ${role}: ${JSON.stringify(body)}`);
    }
    for (const name of SCENES[call].done ? ['Start', 'Finish'] : []) {
      await clientOf(site, CAST.lead).move(issueKey, name);
    }
    shared = await readPolicy(call, issueKey);
    await site.sandbox.drain();
    restore = rememberRecords(site.sandbox);
  });
  afterEach(async () => {
    await site.sandbox.drain();
    restore();
  });

  // What belongs to the project would otherwise be there for the next call's scene.
  afterAll(() => forget());

  test.each(ROLES.map((role) => [role, outcome(call, role)] as const))('%s: %s', async (role, expected) => {
    const payload = { ...(SCENES[call].payload(role) as object), ...shared, ...named(call, issueKey) };
    if (expected === 'ok') {
      const { body } = await send(role, call, issueKey, payload);
      expect(body).toMatchObject({ ok: true });
      return;
    }
    const reply = await withoutTrace(site.sandbox, () => send(role, call, issueKey, payload));
    expect(refusalCode(reply)).toBe(expected);
  });
});

test('nobody unknown to Jira and no app account may do anything but look for what is their own', () => {
  const others = CALLS.filter((call) => access[call] !== 'person');
  const allowed = others.flatMap((call) => permissions[call].may);
  expect(allowed.filter((role) => ['outsider', 'anonymous', 'app'].includes(role))).toEqual([]);
});
