import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';

/** Lets the app forget what it asked of Jira in this hour, and until when Jira asked it to wait. */
export function forgetPoints({ kvs, host }: Sandbox): void {
  const table = kvs.table({ kind: 'entity', name: 'points' });
  for (const { key } of [...table.entries()]) table.remove(key);
  host.cool();
}
