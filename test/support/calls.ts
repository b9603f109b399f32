import type { CallPage, CallRecord, InvocationRecord } from '../../packages/forge-sandbox/src/forge/calls';
import { clientOf } from './client';
import type { ServedSite } from './sandbox';

export interface Cost {
  readonly invocation: InvocationRecord;
  readonly calls: readonly CallRecord[];
  /** Round trips in a row. */
  readonly waves: number;
}

/** What the app did while something ran, one entry per invocation, as `GET /sandbox/calls` tells it. */
export async function costOf(site: ServedSite, run: () => Promise<unknown>): Promise<readonly Cost[]> {
  const watcher = clientOf(site, null);
  const page = async (since: number) => {
    const { body } = await watcher.get(`/sandbox/calls?since=${since}`);
    return body as CallPage & { readonly waves: Readonly<Record<string, readonly (readonly number[])[]>> };
  };
  const { next } = await page(0);
  await run();
  const { invocations, calls, waves } = await page(next);
  return invocations.map((invocation) => ({
    invocation,
    calls: calls.filter(({ invocationId }) => invocationId === invocation.invocationId),
    waves: waves[invocation.invocationId]?.length ?? 0,
  }));
}

/** The one invocation of a kind. @throws Error when there were none or several. */
export function only(costs: readonly Cost[], kind: InvocationRecord['kind']): Cost {
  const [first, ...more] = costs.filter(({ invocation }) => invocation.kind === kind);
  if (!first || more.length > 0) {
    throw new Error(`expected one ${kind}, saw ${costs.map(({ invocation }) => invocation.kind).join(', ')}`);
  }
  return first;
}

/** What the gate leaves after its verdict: to storage what passed, to the queue what was refused. */
export const isGateWrite = (call: CallRecord | undefined): boolean =>
  call !== undefined && (call.target === 'queue' || call.path.endsWith('/set'));

/** What the gate asked, apart from the one write that follows its verdict. @throws Error where there was not exactly one. */
export function gateReads({ invocation, calls, waves }: Cost): Cost {
  const reads = calls.filter((call) => !isGateWrite(call));
  if (calls.length - reads.length !== 1)
    throw new Error(`the gate wrote ${calls.length - reads.length} times`);
  return { invocation, calls: reads, waves: waves - 1 };
}
