import { invoke, send } from './look';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

const report = { module: 'gap-report', projectKey: 'HAND' };
const settings = { module: 'project-policy', projectKey: 'HAND' };

/** Time only moves forward; what is over already stays so. */
async function goTo(instant: number): Promise<void> {
  if (instant <= (await now())) return;
  await send('u-admin', 'POST', '/sandbox/clock', { set: new Date(instant).toISOString() });
}

async function now(): Promise<number> {
  const { now: told } = await invoke('u-admin', report, 'readiness/get');
  return Date.parse(String(told));
}

/** A customer is handed over, and Operations says yes after so many hours. */
async function handOver(answeredAfterHours: number): Promise<void> {
  const made = (await send('u-coo', 'POST', '/rest/api/3/issue', {
    fields: {
      project: { key: 'HAND' },
      issuetype: { name: 'Epic' },
      summary: 'A customer to hand over',
    },
  })) as { key: string };
  const issueKey = made.key;
  const panel = { module: 'agreement-panel', issueKey };
  await invoke('u-coo', panel, 'dri/nominate', { accountId: 'u-sales' });
  await invoke('u-sales', panel, 'dri/accept');
  await invoke('u-sales', panel, 'agreement/request', {
    providerAccountId: 'u-ops',
    deliverable: 'Account set up and kick-off held',
    acceptance: 'The customer has logged in and knows their contact',
    neededBy: '2027-12-31',
    inputs: 'The signed contract, and who decides at the customer',
  });
  await goTo((await now()) + answeredAfterHours * HOUR);
  await invoke('u-ops', panel, 'agreement/acknowledge', { agreementId: 'A1' });
}

async function live(from: number, weeks: readonly number[]): Promise<number> {
  for (const [week, hours] of weeks.entries()) {
    await goTo(from + week * WEEK);
    await handOver(hours);
  }
  const until = from + weeks.length * WEEK;
  await goTo(until);
  return until;
}

/** The twelve weeks on HAND: four as they were, one condition turned on, six after it, and the decision. */
export async function twelveWeeks(): Promise<void> {
  await invoke('u-admin', report, 'readiness/start', { version: 0 });
  await invoke('u-admin', report, 'readiness/choose', {
    version: 1,
    behaviours: [
      { rule: 'owner.not-accepted', checkpoint: 'start' },
      { rule: 'agreement.unacknowledged', checkpoint: 'start' },
    ],
  });
  await invoke('u-admin', report, 'readiness/watch', {
    version: 2,
    indicators: ['acknowledgement-latency', 'intake-completeness'],
  });
  const half = await live(await now(), [73, 70, 74, 71]);
  const { policy } = await invoke('u-admin', settings, 'policy/get');
  await invoke('u-admin', settings, 'policy/save', { policy: { ...(policy as object), intake: ['inputs'] } });
  const { saves } = await invoke('u-admin', report, 'readiness/get');
  const latest = (saves as readonly { policyVersion: unknown }[]).at(-1);
  await invoke('u-admin', report, 'readiness/reinforce', {
    version: 3,
    policyVersion: latest?.policyVersion,
    change: 'try/intake/inputs',
  });
  await live(half, [40, 26, 22, 23, 21, 22, 22]);
  await invoke('u-admin', report, 'readiness/decide', {
    version: 4,
    choice: 'keep',
    reason: 'Operations can start with what they get, and answer within a day again.',
  });
}
