import { readFileSync } from 'node:fs';
import { waves, type CallRecord, type InvocationRecord } from '../packages/forge-sandbox/src/forge/calls';
import { bundleLoader, type ModuleLoader } from '../packages/forge-sandbox/src/forge/module-loader';
import { createSandbox, type Sandbox } from '../packages/forge-sandbox/src/sandbox';
import type { Switches } from '../packages/forge-sandbox/src/switches';
import { holdfast } from '../dev/app';
import { seedsFor } from '../dev/seeds';
import { inRoot } from '../scripts/build/project';

/** Time stands still, so that all that is counted happens in one minute. */
const WITHOUT_RATES: Partial<Switches> = {
  eventDelay: 'PT0S',
  eventsPerMinute: 1_000_000,
  storageUnitsPerMinute: 100_000_000,
  invocationsPerMinute: 1_000_000,
  writesPerIssue: 1_000_000,
  requestsPerSecond: 1_000_000,
};

/** The demo with the built app inside; time stands still, follow-ups run when `drain` says so. */
export async function openDemo(
  loader: ModuleLoader = bundleLoader(inRoot('dist/app')),
  switches: Partial<Switches> = WITHOUT_RATES,
): Promise<Sandbox> {
  const sandbox = createSandbox({
    ...holdfast,
    manifest: readFileSync(inRoot('manifest.yml'), 'utf8'),
    loader,
    seeds: seedsFor([]),
    switches,
    autoDrain: false,
  });
  await sandbox.reset('demo');
  return sandbox;
}

/** A call from the panel that must succeed. */
export async function act(
  sandbox: Sandbox,
  as: string,
  issueKey: string,
  call: string,
  payload: object = {},
): Promise<void> {
  const answer = await sandbox.invoke('agreement-panel', call, payload, { issueKey }, as);
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== true) {
    throw new Error(`${call} on ${issueKey} as ${as}: ${JSON.stringify(answer)}`);
  }
}

/** Tries a transition by name as u-coo, over Jira's REST; whether it passed does not matter here. */
export async function move(sandbox: Sandbox, issueKey: string, name: string): Promise<void> {
  const request = {
    path: `/rest/api/3/issue/${issueKey}/transitions`,
    query: new URLSearchParams(),
    headers: {},
    actor: { kind: 'user', accountId: 'u-coo' },
  } as const;
  const { body } = await sandbox.jira.handle({ ...request, method: 'GET', body: undefined });
  const { transitions } = body as { transitions: { id: string; name: string }[] };
  const id = transitions.find((one) => one.name === name)?.id;
  if (id === undefined) throw new Error(`${issueKey} offers no ${name}`);
  await sandbox.jira.handle({ ...request, method: 'POST', body: { transition: { id } } });
}

/** An epic with an accepted owner and this many acknowledged agreements. Returns its key. */
export async function epicWith(sandbox: Sandbox, agreements: number): Promise<string> {
  const { key } = sandbox.jira.addIssue({
    project: 'EXP',
    type: 'Epic',
    values: { summary: `An epic with ${agreements} agreements`, reporter: 'u-coo' },
  });
  await act(sandbox, 'u-coo', key, 'dri/nominate', { accountId: 'u-coo' });
  await act(sandbox, 'u-coo', key, 'dri/accept');
  for (let n = 1; n <= agreements; n += 1) {
    await act(sandbox, 'u-coo', key, 'agreement/request', {
      providerAccountId: 'u-platform',
      deliverable: `Promise ${n}`,
      acceptance: 'Both sides see that it is there',
      neededBy: '2026-12-18',
    });
    await act(sandbox, 'u-platform', key, 'agreement/acknowledge', { agreementId: `A${n}` });
  }
  await sandbox.drain();
  return key;
}

export interface Cost {
  readonly calls: readonly CallRecord[];
  readonly waves: readonly (readonly CallRecord[])[];
  /** Milliseconds in which the function itself worked: its whole time without that in which a call was under way. */
  readonly ownMs: number;
}

/** What the invocations of one kind cost while something ran. */
export async function costsOf(
  sandbox: Sandbox,
  kind: InvocationRecord['kind'],
  run: () => Promise<unknown>,
): Promise<readonly Cost[]> {
  const { next } = sandbox.calls.since(0);
  await run();
  const page = sandbox.calls.since(next);
  return page.invocations
    .filter((invocation) => invocation.kind === kind)
    .map(({ invocationId, startedAt, endedAt }) => {
      const calls = page.calls.filter((call) => call.invocationId === invocationId);
      return { calls, waves: waves(calls), ownMs: (endedAt ?? NaN) - startedAt - timeOf(calls) };
    });
}

/** How long at least one of the calls was under way. */
function timeOf(calls: readonly CallRecord[]): number {
  let total = 0;
  let reached = -Infinity;
  for (const { startedAt, endedAt } of [...calls].sort((a, b) => a.startedAt - b.startedAt)) {
    const end = endedAt ?? startedAt;
    total += Math.max(0, end - Math.max(startedAt, reached));
    reached = Math.max(reached, end);
  }
  return total;
}
