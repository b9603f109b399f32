import { moduleType } from './module-type';
import { shownSchema } from './shown';

/** Jira shows it to the project's administrators only. */
export const projectSettingsPage = moduleType({
  type: 'jira:projectSettingsPage',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main'],
  shown: {
    slot: 'page',
    page: {
      menu: 'project-settings',
      path: '/settings',
      permission: { name: 'ADMINISTER_PROJECTS', who: 'the project’s' },
    },
  },
});
