import { moduleType } from './module-type';
import { shownSchema } from './shown';

/** A panel on a work item. Shown on every item, as if an administrator had chosen so. */
export const issuePanel = moduleType({
  type: 'jira:issuePanel',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main'],
  shown: { slot: 'issue', always: { isNewToIssue: false } },
});
