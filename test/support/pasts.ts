import type { PastItem, PastWorld } from '../../src/domain/report/backtest/past-item';
import type { ChangedField, ItemChange } from '../../src/domain/changelog/change';
import { waitedFor } from '../../src/domain/changelog/link-words';
import { EPIC, EXP_ID, ofType, singleField, somebody } from './items';
import { COO, people } from './people';

export const TODO = '1';
export const DOING = '3';
export const DONE = '5';

export const line = (fieldId: string, more: Partial<ChangedField>): ChangedField => ({
  fieldId,
  from: null,
  fromText: null,
  to: null,
  toText: null,
  ...more,
});

export const moved = (from: string, to: string): ChangedField => line('status', { from, to });
export const assigned = (from: string | null, to: string | null): ChangedField =>
  line('assignee', { from, fromText: from, to, toText: to });
export const linked = (key: string, words = 'depends on'): ChangedField =>
  line('issuelinks', { to: key, toText: `This issue ${words} ${key}` });
export const unlinked = (key: string, words = 'depends on'): ChangedField =>
  line('issuelinks', { from: key, fromText: `This issue ${words} ${key}` });

/** A change on a day of 2026, at noon. */
export const on = (day: string, ...fields: readonly ChangedField[]): ItemChange => ({
  id: day.replaceAll('-', ''),
  at: `2026-${day}T12:00:00.000Z`,
  by: COO,
  fields,
});

/** An epic owned by the COO, done today. */
export const past = (changes: readonly ItemChange[], more: Partial<PastItem> = {}): PastItem => ({
  issueId: '10001',
  issueKey: 'EXP-1',
  projectKey: 'EXP',
  projectId: EXP_ID,
  ...ofType(EPIC),
  summary: 'Open the second region',
  statusId: DONE,
  ownerField: singleField(somebody(COO)),
  blockerKeys: [],
  changes,
  charter: [],
  ...more,
});

export const pastWorld = (more: Partial<PastWorld> = {}): PastWorld => ({
  categories: new Map([
    [TODO, 'new'],
    [DOING, 'indeterminate'],
    [DONE, 'done'],
  ]),
  blockers: new Map(),
  waits: waitedFor,
  people,
  ...more,
});
