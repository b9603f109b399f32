import type { WorkItemType } from '../../domain/policy/scope';
import type { DataVersionStore } from './ports';
import type { ListedIssueType, PolicyRecords } from '../policy/ports';
import type { Jira } from '../ports';
import type { FollowUp, FollowUps } from '../jobs/ports';

/**
 * The version of what lies in storage. Raised with every change of code that has to look at records once: a normal
 * deploy sends no event that could say so.
 */
export const DATA_VERSION = 3;

/** What every stored record needs once under new code; each may run twice. */
const JOBS: readonly FollowUp[] = [
  // Policies that name their types are kept by id.
  { kind: 'migrate-policies' },
  // Link types that nobody chose are known by their words alone.
  { kind: 'learn-links' },
  // Items may have moved while a version was installed that did not listen.
  { kind: 'find-charters', where: { everywhere: true }, gone: false },
  // Nor were their clocks looked after.
  { kind: 'reschedule', where: { everywhere: true } },
  // A version before this one kept no rows of commitments, or others.
  { kind: 'rebuild-inbox' },
  // Fields came, and say other words.
  { kind: 'search-fields', where: { everywhere: true } },
];

/**
 * Has stored records looked after where the code is newer than they are. The version is written after the work is
 * queued: what fails in between is asked for again.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function migrateIfStale({
  dataVersion,
  followUps,
}: {
  readonly dataVersion: DataVersionStore;
  readonly followUps: FollowUps;
}): Promise<void> {
  if ((await dataVersion.read()) >= DATA_VERSION) return;
  await followUps.push(JOBS);
  await dataVersion.write(DATA_VERSION);
}

const same = (a: string, b: string | undefined): boolean =>
  b !== undefined && a.toLowerCase() === b.toLowerCase();

/** Entries by id, where Jira knows the name they were saved under; the others stay as they are, and are shown as unknown. */
export const byId = (
  entries: readonly WorkItemType[],
  types: readonly ListedIssueType[],
): readonly WorkItemType[] =>
  entries.flatMap((entry): readonly WorkItemType[] => {
    if (!('named' in entry)) return [entry];
    const found = types.filter(
      ({ name, untranslatedName }) => same(entry.named, name) || same(entry.named, untranslatedName),
    );
    return found.length === 0 ? [entry] : found.map(({ id, name }) => ({ id, name }));
  });

/**
 * One page of policies: types that were saved by name are kept by id. A policy that somebody saves meanwhile is by id
 * already.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function migratePolicies(
  cursor: string | undefined,
  {
    records,
    jira,
    followUps,
  }: {
    readonly records: PolicyRecords;
    readonly jira: Pick<Jira, 'issueTypes'>;
    readonly followUps: FollowUps;
  },
): Promise<void> {
  const { found, next } = await records.page(cursor);
  const named = found.filter(({ policy }) => policy.workItemTypes.some((entry) => 'named' in entry));
  if (named.length > 0) {
    const types = await jira.issueTypes('app');
    for (const { key, version, policy } of named) {
      await records.replace(key, version, {
        ...policy,
        workItemTypes: byId(policy.workItemTypes, types),
      });
    }
  }
  if (next !== undefined) await followUps.push([{ kind: 'migrate-policies', cursor: next }]);
}
