import type { FieldChange, FieldName, FieldValue, CurrentFields } from '../../app/fields/ports';
import { array, record, string, type Unverified } from '../read';

/** The module of each of our fields. */
export const MODULES: Readonly<Record<FieldName, string>> = {
  dri: 'holdfast-dri',
  waitingFor: 'holdfast-waiting-for',
  promisedBy: 'holdfast-promised-by',
  gate: 'holdfast-gate',
  nextPromiseDue: 'holdfast-next-promise-due',
  openPromises: 'holdfast-open-promises',
  unanswered: 'holdfast-unanswered',
  escalation: 'holdfast-escalation',
  onTrack: 'holdfast-on-track',
};

const PEOPLE: readonly FieldName[] = ['dri', 'waitingFor', 'promisedBy'];

/** Jira's ids of our fields, as far as it knows them. */
export type FieldIds = { readonly [F in FieldName]?: string };

/** Jira describes a Forge field by its module: `ari:cloud:ecosystem::extension/<app>/<environment>/static/<module key>`. */
const FORGE_FIELD = /^ari:cloud:ecosystem::extension\/.+\/static\/(holdfast-[a-z-]+)$/;

/** Which of our fields a description is of; undefined where it is of none. */
export function ownFieldOf(schema: unknown): FieldName | undefined {
  const module = FORGE_FIELD.exec(string(record(schema)['custom']))?.[1];
  return isName(module) ? NAMES.get(module) : undefined;
}

const NAMES = new Map<string, FieldName>();
for (const [name, module] of Object.entries(MODULES)) if (isFieldName(name)) NAMES.set(module, name);

function isFieldName(name: string): name is FieldName {
  return name in MODULES;
}

function isName(module: string | undefined): module is string {
  return module !== undefined;
}

/** Ids by field, from descriptions by id. */
export function fieldIdsIn(schema: Unverified): FieldIds {
  const found: { [F in FieldName]?: string } = {};
  for (const [fieldId, description] of Object.entries(schema)) {
    const name = ownFieldOf(description);
    if (name !== undefined) found[name] = fieldId;
  }
  return found;
}

/** Whether a person, several or none, a text or a number: what a comparison needs of what Jira answers. */
function valueOf(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value)) return array(value).map((one) => string(record(one)['accountId']));
  return string(record(value)['accountId']) || null;
}

/** What stands in our fields of an issue. */
export function currentFieldsIn(ids: FieldIds, fields: Unverified): CurrentFields {
  const current: { [F in FieldName]?: { fieldId: string; value: FieldValue } } = {};
  for (const [name, fieldId] of Object.entries(ids)) {
    if (isFieldName(name)) current[name] = { fieldId, value: valueOf(fields[fieldId]) };
  }
  return current;
}

/** A value as Jira takes it. */
export function written({ field, value }: Pick<FieldChange, 'field' | 'value'>): unknown {
  if (value === null || !PEOPLE.includes(field)) return value;
  if (typeof value === 'string') return { accountId: value };
  if (typeof value === 'number') return value;
  return value.length === 0 ? null : value.map((accountId) => ({ accountId }));
}
