import type { Blocker, OwnerCandidate, OwnerField, WorkItem } from '../../src/domain/gate/item';
import type { AccountId } from '../../src/domain/values';
import { people } from './people';

/** An epic in To Do with nothing in its way. */
export const epic = (more: Partial<WorkItem> = {}): WorkItem => ({
  issueId: '10001',
  issueKey: 'EXP-1',
  projectKey: 'EXP',
  summary: 'Open the second region',
  issueType: 'Epic',
  status: { id: '1', name: 'To Do', category: 'new' },
  ownerField: null,
  blockers: [],
  people,
  ...more,
});

export const blocker = (issueKey: string, more: Partial<Blocker> = {}): Blocker => ({
  issueKey,
  summary: `Summary of ${issueKey}`,
  done: false,
  ...more,
});

export const somebody = (accountId: AccountId): OwnerCandidate => ({ kind: 'person', accountId });
export const something = (name: string): OwnerCandidate => ({ kind: 'not-a-person', name });

export const singleField = (candidate?: OwnerCandidate, name = 'Assignee'): OwnerField => ({
  name,
  cardinality: 'one',
  candidates: candidate ? [candidate] : [],
});

export const multiField = (...candidates: readonly OwnerCandidate[]): OwnerField => ({
  name: 'Leads',
  cardinality: 'many',
  candidates,
});
