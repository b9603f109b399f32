/**
 * Narrowing by hand. Jira's `fields` are free-form, so a schema would say little about them,
 * and the gate is loaded cold on almost every transition: a schema library would cost more than the check.
 */
export type Unverified = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Unverified =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = (value: unknown): Unverified => (isRecord(value) ? value : {});

export const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
