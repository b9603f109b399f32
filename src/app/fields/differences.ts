import type { FieldValues } from '../../domain/fields/field-values';
import type { FieldChange, FieldName, FieldValue, CurrentFields } from './ports';

const NAMES: { readonly [F in FieldName]: F } = {
  dri: 'dri',
  waitingFor: 'waitingFor',
  promisedBy: 'promisedBy',
  gate: 'gate',
  nextPromiseDue: 'nextPromiseDue',
  openPromises: 'openPromises',
  unanswered: 'unanswered',
  escalation: 'escalation',
  onTrack: 'onTrack',
};

export const FIELD_NAMES: readonly FieldName[] = Object.values(NAMES);

const isMany = (value: FieldValue): value is readonly string[] => Array.isArray(value);

/** Jira keeps people in an order of its own, and an empty list as nothing. */
const comparable = (value: FieldValue): string =>
  JSON.stringify(isMany(value) ? (value.length === 0 ? null : [...value].sort()) : value);

/** What has to be written for an item's fields to say these values: nothing where they say them. */
export const differences = (
  issueId: string,
  currentFields: CurrentFields,
  values: FieldValues,
): readonly FieldChange[] =>
  FIELD_NAMES.flatMap((field): readonly FieldChange[] => {
    const there = currentFields[field];
    const value = values[field];
    if (!there || comparable(there.value) === comparable(value)) return [];
    return [{ issueId, field, fieldId: there.fieldId, value, was: there.value }];
  });

/** Whether the fields of an item say nothing at all. */
export const saysNothing = (currentFields: CurrentFields): boolean =>
  FIELD_NAMES.every((field) => comparable(currentFields[field]?.value ?? null) === 'null');
