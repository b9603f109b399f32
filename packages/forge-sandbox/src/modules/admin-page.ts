import { moduleType } from './module-type';
import { shownSchema } from './shown';

/** Among Jira's settings, for Jira's administrators. */
export const adminPage = moduleType({
  type: 'jira:adminPage',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main'],
  shown: {
    slot: 'page',
    page: {
      menu: 'jira-settings',
      path: '/settings/apps',
      permission: { name: 'ADMINISTER', who: 'Jira’s' },
    },
  },
});
