import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';
import { act } from '../site';

export interface GateCase {
  readonly what: string;
  /** Round trips in a row until the answer, and calls in all: exact, in Jira and storage. */
  readonly waves: number;
  readonly calls: number;
  /** Brings a work item into the state, and answers its key: what is counted is the gate of its *Start*. */
  arrange(sandbox: Sandbox): Promise<string>;
}

/** A gated project in which the demo's story does not play. */
const PROJECT = 'TEAM';
/** Storage is asked for so many records at once. */
const A_BATCH = 25;

const provider = (n: number): string => `many-${n}`;

interface Saved {
  readonly rules: Readonly<Record<string, object>>;
}

/** Saves a change of a project's policy. */
async function setPolicy(
  sandbox: Sandbox,
  projectKey: string,
  change: (saved: Saved) => object,
): Promise<void> {
  const ask = async (call: string, payload: object): Promise<{ ok?: unknown; policy?: unknown }> => {
    const answer = await sandbox.invoke('project-policy', call, payload, { projectKey }, 'u-admin');
    const read = answer as { ok?: unknown; policy?: unknown };
    if (read.ok !== true) throw new Error(`${call}: ${JSON.stringify(answer)}`);
    return read;
  };
  const policy = (await ask('policy/get', {})).policy as Saved;
  await ask('policy/save', { policy: { ...policy, ...change(policy) } });
}

/** People enough for every promise to be somebody else's, and a policy under which children follow. */
export async function prepare(sandbox: Sandbox, many: number): Promise<void> {
  for (let n = 1; n <= many; n += 1) {
    sandbox.jira.addUser({
      accountId: provider(n),
      displayName: `Provider ${n}`,
      emailAddress: `${provider(n)}@example.com`,
      timeZone: 'Europe/London',
    });
  }
  await setPolicy(sandbox, PROJECT, () => ({ childrenFollow: true }));
  await sandbox.drain();
}

interface Added {
  readonly id: string;
  readonly key: string;
}

function add({ jira }: Sandbox, type: string, parent?: Added): Added {
  const values = { summary: `A ${type}`, reporter: 'u-marketing', ...(parent && { parent: parent.id }) };
  return jira.addIssue({ project: PROJECT, type, values });
}

/** An epic somebody owns. */
async function owned(sandbox: Sandbox): Promise<Added> {
  const epic = add(sandbox, 'Epic');
  await act(sandbox, 'u-marketing', epic.key, 'dri/nominate', { accountId: 'u-marketing' });
  await act(sandbox, 'u-marketing', epic.key, 'dri/accept');
  return epic;
}

const request = (sandbox: Sandbox, key: string, n: number, providerIssueKey?: string): Promise<void> =>
  act(sandbox, 'u-marketing', key, 'agreement/request', {
    ...(providerIssueKey !== undefined && { providerIssueKey }),
    providerAccountId: provider(n),
    deliverable: `Promise ${n}`,
    acceptance: 'Both sides see that it is there',
    neededBy: '2026-12-18',
  });

const acknowledge = (sandbox: Sandbox, key: string, n: number): Promise<void> =>
  act(sandbox, provider(n), key, 'agreement/acknowledge', { agreementId: `A${n}` });

/** An epic with so many promises, each by somebody else; its fields are written once `drain` has run. */
async function promised(sandbox: Sandbox, count: number, acknowledged = true): Promise<Added> {
  const epic = await owned(sandbox);
  for (let n = 1; n <= count; n += 1) {
    await request(sandbox, epic.key, n);
    if (acknowledged) await acknowledge(sandbox, epic.key, n);
  }
  return epic;
}

/** Providers' own epics with a promise each, by site: two hundred commands that cases share. */
const providing = new WeakMap<Sandbox, Promise<Added>[]>();

function providersEpic(sandbox: Sandbox, n: number): Promise<Added> {
  const epics = providing.get(sandbox) ?? [];
  providing.set(sandbox, epics);
  return (epics[n] ??= promised(sandbox, 1));
}

/**
 * An epic with so many promises, each of which names an epic of the provider's with a promise of its own, where what they
 * rest on weighs as much as that at a start.
 */
async function resting(sandbox: Sandbox, count: number, start: 'warn' | 'block'): Promise<Added> {
  await setPolicy(sandbox, PROJECT, ({ rules }) => ({
    rules: { ...rules, 'agreement.rests-on-unacknowledged': { start, finish: 'off' } },
  }));
  const epic = await owned(sandbox);
  for (let n = 1; n <= count; n += 1) {
    await request(sandbox, epic.key, n, (await providersEpic(sandbox, n)).key);
    await acknowledge(sandbox, epic.key, n);
  }
  return epic;
}

