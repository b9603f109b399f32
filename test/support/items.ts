import type { NamedBlocker, OwnerCandidate, OwnerField, WorkItem } from '../../src/domain/gate/item';
import type { IssueTypeFact } from '../../src/domain/policy/scope';
import { projectOf, type AccountId, type IssueKey } from '../../src/domain/values';
import { people } from './people';

/** The issue types of these tests, as Jira lists them, a level each. */
export const EPIC: IssueTypeFact = { id: '10000', name: 'Epic', level: 1 };
export const STORY: IssueTypeFact = { id: '10001', name: 'Story', level: 0 };
export const SUBTASK: IssueTypeFact = { id: '10003', name: 'Sub-task', level: -1 };
export const INITIATIVE: IssueTypeFact = { id: '10004', name: 'Initiative', level: 2 };
export const TYPES = [EPIC, STORY, SUBTASK, INITIATIVE];

/** An item's type, and the name that screens show of it. */
export const ofType = (type: IssueTypeFact): Pick<WorkItem, 'type' | 'issueType'> => ({
  type,
  issueType: type.name,
});

const numbered = (text: string): string =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000, 2_000_000).toString();

/** The id of an issue in these tests: EXP-1 is 10001, EXP-2 is 10002; others have some number of their own. */
export const idOf = (issueKey: IssueKey): string => {
  const [, number] = /^EXP-([0-9]+)$/.exec(issueKey) ?? [];
  return number === undefined ? numbered(issueKey) : String(10_000 + Number(number));
};

export const EXP_ID = '10100';

/** The id of a project in these tests. */
export const projectIdOf = (projectKey: string): string =>
  projectKey === 'EXP' ? EXP_ID : numbered(projectKey);

/** An epic in To Do with nothing in its way; its ids follow from its key. */
export const epic = (more: Partial<WorkItem> = {}): WorkItem => {
  const { issueKey = 'EXP-1' } = more;
  const projectKey = projectOf(issueKey);
  return {
    issueId: idOf(issueKey),
    issueKey,
    projectKey,
    projectId: projectIdOf(projectKey),
    summary: 'Open the second region',
    ...ofType(EPIC),
    status: { id: '1', name: 'To Do', category: 'new' },
    ownerField: null,
    blockers: [],
    people,
    ...more,
  };
};

/** What an item says of the one above it. */
export const under = (
  issueKey: IssueKey,
  type: IssueTypeFact = EPIC,
): Required<Pick<WorkItem, 'parent'>> => ({
  parent: { issueId: idOf(issueKey), issueKey, type },
});

export const blocker = (issueKey: IssueKey, more: Partial<NamedBlocker> = {}): NamedBlocker => ({
  issueId: idOf(issueKey),
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
