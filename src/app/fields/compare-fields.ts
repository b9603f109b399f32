import { isUnderPolicy } from '../../domain/gate/coverage';
import { formerCharterKey } from '../../domain/policy/home';
import type { Policy } from '../../domain/policy/policy';
import { logError } from '../../platform/log';
import { retry, withTimeout } from '../../platform/retry';
import { Refused } from '../../platform/unavailable';
import type { PolicyStore } from '../policy/ports';
import type { Clock, Jira } from '../ports';
import { policyFor } from '../subject/policy-for';
import { readSubjects, type SubjectsPorts } from '../subject/read-subjects';
import { keepSoon, type KeepSoonPorts } from '../summaries/keep-soon';
import { saysNothing } from './differences';
import type { FieldChange, ItemWithFields } from './ports';
import { spread, type SpreadPorts, type Written } from './spread';
import { changesOf } from './write-fields';

export interface ComparePorts extends SubjectsPorts, SpreadPorts, KeepSoonPorts {
  readonly jira: SubjectsPorts['jira'] & Pick<Jira, 'itemsWithFields' | 'writeFields'>;
  readonly policies: SubjectsPorts['policies'] & Pick<PolicyStore, 'read'>;
  readonly clock: Clock;
}

/** Most values Jira takes at once, with room to spare. */
const VALUES_AT_ONCE = 500;

interface Project {
  readonly items: readonly ItemWithFields[];
  readonly policy: Policy;
}

/** The items project by project, each with the policy in force there. */
async function byProject(
  items: readonly ItemWithFields[],
  { policies }: Pick<ComparePorts, 'policies'>,
): Promise<readonly Project[]> {
  const stored = await retry(() =>
    policies.readMany(items.map((one) => ({ project: one.projectKey, id: one.projectId }))),
  );
  return [...stored].flatMap(([projectKey, found]): readonly Project[] => {
    const own = items.filter((one) => one.projectKey === projectKey);
    const projectId = own[0]?.projectId ?? null;
    // Compared again when what lies under its former key has followed.
    if (formerCharterKey(found.homes, projectKey, projectId) !== undefined) return [];
    return [{ items: own, policy: policyFor(found, projectId) }];
  });
}

/** Those that a policy may concern: an item of another type, with nothing in its fields and no record, is left alone. */
async function concerned({ items, policy }: Project, { charters }: ComparePorts) {
  const outside = items.filter(
    ({ type, standing }) => !policy.childrenFollow && !isUnderPolicy(policy, type) && saysNothing(standing),
  );
  if (outside.length === 0) return items;
  const records = await retry(() => charters.readFor(outside));
  return items.filter((one) => !outside.includes(one) || (records.get(one.issueId)?.version ?? 0) > 0);
}

async function changedIn(project: Project, ports: ComparePorts): Promise<readonly Written[]> {
  const items = await concerned(project, ports);
  const { subjects } = await retry(() => readSubjects(items, project.policy, ports));
  const now = ports.clock.now();
  return items.flatMap(({ issueId, standing }): readonly Written[] => {
    const subject = subjects.get(issueId);
    const changes = subject ? changesOf(subject, standing, now) : [];
    return subject && changes.length > 0 ? [{ item: subject.item, changes }] : [];
  });
}

/** One item that Jira does not take must not keep the others as they were. */
async function write(changes: readonly FieldChange[], jira: ComparePorts['jira']): Promise<void> {
  try {
    await withTimeout(() => jira.writeFields(changes));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const ids = [...new Set(changes.map(({ issueId }) => issueId))];
    if (ids.length === 1) {
      logError('The fields of an item were not taken', error);
      return;
    }
    for (const id of ids)
      await write(
        changes.filter(({ issueId }) => issueId === id),
        jira,
      );
  }
}

/**
 * Compares what stands in the fields of some items with what is true, and writes only what differs. A hundred items of one
 * project cost one read more than a page of the report, and one write where something differs.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function compare(items: readonly ItemWithFields[], ports: ComparePorts): Promise<void> {
  const written: Written[] = [];
  for (const project of await byProject(items, ports)) {
    const changed = await changedIn(project, ports);
    written.push(...changed);
    const [one] = changed.length > 0 ? project.items : [];
    if (one) await keepSoon({ ...one, policy: project.policy }, ports);
  }
  const changes = written.flatMap((one) => one.changes);
  for (let at = 0; at < changes.length; at += VALUES_AT_ONCE) {
    await write(changes.slice(at, at + VALUES_AT_ONCE), ports.jira);
  }
  if (written.length > 0) await spread(written, ports);
}

/** Jira gives at most so many items at once. */
const ITEMS_AT_ONCE = 100;

/** The same for items by id, as far as Jira shows them to the app. @throws Unavailable */
export async function compareByIds(issueIds: readonly string[], ports: ComparePorts): Promise<void> {
  for (let at = 0; at < issueIds.length; at += ITEMS_AT_ONCE) {
    const some = issueIds.slice(at, at + ITEMS_AT_ONCE);
    await compare(await retry(() => ports.jira.itemsWithFields(some)), ports);
  }
}
