import type { Space } from '../../packages/forge-sandbox/src/forge/kvs/store';
import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';

/** Maps and sets written out, so that JSON tells all. */
const plain = (_key: string, value: unknown): unknown =>
  value instanceof Map ? [...value] : value instanceof Set ? [...value] : value;

const spacesOf = ({ entities }: Sandbox['manifest']): readonly Space[] => [
  { kind: 'plain' },
  { kind: 'secret' },
  ...[...entities.keys()].map((name): Space => ({ kind: 'entity', name })),
];

/** What counts that the gate and Jira were asked, or how a project stands; nothing of an item's own record. */
const TALLY: ReadonlySet<string> = new Set([
  'gate-trace',
  'gate-border',
  'gate-refusals',
  'points',
  'project-summary',
]);

const records = ({ kvs, manifest }: Sandbox): readonly unknown[] =>
  spacesOf(manifest)
    .filter((space) => space.kind !== 'entity' || !TALLY.has(space.name))
    .map((space) => [space, [...kvs.table(space).entries()]]);

function issues({ jira }: Sandbox): readonly unknown[] {
  return jira.projects().flatMap(({ key }) => {
    const found: unknown[] = [];
    for (let n = 1; found.length < jira.issueCount(key); n += 1) {
      const issue = jira.issue(`${key}-${n}`);
      if (issue) found.push(issue);
      if (n > 100_000) throw new Error(`${key} has issues under unexpected keys`);
    }
    return found;
  });
}

/** Every record of the app and everything Jira holds of its issues (fields, changelog, comments, properties), as text. */
const worldOf = (sandbox: Sandbox): string =>
  JSON.stringify(
    { records: records(sandbox), issues: issues(sandbox), notices: sandbox.jira.notices() },
    plain,
  );

const WRITES = /\/(transaction|set|delete)$/;
/** Jira's reads that are sent with POST. */
const READS = /\/(search\/jql|search\/approximate-count|issue\/bulkfetch|changelog\/bulkfetch)$/;

/** Calls of the app that could have changed something, whatever came of them. */
const writesSince = (sandbox: Sandbox, since: number): readonly string[] =>
  sandbox.calls
    .since(since)
    .calls.filter(({ target, method, path }) =>
      target === 'jira' ? method !== 'GET' && !READS.test(path) : target === 'queue' || WRITES.test(path),
    )
    .map(({ target, method, path }) => `${target}: ${method} ${path}`);

/** Runs something and expects that, once everything has settled, no byte of records or issues differs. */
export async function withoutTrace<T>(sandbox: Sandbox, run: () => Promise<T>): Promise<T> {
  await sandbox.drain();
  const before = worldOf(sandbox);
  const result = await run();
  await sandbox.drain();
  const after = worldOf(sandbox);
  // Compared as text; told as a difference, because the whole world fills pages.
  if (after !== before) expect(JSON.parse(after)).toEqual(JSON.parse(before));
  expect(after === before).toBe(true);
  return result;
}

/** The same, and not even a write was tried. */
export const unchanged = <T>(sandbox: Sandbox, run: () => Promise<T>): Promise<T> =>
  withoutTrace(sandbox, async () => {
    const { next } = sandbox.calls.since(0);
    const result = await run();
    await sandbox.drain();
    expect(writesSince(sandbox, next)).toEqual([]);
    return result;
  });

/** The same for a move that a rule refuses: that it did is counted, by one write of the gate and what follows it. */
export const onlyCounted = <T>(sandbox: Sandbox, run: () => Promise<T>): Promise<T> =>
  withoutTrace(sandbox, async () => {
    const { next } = sandbox.calls.since(0);
    const result = await run();
    await sandbox.drain();
    const [first, ...followed] = writesSince(sandbox, next);
    expect(first).toMatch(/^queue: /);
    expect(followed.filter((write) => write !== 'kvs: POST /api/v1/entity/set')).toEqual([]);
    return result;
  });

/** Remembers the app's records; the function returned puts them back as they were. */
export function rememberRecords({ kvs, manifest }: Sandbox): () => void {
  const kept = spacesOf(manifest).map((space) => {
    const table = kvs.table(space);
    return { table, records: [...table.entries()] };
  });
  return () => {
    for (const { table, records } of kept) {
      for (const { key } of [...table.entries()]) table.remove(key);
      for (const record of records) table.put(record);
    }
  };
}
