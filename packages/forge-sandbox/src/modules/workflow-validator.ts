import { moduleType } from './module-type';
import { shownSchema } from './shown';

/** A rule on a transition: a function that decides, and pages that configure it. */
export const workflowValidator = moduleType({
  type: 'jira:workflowValidator',
  schema: shownSchema,
  functions: ['function', 'resolver'],
  pages: ['create', 'edit', 'view'],
  shown: { slot: 'workflow', always: { isNewEditor: true } },
});
