import { moduleType } from './module-type';
import { shownSchema } from './shown';

/** A closed section beside a work item's details, with a status that a function gives. */
export const issueContext = moduleType({
  type: 'jira:issueContext',
  schema: shownSchema,
  functions: ['resolver', 'dynamicProperties'],
  pages: ['main'],
  shown: { slot: 'issue-details' },
});
