import { moduleType } from './module-type';
import { shownSchema } from './shown';

export const dashboardGadget = moduleType({
  type: 'jira:dashboardGadget',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main', 'edit'],
  shown: { slot: 'dashboard' },
});
