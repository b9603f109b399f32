import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';
import { DEFAULT_DASHBOARD } from '../../packages/forge-sandbox/src/shell/dashboards';
import { expansionStory } from './demo-expansion';
import { demoTeams } from './demo-teams';
import { handoffDecisions, handoffStory } from './demo-handoffs';
import { DEMO_NOW, seedJiraDemo } from './jira-demo';
import type { Decision, Scene } from './scene';

/** Whatever became somebody's move is told within five minutes. */
const TOLD_WITHIN_MS = 5 * 60_000;

/**
 * The demo: Jira's side, then weeks of people working with the app. Nothing is written behind the app's back:
 * every record comes from a call somebody made, at the time they made it.
 */
export async function seedDemo(sandbox: Sandbox): Promise<void> {
  sandbox.clock.jumpTo(DEMO_NOW);
  seedJiraDemo(sandbox.jira);
  const story = [...expansionStory(DEMO_NOW), ...handoffStory(DEMO_NOW), ...handoffDecisions(DEMO_NOW)].sort(
    (a, b) => a.at - b.at,
  );
  for (const scene of story) await ('policy' in scene ? decide(sandbox, scene) : play(sandbox, scene));
  sandbox.clock.jumpTo(DEMO_NOW);
  await call(sandbox, 'u-admin', 'my-commitments', {}, 'team/save', { teams: demoTeams });
  for (const projectKey of ['EXP', 'HAND']) {
    sandbox.dashboards.add(DEFAULT_DASHBOARD, 'gap-gadget', { projectKey });
  }
  // Decided last, so that every field says what is so on that Monday.
  for (const decision of enforcingDecisions) await decide(sandbox, decision);
  // Somebody tried, so that the rule is known to be alive.
  await tryMove(sandbox, { as: 'u-coo', issueKey: 'EXP-1', transition: 'Start' });
  await sandbox.drain();
  // What people were told while the story went on, its last hour included, is read by now.
  sandbox.clock.jumpTo(DEMO_NOW + TOLD_WITHIN_MS);
  await sandbox.drain();
  sandbox.jira.forgetNotices();
  sandbox.clock.jumpTo(DEMO_NOW);
}

const okAnswer = (answer: unknown): answer is Readonly<Record<string, unknown>> & { ok: true } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;

async function call(
  sandbox: Sandbox,
  as: string,
  moduleKey: string,
  context: { readonly issueKey?: string; readonly projectKey?: string },
  key: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await sandbox.invoke(moduleKey, key, payload, context, as);
  if (okAnswer(answer)) return answer;
  const where = context.issueKey ?? context.projectKey ?? '';
  throw new Error(`The demo cannot ${key} on ${where} as ${as}: ${JSON.stringify(answer)}`);
}

/** Time goes on to a moment, and whoever was asked before it hears of that minutes after they were, not when the story goes on. */
async function goOnTo(sandbox: Sandbox, at: number): Promise<void> {
  const told = sandbox.clock.now() + TOLD_WITHIN_MS;
  if (told < at) {
    sandbox.clock.jumpTo(told);
    await sandbox.drain();
  }
  sandbox.clock.jumpTo(at);
}

async function play(sandbox: Sandbox, { at, as, issueKey, key, payload }: Scene): Promise<void> {
  await goOnTo(sandbox, at);
  await call(sandbox, as, 'agreement-panel', { issueKey }, key, payload ?? {});
  // Time goes on once what follows is done: a mail on its way would seem lost.
  await sandbox.drain();
}

/** @throws Error where the gate lets it pass: the demo counts on being refused. */
async function tryMove(
  { jira }: Sandbox,
  {
    as,
    issueKey,
    transition,
  }: { readonly as: string; readonly issueKey: string; readonly transition: string },
): Promise<void> {
  const request = {
    path: `/rest/api/3/issue/${issueKey}/transitions`,
    query: new URLSearchParams(),
    headers: {},
    actor: { kind: 'user', accountId: as },
  } as const;
  const { body } = await jira.handle({ ...request, method: 'GET', body: undefined });
  const { transitions } = body as {
    readonly transitions: readonly { readonly id: string; readonly name: string }[];
  };
  const id = transitions.find(({ name }) => name === transition)?.id;
  const { status } = await jira.handle({ ...request, method: 'POST', body: { transition: { id } } });
  if (status !== 400) throw new Error(`${issueKey} was not refused: ${status}`);
}

const NOT_ASKED = { start: 'off', finish: 'off' } as const;

/** What both projects hold, and when it was decided: after their stories, on the demo's Monday. */
const enforces = {
  mode: 'enforce',
  minimumDependencies: 1,
  rules: {
    'authority.missing': NOT_ASKED,
    'authority.expired': NOT_ASKED,
    'brief.incomplete': NOT_ASKED,
    'dependencies.too-few': NOT_ASKED,
    'checkin.stale': NOT_ASKED,
  },
} as const;

/**
 * EXP and TEAM hold owners and agreements firmly, and ask for nothing else; HAND and PLAT follow what Holdfast ships with.
 * EXP names its owner in the field of co-leads, as it did before the app came.
 */
const enforcingDecisions: readonly Decision[] = [
  {
    at: DEMO_NOW,
    as: 'u-lead',
    projectKey: 'EXP',
    policy: { ...enforces, ownerSource: { kind: 'field', fieldId: 'customfield_10050' } },
  },
  { at: DEMO_NOW, as: 'u-admin', projectKey: 'TEAM', policy: enforces },
];

async function decide(sandbox: Sandbox, { at, as, projectKey, policy: changes }: Decision): Promise<void> {
  sandbox.clock.jumpTo(at);
  const { policy } = await call(sandbox, as, 'project-policy', { projectKey }, 'policy/get', {});
  const before = policy as Readonly<Record<string, unknown>>;
  await call(sandbox, as, 'project-policy', { projectKey }, 'policy/save', {
    policy: {
      ...before,
      ...changes,
      rules: { ...(before['rules'] as object), ...(changes['rules'] as object | undefined) },
    },
  });
  await sandbox.drain();
}