/** The item once everything that follows from its changes has happened, its fields written. */
async function settled(sandbox: Sandbox, { key }: Added): Promise<string> {
  await sandbox.drain();
  return key;
}

function withLinks(sandbox: Sandbox, item: Added, many: number): Added {
  for (let n = 1; n <= many; n += 1) sandbox.jira.addLink('Blocks', add(sandbox, 'Epic').key, item.key);
  return item;
}

/**
 * What the gate costs, case by case, with one promise or link and with so many. A case leaves nothing behind that another
 * one asks about.
 */
export const gateCases = (many: number): readonly GateCase[] => [
  {
    what: 'nobody owns it',
    waves: 1,
    calls: 2,
    arrange: (sandbox) => settled(sandbox, add(sandbox, 'Epic')),
  },
  ...[1, many].flatMap((count): readonly GateCase[] => [
    {
      what: `${count} asked, the fields carry everybody`,
      waves: 1,
      calls: 2,
      arrange: async (sandbox) => settled(sandbox, await promised(sandbox, count, false)),
    },
    {
      what: `${count} acknowledged, the fields carry everybody`,
      waves: 1,
      calls: 2,
      arrange: async (sandbox) => settled(sandbox, await promised(sandbox, count)),
    },
  ]),
  ...[1, many].flatMap((count): readonly GateCase[] => [
    {
      what: `${count} acknowledged that name work of the provider’s, which may only warn`,
      waves: 1,
      calls: 2,
      arrange: async (sandbox) => settled(sandbox, await resting(sandbox, count, 'warn')),
    },
    {
      what: `${count} acknowledged that name work of the provider’s, which may block`,
      waves: 2,
      // The issues, their charters and their projects’ policies; charters come in batches.
      calls: 4 + Math.ceil(count / A_BATCH),
      arrange: async (sandbox) => settled(sandbox, await resting(sandbox, count, 'block')),
    },
  ]),
  {
    what: `${many} links in the way`,
    waves: 1,
    calls: 2,
    arrange: async (sandbox) => settled(sandbox, withLinks(sandbox, await promised(sandbox, 1), many)),
  },
  ...[1, many].map((count): GateCase => ({
    what: `${count} acknowledged, the fields not written yet`,
    waves: 2,
    calls: 3,
    arrange: async (sandbox) => (await promised(sandbox, count)).key,
  })),
  {
    what: 'a counter-proposal, by somebody no field carries',
    waves: 2,
    calls: 3,
    arrange: async (sandbox) => {
      const epic = await promised(sandbox, 1, false);
      await act(sandbox, provider(1), epic.key, 'agreement/counter', {
        agreementId: 'A1',
        committedBy: '2026-12-30',
        reason: 'The hardware comes late',
      });
      return settled(sandbox, epic);
    },
  },
  {
    what: 'a refusal names somebody no field carries',
    waves: 2,
    calls: 3,
    arrange: async (sandbox) => {
      const epic = add(sandbox, 'Epic');
      await act(sandbox, 'u-marketing', epic.key, 'dri/nominate', { accountId: 'u-coo' });
      await act(sandbox, 'u-coo', epic.key, 'dri/decline', {
        reason: 'I leave in spring',
        suggestedAccountId: provider(2),
      });
      return settled(sandbox, epic);
    },
  },
  {
    what: 'one missing for the verdict, another for its words',
    waves: 2,
    calls: 3,
    arrange: async (sandbox) => {
      const epic = await promised(sandbox, 1, false);
      await act(sandbox, provider(1), epic.key, 'agreement/decline', {
        agreementId: 'A1',
        reason: 'Not this quarter',
        alternativeAccountId: provider(2),
      });
      return settled(sandbox, epic);
    },
  },
  ...[1, many].map((count): GateCase => ({
    what: `one level climbed, ${count} acknowledged there`,
    waves: 2,
    calls: 4,
    arrange: async (sandbox) => {
      const epic = await promised(sandbox, count);
      return settled(sandbox, add(sandbox, 'Story', epic));
    },
  })),
  {
    what: `one level climbed, ${many} links on either`,
    waves: 2,
    calls: 4,
    arrange: async (sandbox) => {
      const epic = withLinks(sandbox, await promised(sandbox, 1), many);
      return settled(sandbox, withLinks(sandbox, add(sandbox, 'Story', epic), many));
    },
  },
  {
    what: 'two levels climbed',
    waves: 3,
    calls: 6,
    arrange: async (sandbox) => {
      const epic = await promised(sandbox, 1);
      return settled(sandbox, add(sandbox, 'Sub-task', add(sandbox, 'Story', epic)));
    },
  },
  {
    what: 'one level climbed, somebody missing there',
    waves: 3,
    calls: 5,
    arrange: async (sandbox) => add(sandbox, 'Story', await promised(sandbox, 1)).key,
  },
];
