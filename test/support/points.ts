import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';

/** What was asked of Jira so far counts no more: tests ask in one simulated hour what people ask in weeks. */
export function forgetSpent({ kvs }: Sandbox): void {
  const table = kvs.table({ kind: 'entity', name: 'points' });
  for (const { key } of [...table.entries()]) table.remove(key);
}

/** The same, and until when Jira asked the app to wait. */
export function forgetPoints(sandbox: Sandbox): void {
  forgetSpent(sandbox);
  sandbox.host.cool();
}
