import type { OwnerCandidate, OwnerField } from '../../domain/gate/item';
import type { OwnerSource } from '../../domain/policy/policy';
import { isRecord, string } from '../read';

/** Id of the Jira field an owner source reads; null for the charter. */
export const fieldIdOf = (source: OwnerSource): string | null =>
  source.kind === 'charter' ? null : source.kind === 'assignee' ? 'assignee' : source.fieldId;

function toCandidate(value: unknown): OwnerCandidate | null {
  if (typeof value === 'string') return value.trim() === '' ? null : { kind: 'not-a-person', name: value };
  if (!isRecord(value)) return null;
  const accountId = string(value['accountId']);
  if (accountId !== '') return { kind: 'person', accountId };
  // Groups carry `name`, teams `title` or `name`, options `value`.
  const name = string(value['name']) || string(value['title']) || string(value['value']);
  return name === '' ? null : { kind: 'not-a-person', name };
}

/** The owner field's value as candidates. An array value may hold many; anything else names at most one. */
export function toOwnerField(name: string, value: unknown): OwnerField {
  const many = Array.isArray(value);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const candidates = values.map(toCandidate).filter((candidate) => candidate !== null);
  // The same person twice is still one owner.
  const distinct = new Map(candidates.map((c) => [c.kind === 'person' ? c.accountId : `name:${c.name}`, c]));
  return { name, cardinality: many ? 'many' : 'one', candidates: [...distinct.values()] };
}
