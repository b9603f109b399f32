import { fieldValues, isUntouched } from '../../domain/fields/field-values';
import { isUnderPolicy } from '../../domain/gate/coverage';
import type { Subject } from '../../domain/gate/subject';
import { projectOf, type IssueKey } from '../../domain/values';
import { retry, withTimeout } from '../../platform/retry';
import type { Clock, Jira } from '../ports';
import { readSubject, type SubjectPorts } from '../subject/read-subject';
import { mustBeWritten } from '../charter/revision';
import { differences, saysNothing } from './differences';
import type { FieldChange, CurrentFields } from './ports';
import { keepSoon, type KeepSoonPorts } from '../summaries/keep-soon';
import { spread, type SpreadPorts } from './spread';

export interface FieldPorts extends SubjectPorts, SpreadPorts, KeepSoonPorts {
  readonly policies: SubjectPorts['policies'] & SpreadPorts['policies'];
  readonly jira: SubjectPorts['jira'] & Pick<Jira, 'writeFields'>;
  readonly clock: Clock;
}

/** What one item's fields must be made to say. Nobody looks for an item that no policy ever concerned: it is left alone. */
export function changesOf(
  subject: Subject,
  currentFields: CurrentFields,
  now: string,
): readonly FieldChange[] {
  const { item, charter, policy, above } = subject;
  const concerned = isUnderPolicy(policy, item.type) || above !== undefined || !isUntouched(charter);
  if (!concerned && saysNothing(currentFields)) return [];
  return differences(item.issueId, currentFields, fieldValues(subject, now));
}

/**
 * Makes the read-only fields of one item say what is true now: reads what stands there, and writes only what differs.
 * Late, twice or in any order it only makes them right again. What it changed is looked at on the items around too.
 *
 * @param version the charter's version that this follows, where it may come before it
 * @throws Unavailable when it should be tried again, Refused when Jira does not take a value.
 */
export async function writeFieldsOf(issueKey: IssueKey, ports: FieldPorts, version?: number): Promise<void> {
  const read = await retry(() => readSubject(issueKey, ports));
  mustBeWritten(read.underKey, version);
  // Deleted, moved, or hidden from the app: the fields stay as they are.
  if (read.kind === 'not-shown') return;
  const { subject, raw } = read;
  await keepSoon(
    { projectKey: projectOf(issueKey), projectId: raw.projectId, policy: subject.policy },
    ports,
  );
  const changes = changesOf(subject, raw.currentFields, ports.clock.now());
  if (changes.length === 0) return;
  await withTimeout(() => ports.jira.writeFields(changes));
  await spread([{ item: subject.item, changes }], ports);
}
