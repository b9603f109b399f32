import { adfOf, type Jira } from '../../../packages/forge-sandbox/src/jira';
import type { AppHost } from '../../../packages/forge-sandbox/src/kernel';
import type { Sandbox } from '../../../packages/forge-sandbox/src/sandbox';
import { demoMembers, seedPeople } from '../jira-people';
import { year, type Step, type Told } from './year';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The Monday on which somebody installs the app. */
export const FRESH_NOW = Date.parse('2026-11-23T09:00:00Z');
/** The Monday a year before. */
const START = FRESH_NOW - 364 * DAY;
const KEY = 'NEW';

/**
 * A site as an administrator finds it on the day the app is installed: the project NEW with twenty epics and a year of
 * history in Jira, and nothing of the app: no rule in the workflow, no field filled, no record.
 */
export async function seedFresh(sandbox: Sandbox): Promise<void> {
  const { jira, clock, host } = sandbox;
  // Whoever comes first is whom the browser acts as.
  jira.addUser({ accountId: 'u-admin', displayName: '' });
  seedPeople(jira);
  addProject(jira);
  jira.setHost(notYetInstalled(host));
  for (const told of inOrder(year)) {
    clock.jumpTo(told.at);
    await live(jira, told);
  }
  clock.jumpTo(FRESH_NOW);
  jira.setHost(host);
}

/** Jira's side of the app without the app: nobody is asked and nobody hears. */
const notYetInstalled = ({ appId, environmentId, environmentType, customFields }: AppHost): AppHost => ({
  appId,
  environmentId,
  environmentType,
  customFields,
  validate: () => Promise.resolve({ result: true }),
  emit: () => undefined,
});

function addProject(jira: Jira): void {
  const { id: workflowId } = jira.addWorkflow({
    name: 'New markets workflow',
    statuses: [
      { name: 'To Do', category: 'new' },
      { name: 'In Progress', category: 'indeterminate' },
      { name: 'In Review', category: 'indeterminate' },
      { name: 'Done', category: 'done' },
    ],
    transitions: [
      { name: 'Start', from: ['To Do'], to: 'In Progress' },
      { name: 'Review', from: ['In Progress'], to: 'In Review' },
      { name: 'Send back', from: ['In Review'], to: 'In Progress' },
      { name: 'Finish', from: ['In Progress', 'In Review'], to: 'Done' },
      { name: 'Reopen', from: ['Done'], to: 'In Progress' },
      { name: 'Park', from: ['In Progress'], to: 'To Do' },
    ],
  });
  jira.addProject({
    key: KEY,
    name: 'New markets',
    description: 'A year of work, and no agreement yet.',
    lead: 'u-coo',
    workflowId,
    roles: {
      Members: { users: demoMembers },
      Viewers: { users: ['u-lead', 'u-viewer'] },
      Administrators: { groups: ['jira-administrators'] },
    },
  });
}

/** The year in the order of its instants: within working hours, none on a weekend, an epic's lines one after another. */
function inOrder(told: readonly Told[]): readonly (Told & { readonly at: number })[] {
  const before = new Map<string, number>();
  return told
    .map((one) => {
      const monday = Math.floor(one.day / 7) * 7;
      const day = monday + Math.min(one.day - monday, 4);
      const place = before.get(`${one.epic} ${day}`) ?? 0;
      before.set(`${one.epic} ${day}`, place + 1);
      // Minutes that look like nobody chose them, and are the same every time.
      const minutes = ((one.epic * 53 + day * 37) % 180) + place * 41;
      return { ...one, at: START + day * DAY + minutes * 60_000 };
    })
    .sort((left, right) => left.at - right.at || left.epic - right.epic);
}

const dateOf = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10);

/** Does over REST what somebody did. @throws Error when Jira does not let them */
async function live(jira: Jira, { epic, who, step }: Told): Promise<void> {
  const key = `${KEY}-${epic}`;
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await jira.handle({
      method,
      path: `/rest/api/3${path}`,
      query: new URLSearchParams(),
      headers: {},
      body,
      actor: { kind: 'user', accountId: who },
    });
    if (answer.status < 300) return answer.body;
    throw new Error(`${who} cannot ${step.kind} ${key}: ${JSON.stringify(answer.body)}`);
  };
  await doStep(ask, key, step, who, jira);
}

async function doStep(
  ask: (method: string, path: string, body?: unknown) => Promise<unknown>,
  key: string,
  step: Step,
  who: string,
  jira: Jira,
): Promise<void> {
  switch (step.kind) {
    case 'create':
      await ask('POST', '/issue', {
        fields: {
          project: { key: KEY },
          issuetype: { name: 'Epic' },
          summary: step.summary,
          reporter: { accountId: who },
          priority: { name: step.priority },
          ...(step.due === null ? {} : { duedate: dateOf(step.due) }),
        },
      });
      return;
    case 'assign':
      await ask('PUT', `/issue/${key}/assignee`, { accountId: step.to });
      return;
    case 'due':
      await ask('PUT', `/issue/${key}`, { fields: { duedate: dateOf(step.due) } });
      return;
    case 'comment':
      await ask('POST', `/issue/${key}/comment`, { body: adfOf(step.text) });
      return;
    case 'link':
      await ask('POST', '/issueLink', {
        type: { name: step.type },
        inwardIssue: { key },
        outwardIssue: { key: `${KEY}-${step.epic}` },
      });
      return;
    case 'move': {
      const id = jira.workflowOf(KEY)?.transitions.find(({ name }) => name === step.by)?.id;
      await ask('POST', `/issue/${key}/transitions`, { transition: { id } });
    }
  }
}
